import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { record } from '#platform/history';
import type { Actor } from '../actor';
import { keepAnAdministrator, takeTurn } from '../administrators';
import { Person } from '../person.entity';
import { loadManaged, refuseManagedElsewhere, refuseNowhere } from '../person-scope';
import { personViews } from '../person-views';
import { Position } from '../position.entity';
import { ROLE_LABELS } from '../role';
import { RoleGrant } from '../role-grant.entity';
import { Session } from '../session.entity';
import { Responsibilities, type OpenItem, type Responsibility } from './responsibilities';
import type { ApplySuccession, PreviewSuccession } from './succession.dto';
import type { SuccessionDone, SuccessionPreview } from './succession.view';

/** Items of one kind that a preview lists. */
const SHOWN = 500;

interface Owned extends Pick<Responsibility, 'kind' | 'label' | 'noun'> {
  open: OpenItem[];
}

/** 工作交接: everything that is open goes from one person to another in one step; history keeps the old name. */
@Injectable()
export class SuccessionService {
  constructor(
    private readonly db: DataSource,
    private readonly responsibilities: Responsibilities,
    private readonly clock: Clock,
  ) {}

  /** What would move. It is the succession itself, undone again, and so refuses whatever that would refuse. */
  async preview(actor: Actor, id: string, ask: PreviewSuccession): Promise<SuccessionPreview> {
    const runner = this.db.createQueryRunner();
    try {
      await runner.startTransaction();
      return await this.succeed(runner.manager, actor, id, ask);
    } finally {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      await runner.release();
    }
  }

  /** Throws succession.changed when it would no longer move what the preview showed. */
  apply(actor: Actor, id: string, ask: ApplySuccession): Promise<SuccessionDone> {
    return this.db.transaction(async (tx) => {
      const { preview, total } = await this.succeed(tx, actor, id, ask, ask.note);
      if (preview === ask.preview) return { moved: total };
      const message = '预览之后此人名下的事项有变化，没有移交任何内容。请重新预览后再确认。';
      throw new DomainError('conflict', 'succession.changed', message);
    });
  }

  private async succeed(
    tx: EntityManager,
    actor: Actor,
    id: string,
    ask: PreviewSuccession,
    note?: string,
  ): Promise<SuccessionPreview> {
    await takeTurn(tx);
    const { from, to } = await this.parties(tx, actor, id, ask.successorId);
    const owned: Owned[] = [];
    for (const { kind, label, noun, ...how } of this.responsibilities.all) {
      owned.push({ kind, label, noun, open: await how.open(tx, id) });
    }
    const positions = await this.movePositions(tx, actor, from, to, ask.positionIds ?? []);
    const roles = ask.roles ? await this.moveRoles(tx, actor, from, to, ask.leaves) : [];
    for (const kind of this.responsibilities.all) await kind.handOver(tx, actor, from, to);
    if (ask.leaves) await this.leave(tx, from);
    const [after] = await personViews(tx, [id]);
    refuseNowhere(after);
    const result = this.previewOf(from, to, owned, [...positions, ...roles, String(ask.leaves ?? false)]);
    const all = [{ field: 'items', from: null, to: `${result.total} 项` }];
    const moved = (field: string, what: string[]) => (what.length ? [{ field, from: null, to: what.join('、') }] : []);
    const changes = [...all, ...moved('positions', positions), ...moved('roles', roles)];
    const left = ask.leaves ? [{ field: 'active', from: '启用', to: '停用' }] : [];
    const about = (subjectId: string, action: string, whom: string) => ({
      ...{ subject: 'person' as const, subjectId, action },
      reason: note ? `${whom}；${note}` : whom,
    });
    await record(
      tx,
      actor,
      { ...about(id, 'hand-over', `移交给${to.name}`), changes: [...changes, ...left] },
      { ...about(to.id, 'take-over', `接自${from.name}`), changes },
    );
    return result;
  }

