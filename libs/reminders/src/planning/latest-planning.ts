import type { EntityManager } from 'typeorm';
import type { PlanningRunView } from '../policy/reminder-policy.view';
import { PlanningRun } from './planning-run.entity';

/** The newest complete planning; null before the first. */
export async function latestPlanning(db: EntityManager): Promise<PlanningRunView | null> {
  const [run] = await db.find(PlanningRun, { order: { day: 'DESC' }, take: 1 });
  if (!run) return null;
  const { day, finishedAt, considered, planned, unpublishedYears } = run;
  return { day, finishedAt: finishedAt.toISOString(), considered, planned, unpublishedYears };
}
