import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Person } from '#organisation/person.entity';
import { DomainError } from '#platform/domain-error';
import { changesBetween, record, type Doer } from '#platform/history';
import { Settings } from '#platform/settings';
import { RULE_KINDS, type OptionalKind } from '../rules';
import { MailPreference, SEND_HOUR } from './mail-preference.entity';
import type { ChangePreference } from './preference.dto';
import type { PreferenceView } from './preference.view';
import { isQuiet } from './quiet-hours';

/** 邮件提醒设置: when a person wants his mails, and which of the optional ones he does not want. */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  async own({ personId }: Actor): Promise<PreferenceView> {
    const { sendHour, quietFrom, quietTo, timeZone, declined } = await preferenceOf(this.db.manager, personId);
    const { email } = await this.db.manager.findOneByOrFail(Person, { id: personId });
    return {
      ...{ sendHour, quietFrom, quietTo, timeZone, declined },
      ...{ usualSendHour: SEND_HOUR, usualTimeZone: this.settings.timeZone, address: email },
    };
  }

  /** Throws preference.quiet-hours when they have one end only or none between, or preference.quiet-send-hour. */
  async change(actor: Actor, ask: ChangePreference): Promise<PreferenceView> {
    const { sendHour = null, quietFrom = null, quietTo = null, timeZone = null } = ask;
    if ((quietFrom === null) !== (quietTo === null) || (quietFrom !== null && quietFrom === quietTo)) {
      const message = '免打扰时段须同时填写开始和结束，且两者不能相同；不需要时请都清空。';
      throw new DomainError('invalid', 'preference.quiet-hours', message);
    }
    const from = sendHour ?? SEND_HOUR;
    if (quietFrom !== null && quietTo !== null && isQuiet(from, quietFrom, quietTo)) {
      const message = `发送时间 ${from} 点落在免打扰时段（${quietFrom} 点至 ${quietTo} 点）内，邮件无法发出，请改其中一个。`;
      throw new DomainError('invalid', 'preference.quiet-send-hour', message);
    }
    const declined = [...new Set(ask.declined)].sort();
    await this.keep(actor, actor.personId, () => ({ sendHour, quietFrom, quietTo, timeZone, declined }));
    return this.own(actor);
  }

  /** Does no more than that; declining again what was declined changes nothing. */
  decline(doer: Doer, personId: string, kinds: readonly OptionalKind[]): Promise<void> {
    return this.keep(doer, personId, (now) => ({ ...now, declined: [...new Set([...now.declined, ...kinds])].sort() }));
  }

  private keep(doer: Doer, personId: string, change: (now: Chosen) => Chosen): Promise<void> {
    return this.db.transaction(async (tx) => {
      await tx.findOneOrFail(Person, { where: { id: personId }, lock: { mode: 'pessimistic_write' } });
      const now = await preferenceOf(tx, personId);
      const next = change(now);
      const changes = changesBetween(facts(now), facts(next));
      if (changes.length === 0) return;
      await tx.save(MailPreference, { ...next, personId });
      await record(tx, doer, { subject: 'person', subjectId: personId, action: 'mail-preference', changes });
    });
  }
}

type Chosen = Omit<MailPreference, 'person' | 'personId'>;

/** What the person has chosen, or nothing yet. */
export async function preferenceOf(db: EntityManager, personId: string): Promise<Chosen> {
  const none = { sendHour: null, quietFrom: null, quietTo: null, timeZone: null, declined: [] };
  return (await db.findOneBy(MailPreference, { personId })) ?? none;
}

const facts = ({ sendHour, quietFrom, quietTo, timeZone, declined }: Chosen) => ({
  sendHour: sendHour === null ? null : `${sendHour} 点`,
  quietHours: quietFrom === null ? null : `${quietFrom} 点至 ${quietTo} 点`,
  timeZone,
  declined: declined.map((kind) => RULE_KINDS[kind].heading).join('、') || null,
});
