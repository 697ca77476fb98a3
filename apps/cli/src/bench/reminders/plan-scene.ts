import type { INestApplicationContext } from '@nestjs/common';
import type { Client } from 'pg';
import { Clock } from '#platform/clock';
import { PlanningService } from '#reminders/planning/planning.service';
import type { BenchResult } from '../bench';
import type { Size } from './seed';

const ROUNDS = 2;

/** The yardstick: the plainest statement that puts the same rows into the ledger; it knows no policies, no absences, no ledger. */
const PLAINEST = `INSERT INTO reminder (task_id, rule, due_on, recipient_id, planned_on)
  SELECT t.id, 'due', t.due_on, t.assignee_id, $1::date FROM task t
  WHERE t.status IN ('assigned', 'accepted', 'in-progress') AND t.due_on = $1::date
  ON CONFLICT DO NOTHING`;

/** Seconds to plan a day among all tasks, and to look again ten minutes later. Leaves the ledger planned. */
export async function planScene(
  app: INestApplicationContext,
  database: Client,
  size: Size,
  say: (line: string) => void,
): Promise<BenchResult['figures']> {
  const planning = app.get(PlanningService);
  const today = app.get(Clock).today();
  const empty = () => database.query('TRUNCATE reminder, planning_run CASCADE');
  const best = { plainest: Infinity, ours: Infinity };
  for (let round = 0; round < ROUNDS; round++) {
    await empty();
    best.plainest = Math.min(best.plainest, await seconds(() => database.query(PLAINEST, [today])));
    await mustHold(database, size);
    await empty();
    best.ours = Math.min(best.ours, await seconds(() => planning.plan()));
    await mustHold(database, size);
    say(`计划一天：${best.ours.toFixed(1)} 秒（一条 INSERT…SELECT ${best.plainest.toFixed(1)} 秒）`);
  }
  const again = await seconds(() => planning.plan());
  return {
    plan_1m: { ours: best.ours, yardstick: best.plainest, unit: 's', ratio: best.ours / best.plainest },
    plan_1m_again: { ours: again, unit: 's' },
  };
}

async function mustHold(database: Client, { people, dueEach }: Size): Promise<void> {
  const { rows } = await database.query<{ n: number }>(`SELECT count(*)::int AS n FROM reminder WHERE rule = 'due'`);
  if (rows[0].n !== people * dueEach) throw new Error(`${rows[0].n} reminders instead of ${people * dueEach}`);
}

async function seconds(run: () => Promise<unknown>): Promise<number> {
  const start = process.hrtime.bigint();
  await run();
  return Number(process.hrtime.bigint() - start) / 1e9;
}
