import type { EntityManager } from 'typeorm';

/** 分解任务汇总: the progress of a task that was broken down is the weighted mean of its parts; what was dropped does not count. */
const ROLL_UP = `UPDATE task p SET progress = x.progress
  FROM (
    SELECT c.parent_id AS id,
      round(sum(c.weight * CASE WHEN c.status = 'closed' THEN 100 ELSE c.progress END)::numeric / sum(c.weight))::int AS progress
    FROM task c WHERE c.parent_id = ANY($1::uuid[]) AND c.status <> 'dropped' GROUP BY c.parent_id
  ) x
  WHERE p.id = x.id AND p.kind <> 'duty' AND p.status <> 'closed' AND p.progress <> x.progress
  RETURNING p.parent_id AS "parentId"`;

/** Carries progress up the tree, from the parents of changed tasks to the top. The occurrences of a duty do not add up. */
export async function rollUp(tx: EntityManager, parentIds: readonly (string | null)[]): Promise<void> {
  let ids = [...new Set(parentIds.filter((id) => id !== null))];
  while (ids.length > 0) {
    const [parents] = await tx.query<[{ parentId: string | null }[], number]>(ROLL_UP, [ids]);
    ids = [...new Set(parents.flatMap(({ parentId }) => parentId ?? []))];
  }
}
