import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Unit } from '#organisation/unit.entity';
import { changedMeanwhile, DomainError } from '#platform/domain-error';
import { changesBetween, record } from '#platform/history';
import { refuseAddress } from './channel-address';
import { ChannelSender } from './channel-sender';
import type { AddChannel, ChangeChannel } from './channel.dto';
import type { ChannelView } from './channel.view';
import { WebhookChannel } from './webhook-channel.entity';

/** 群机器人 of units: who answers for the policies of a unit sets them up. */
@Injectable()
export class ChannelsService {
  constructor(
    private readonly db: DataSource,
    private readonly sender: ChannelSender,
  ) {}

  async list(actor: Actor): Promise<ChannelView[]> {
    const channels = await this.db.manager.find(WebhookChannel, {
      where: { unitId: In(actor.unitsFor('policy.manage')) },
      relations: { unit: true },
      order: { unit: { sortOrder: 'ASC', name: 'ASC' }, name: 'ASC', id: 'ASC' },
    });
    return channels.map(view);
  }

  /** Throws unit.unknown, channel.address, channel.private-address. */
  add(actor: Actor, { unitId, kind, name, url, secret }: AddChannel): Promise<ChannelView> {
    refuseAddress(url, this.sender.allowPrivate);
    return this.db.transaction(async (tx) => {
      const unit = actor.covers('policy.manage', unitId) ? await tx.findOneBy(Unit, { id: unitId }) : null;
      if (!unit) throw new DomainError('unknown', 'unit.unknown', '没有找到这个单位，或您无权为它设置群机器人。');
      const channel = await tx.save(WebhookChannel, { unitId, kind, name, url, secret: secret || null });
      const added = await loadChannel(tx, actor, channel.id);
      await record(tx, actor, { ...deedOn(added), action: 'create' });
      return view(added);
    });
  }

  /** Throws channel.unknown, channel.changed, channel.address, channel.private-address. */
  change(actor: Actor, id: string, { version, ...ask }: ChangeChannel): Promise<ChannelView> {
    if (ask.url !== undefined) refuseAddress(ask.url, this.sender.allowPrivate);
    return this.db.transaction(async (tx) => {
      const channel = await loadChannel(tx, actor, id);
      if (channel.version !== version) throw changedMeanwhile('channel', '这个群机器人');
      const before = facts(channel);
      const given = Object.entries({ ...ask, ...(ask.secret === '' ? { secret: null } : {}) });
      Object.assign(channel, Object.fromEntries(given.filter(([, value]) => value !== undefined)));
      const changes = changesBetween(before, facts(channel));
      // What is secret is not written down, only that it is another.
      if (ask.url !== undefined) changes.push({ field: 'url', from: null, to: '已更换' });
      if (ask.secret) changes.push({ field: 'secret', from: null, to: '已更换' });
      await tx.save(channel);
      await record(tx, actor, { ...deedOn(channel), action: 'change', changes, version: channel.version });
      return view(channel);
    });
  }

  /** Throws channel.unknown. */
  remove(actor: Actor, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const channel = await loadChannel(tx, actor, id);
      await tx.delete(WebhookChannel, id);
      await record(tx, actor, { ...deedOn(channel), action: 'remove' });
    });
  }
}

/** Locks a channel of the units for which the actor sets policies. Throws channel.unknown. */
export async function loadChannel(
  tx: EntityManager,
  actor: Actor,
  id: string,
): Promise<WebhookChannel & { unit: Unit }> {
  const channel = await tx.findOne(WebhookChannel, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!channel || !actor.covers('policy.manage', channel.unitId)) {
    throw new DomainError('unknown', 'channel.unknown', '没有找到这个群机器人，它可能已被删除，或不在您的管理范围内。');
  }
  const unit = await tx.findOneByOrFail(Unit, { id: channel.unitId });
  return Object.assign(channel, { unit });
}

export const deedOn = ({ id, name, unitId }: WebhookChannel) => ({
  ...{ subject: 'webhook-channel' as const, subjectId: id, reason: name, unitId },
});

const facts = ({ name, active, secret }: WebhookChannel) => ({
  ...{ name, active: active ? '是' : '否', signed: secret === null ? '否' : '是' },
});

export const view = (channel: WebhookChannel): ChannelView => {
  const { id, unitId, unit, kind, name, url, secret, active, lastPostedAt, lastAnswer, failing, version } = channel;
  return {
    ...{ id, unitId, unitName: unit?.name ?? '', kind, name, active, lastAnswer, failing, version },
    ...{ host: new URL(url).host, hasSecret: secret !== null, lastPostedAt: lastPostedAt?.toISOString() ?? null },
  };
};
