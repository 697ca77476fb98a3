import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Conditions } from '#platform/conditions';
import type { ProblemCheck } from '../problem.view';
import { visibleChecks } from './inspection-sight';

/** The check that found a problem; null when there is none that the actor may see. */
export async function checkOfProblem(db: EntityManager, actor: Actor, problemId: string): Promise<ProblemCheck | null> {
  const seen = visibleChecks(new Conditions().add('f.problem_id = ?', problemId), actor);
  const [check] = await db.query<ProblemCheck[]>(
    `SELECT c.id, r.title AS "roundTitle" FROM inspection_finding f JOIN inspection_check c ON c.id = f.check_id
     JOIN inspection_round r ON r.id = c.round_id ${seen.where}`,
    seen.values,
  );
  return check ?? null;
}