  /** Locks both; the successor has to be active. */
  private async parties(tx: EntityManager, actor: Actor, id: string, successorId: string) {
    if (id === successorId) {
      throw new DomainError('invalid', 'succession.same-person', '接任人不能是本人，请另选一位。');
    }
    const [first, second] = [id, successorId].sort();
    const locked = [await loadManaged(tx, actor, first), await loadManaged(tx, actor, second)];
    const from = locked.find((one) => one.id === id) as Person;
    const to = locked.find((one) => one.id === successorId) as Person;
    const [view] = await personViews(tx, [id]);
    refuseManagedElsewhere(actor, view);
    if (!to.active) {
      throw new DomainError('conflict', 'succession.inactive', `“${to.name}”已停用，不能接任。请另选一位。`);
    }
    return { from, to };
  }

  private async movePositions(tx: EntityManager, actor: Actor, from: Person, to: Person, ids: readonly string[]) {
    if (ids.length === 0) return [];
    const found = await tx.find(Position, {
      where: { id: In([...ids]), personId: from.id },
      relations: { unit: true },
    });
    if (found.length !== new Set(ids).size || !found.every(({ unitId }) => covers(actor, unitId))) {
      throw new DomainError('unknown', 'position.unknown', '所选职务已有变化，请刷新后重新选择。');
    }
    await tx.update(Position, { id: In([...ids]) }, { personId: to.id });
    await this.changed(tx, from, to);
    return found.map(({ unit, title }) => `${unit?.name ?? ''} ${title}`).sort();
  }

  /** The successor gets the roles; the predecessor loses them, unless he leaves: what he was stays on record. */
  private async moveRoles(tx: EntityManager, actor: Actor, from: Person, to: Person, leaves = false) {
    const held = await tx.find(RoleGrant, { where: { personId: from.id }, relations: { unit: true } });
    const mine = held.filter(({ unitId }) => covers(actor, unitId));
    await tx.upsert(
      RoleGrant,
      mine.map(({ unitId, role }) => ({ personId: to.id, unitId, role })),
      { conflictPaths: ['personId', 'unitId', 'role'], skipUpdateIfNoValuesChanged: true },
    );
    for (const { unitId, role } of leaves ? [] : mine) await tx.delete(RoleGrant, { personId: from.id, unitId, role });
    await this.changed(tx, from, to);
    return mine.map(({ unit, role }) => `${unit?.name ?? ''} ${ROLE_LABELS[role]}`).sort();
  }

  private async changed(tx: EntityManager, ...people: Person[]): Promise<void> {
    // Roles and positions are part of what `version` stands for.
    await tx.increment(Person, { id: In(people.map(({ id }) => id)) }, 'version', 1);
  }

  private async leave(tx: EntityManager, { id }: Person): Promise<void> {
    await tx.update(Person, id, { active: false });
    await tx.delete(Session, { personId: id });
    await keepAnAdministrator(tx);
  }

  private previewOf(from: Person, to: Person, owned: readonly Owned[], also: string[]): SuccessionPreview {
    const today = this.clock.today();
    const kinds = owned.map(({ open, ...kind }) => {
      const items = open.map((item) => ({ ...item, overdue: item.dueOn !== null && item.dueOn < today }));
      const overdue = items.filter((item) => item.overdue).length;
      return { ...kind, count: items.length, overdue, items: items.slice(0, SHOWN) };
    });
    const sum = (of: 'count' | 'overdue') => kinds.reduce((total, kind) => total + kind[of], 0);
    const what = [from.id, to.id, owned.map(({ kind, open }) => [kind, ...open.map((item) => item.id).sort()]), also];
    return {
      preview: createHash('sha256').update(JSON.stringify(what)).digest('hex'),
      ...{ predecessor: from.name, successor: to.name, total: sum('count'), overdue: sum('overdue'), kinds },
    };
  }
}

const covers = (actor: Actor, unitId: string) => actor.covers('organisation.manage', unitId);
