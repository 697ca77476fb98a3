import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { mustAdministerAll, takeTurn } from '#organisation/administrators';
import { CalendarYear } from '#organisation/calendar/calendar-year.entity';
import { FIRST_UNIT } from '#organisation/first-administrator';
import { Person } from '#organisation/person.entity';
import { SetUpDismissal } from '#organisation/set-up/set-up-dismissal.entity';
import { Unit } from '#organisation/unit.entity';
import { Clock } from '#platform/clock';
import { record } from '#platform/history';
import { Mailer } from '#platform/mailer';
import { Settings } from '#platform/settings';
import { LOCAL_MAILBOX } from '#reminders/delivery/local-mailbox';
import { SourceDocument } from '#reports/source-document.entity';
import { stepsDone, type SetUpFacts } from './set-up-steps';
import type { SetUpProgress } from './set-up-progress.view';

/** Of the newest mails one that was sent is soon found, if there is any. */
const NEWEST_MAILS = 500;

/** How far 初始设置 is: read off the data, so that it does not matter where something was entered. */
@Injectable()
export class SetUpProgressService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
    private readonly settings: Settings,
  ) {}

  async progress(actor: Actor): Promise<SetUpProgress> {
    mustAdministerAll(actor);
    return this.read(this.db.manager);
  }

  /** Puts 初始设置 aside, or takes it up again. */
  async dismiss(actor: Actor, dismissed: boolean): Promise<SetUpProgress> {
    mustAdministerAll(actor);
    return this.db.transaction(async (tx) => {
      await takeTurn(tx);
      const { id: unitId } = await tx.findOneByOrFail(Unit, { parentId: IsNull() });
      if ((await tx.existsBy(SetUpDismissal, { unitId })) !== dismissed) {
        if (dismissed) await tx.insert(SetUpDismissal, { unitId, byId: actor.personId, at: this.clock.now() });
        else await tx.delete(SetUpDismissal, { unitId });
        const action = dismissed ? 'dismiss-set-up' : 'resume-set-up';
        const answer = await this.read(tx);
        await record(tx, actor, { subject: 'unit', subjectId: unitId, action });
        return answer;
      }
      return this.read(tx);
    });
  }

  private async read(db: EntityManager): Promise<SetUpProgress> {
    const root = await db.findOneByOrFail(Unit, { parentId: IsNull() });
    const today = this.clock.today();
    const year = Number(today.slice(0, 4));
    const published = (of: number) => db.existsBy(CalendarYear, { year: of, published: true });
    const facts: SetUpFacts = {
      today,
      named: root.name !== FIRST_UNIT,
      units: await db.count(Unit),
      people: await db.countBy(Person, { active: true }),
      mailSent: await this.mailSent(db),
      thisYearPublished: await published(year),
      nextYearPublished: await published(year + 1),
      reports: await db.existsBy(SourceDocument, {}),
    };
    return {
      ...{ units: facts.units, people: facts.people, mailSent: facts.mailSent, reports: facts.reports },
      ...{ thisYearPublished: facts.thisYearPublished, nextYearPublished: facts.nextYearPublished },
      steps: stepsDone(facts),
      ...{ unitId: root.id, unitName: root.name, unitVersion: root.version },
      ...{ year, mailServer: this.mailer.ready, mailFrom: this.settings.mailFrom },
      dismissed: await db.existsBy(SetUpDismissal, { unitId: root.id }),
    };
  }

  /** By the way that mails go now: what lies in the local mailbox proves nothing of a mail server. */
  private async mailSent(db: EntityManager): Promise<boolean> {
    const [{ sent }] = await db.query<{ sent: boolean }[]>(
      `SELECT EXISTS (SELECT 1 FROM (SELECT status, answer FROM mail ORDER BY claimed_at DESC, id DESC LIMIT ${NEWEST_MAILS}) m
         WHERE m.status = 'sent' AND (m.answer IS NOT DISTINCT FROM $1) = $2) AS sent`,
      [LOCAL_MAILBOX, !this.mailer.ready],
    );
    return sent;
  }
}
