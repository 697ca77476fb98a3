import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkingTime, type AsOf } from '#organisation/calendar/working-time';
import { Clock } from '#platform/clock';
import { readPolicyBook } from '../policy/policy-book';
import { changedSince, completed, fireable, heldFor, inPortions, type Source } from './candidates';
import { plan } from './plan';
import { PlanningRun } from './planning-run.entity';
import { readOrganisation } from './read-organisation';
import { putIntoLedger } from './put-into-ledger';

/** Tasks that are in memory at a time. */
const PORTION = 2000;

/** A change is on record under the time at which its transaction began to save; the longest takes less than this to commit. */
const SLACK_MINUTES = 10;

/** What planning depends on beside the tasks: whoever gets reminders, by which rules, on which days. */
const BASIS = `SELECT concat_ws('/',
    (SELECT number FROM organisation_revision),
    (SELECT sum(version) FROM calendar_year),
    (SELECT md5(string_agg(id || ':' || version, ',' ORDER BY id)) FROM reminder_policy),
    (SELECT count(*) FILTER (WHERE active) FROM person)) AS basis`;

/** Puts what is due into the ledger. */
@Injectable()
export class PlanningService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly time: WorkingTime,
  ) {}

  /**
   * Plans the day: the first time everything that can fire, also for days on which nothing ran; then what was changed since.
   * Nothing is lost when it breaks off half-way, for only a complete planning is on record; what it put into the ledger by
   * then is found there the next time.
   */
  async plan(): Promise<void> {
    const at = await this.time.asOf();
    const [{ basis }] = await this.db.query<{ basis: string }[]>(BASIS);
    const previous = await this.previous(at);
    const book = await readPolicyBook(this.db.manager);
    const organisation = await readOrganisation(this.db.manager, at.today);
    const same = previous?.basis === basis;
    const sources: Source[] = previous ? [changedSince(minutesBefore(previous.startedAt, SLACK_MINUTES))] : [];
    if (!same || previous.day !== at.today) {
      sources.push(...fireable(book, at.calendar, at.today, same ? previous.day : null));
    }
    let considered = 0;
    let planned = 0;
    const years = new Set([Number(at.today.slice(0, 4))]);
    for (const source of sources) {
      for await (const rows of inPortions(this.db.manager, source, PORTION)) {
        const tasks = await completed(this.db.manager, rows, at.today, this.clock.zone);
        const ledger = await heldFor(this.db.manager, tasks);
        const ground = { calendar: at.calendar, organisation, ledger, pointsOf: book.pointsOf.bind(book) };
        planned += await putIntoLedger(this.db.manager, plan(tasks, ground, at.today), at.today);
        considered += tasks.length;
        for (const { dueOn } of tasks) if (dueOn !== null) years.add(Number(dueOn.slice(0, 4)));
      }
    }
    await this.onRecord(at, { basis, considered, planned, unpublishedYears: unpublished(years, at) });
  }

  /** The last complete planning; one of a time that is still to come was before the clock was set back, and says nothing. */
  private previous({ today, now }: AsOf): Promise<PlanningRun | null> {
    return this.db.manager
      .createQueryBuilder(PlanningRun, 'run')
      .where('run.day <= :today AND run.finishedAt <= :now', { today, now })
      .orderBy('run.day', 'DESC')
      .getOne();
  }

  /** The day's row says what all plannings of the day did together. */
  private async onRecord(
    { today, now }: AsOf,
    {
      basis,
      considered,
      planned,
      unpublishedYears,
    }: Pick<PlanningRun, 'basis' | 'considered' | 'planned' | 'unpublishedYears'>,
  ): Promise<void> {
    await this.db.query(
      `INSERT INTO planning_run AS run (day, started_at, finished_at, considered, planned, basis, unpublished_years)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (day) DO UPDATE SET started_at = excluded.started_at, finished_at = excluded.finished_at,
         considered = run.considered + excluded.considered, planned = run.planned + excluded.planned,
         basis = excluded.basis, unpublished_years = ARRAY(
           SELECT DISTINCT y FROM unnest(CASE WHEN run.basis = excluded.basis THEN run.unpublished_years ELSE '{}' END
             || excluded.unpublished_years) y ORDER BY y)`,
      [today, now, this.clock.now(), considered, planned, basis, unpublishedYears],
    );
  }
}

const minutesBefore = (time: Date, minutes: number) => new Date(time.getTime() - minutes * 60_000);

const unpublished = (years: ReadonlySet<number>, { calendar }: AsOf): number[] =>
  [...years].filter((year) => !calendar.published(year)).toSorted((a, b) => a - b);
