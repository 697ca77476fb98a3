import type { EntityManager } from 'typeorm';
import type { WorkingCalendar } from '#calendar/working-calendar';
import { addDays } from '#language/day';
import type { Day } from '#platform/clock';
import { REPORTING_PERIODS } from '#tasks/task.entity';
import type { PolicyBook } from '../policy/policy-book';
import { askedPeriod } from './latest-request';
import type { Held, PlannedTask } from './planned-task';

/** Tasks of a kind that rules can fire for, in the order of an index. A task may come from several: it is planned alike. */
export interface Source {
  where: string;
  values: unknown[];
  /** What orders it, with the types of the values. */
  keys: readonly (readonly [sql: string, type: string])[];
}

const BY_ID: Source['keys'] = [['t.id', 'uuid']];
/** As in the indexes of tasks by deadline. */
const DUE_DAY = `coalesce(t.due_on, DATE '9999-12-31')`;

/** Tasks changed at `at` or later: assigned, handed over, re-dated, handed in. */
export const changedSince = (at: Date): Source => ({
  where: `t.updated_at >= $1 AND t.status IN ('assigned', 'accepted', 'in-progress', 'submitted')`,
  values: [at],
  keys: [
    ['t.updated_at', 'timestamptz'],
    ['t.code', 'text'],
  ],
});

/**
 * Unchanged tasks for which something can have fired by `today`. What fired up to `plannedOn` is in the ledger already;
 * null: nothing that is known to be.
 */
export function fireable(book: PolicyBook, calendar: WorkingCalendar, today: Day, plannedOn: Day | null): Source[] {
  const points = book.all();
  const soonest = Math.max(0, ...points.flatMap(({ before }) => before ?? []));
  // Deadlines on the holidays that follow are met on the working day before them.
  const until = addDays(calendar.addWorkingDays(today, soonest + 1), -1);
  const asked = REPORTING_PERIODS.flatMap((kind) => askedPeriod(kind, calendar, today) ?? []).filter(
    ({ on }) => plannedOn === null || on > plannedOn,
  );
  // A policy asks within the period only, a duty to report also when it is over.
  const byPolicy = asked.some(
    ({ period, over }) => !over && points.some(({ requests }) => requests?.includes(period.kind)),
  );
  return [
    {
      where: `${DUE_DAY} <= $1::date AND t.status NOT IN ('closed', 'dropped') AND t.status IN ('assigned', 'accepted', 'in-progress')`,
      values: [until],
      keys: [
        [DUE_DAY, 'date'],
        ['t.code', 'text'],
      ],
    },
    { where: `t.status IN ('assigned', 'submitted')`, values: [], keys: BY_ID },
    ...(asked.length > 0
      ? [
          {
            where: `t.status IN ('accepted', 'in-progress') AND t.kind <> 'duty'
              AND (t.report_every = ANY($1) OR ($2 AND t.report_every IS NULL))`,
            values: [asked.map(({ period }) => period.kind), byPolicy],
            keys: BY_ID,
          },
        ]
      : []),
  ];
}

type Row = Omit<PlannedTask, 'support' | 'reportedOn' | 'reportedPeriods'> & { key: string[] };

/** The tasks of a source in portions, so that never more than one of them is in memory. */
export async function* inPortions(db: EntityManager, source: Source, size: number): AsyncGenerator<Row[]> {
  const { where, values, keys } = source;
  const columns = keys.map(([sql]) => sql).join(', ');
  // Micro-seconds do not survive a Date, texts do.
  const key = keys.map(([sql]) => `(${sql})::text`).join(', ');
  for (let after: string[] | null = null; ;) {
    const further = keys.map(([, type], index) => `$${values.length + index + 1}::${type}`).join(', ');
    const rows: Row[] = await db.query(
      `SELECT t.id, t.kind, t.status, t.due_on AS "dueOn", t.assigned_on AS "assignedOn", t.submitted_on AS "submittedOn",
         t.report_every AS "reportEvery", t.lead_unit_id AS "leadUnitId", t.assignee_id AS "assigneeId",
         t.leader_id AS "leaderId", t.updated_at AS "updatedAt", ARRAY[${key}] AS key
       FROM task t WHERE ${where} ${after === null ? '' : `AND (${columns}) > (${further})`}
       ORDER BY ${columns} LIMIT ${size}`,
      [...values, ...(after ?? [])],
    );
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    after = rows[rows.length - 1].key;
  }
}

/** How far back reports of single periods are of any use: the last quarter but one, and some days more. */
const REPORTS_SINCE = 200;

/** The rest that planning looks at of these tasks. `zone`: in which the days of reports are told. */
export async function completed(db: EntityManager, rows: Row[], today: Day, zone: string): Promise<PlannedTask[]> {
  const ids = rows.map(({ id }) => id);
  const supports = await db.query<{ taskId: string; parts: PlannedTask['support'] }[]>(
    `SELECT task_id AS "taskId", json_agg(json_build_object('unitId', unit_id, 'personId', person_id) ORDER BY id) AS parts
     FROM supporting_unit WHERE task_id = ANY($1::uuid[]) AND done_on IS NULL AND waived_on IS NULL GROUP BY task_id`,
    [ids],
  );
  const reports = await db.query<{ taskId: string; reportedOn: Day | null; periods: Day[] }[]>(
    `SELECT task_id AS "taskId", (max(at) FILTER (WHERE NOT from_ledger) AT TIME ZONE $2)::date AS "reportedOn",
       array_remove(array_agg(DISTINCT period_start::text) FILTER (WHERE period_start >= $3), NULL) AS periods
     FROM progress_entry WHERE task_id = ANY($1::uuid[]) GROUP BY task_id`,
    [ids, zone, addDays(today, -REPORTS_SINCE)],
  );
  const supportOf = new Map(supports.map(({ taskId, parts }) => [taskId, parts]));
  const reportsOf = new Map(reports.map((report) => [report.taskId, report]));
  return rows.map(({ key: _, ...row }) => ({
    ...row,
    support: supportOf.get(row.id) ?? [],
    reportedOn: reportsOf.get(row.id)?.reportedOn ?? null,
    reportedPeriods: reportsOf.get(row.id)?.periods ?? [],
  }));
}

/** What the ledger holds for these tasks, but for what people sent by hand. */
export function heldFor(db: EntityManager, tasks: readonly { id: string }[]): Promise<Held[]> {
  return db.query(
    `SELECT task_id AS "taskId", rule, due_on AS "dueOn", recipient_id AS "recipientId", instead_of_id AS "insteadOfId",
       planned_on AS "plannedOn", status, settled_at AS "settledAt"
     FROM reminder WHERE task_id = ANY($1::uuid[]) AND nudge_id IS NULL AND comment_id IS NULL`,
    [tasks.map(({ id }) => id)],
  );
}
