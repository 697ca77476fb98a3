import type { EntityManager } from 'typeorm';
import { DomainError } from '#platform/domain-error';

/** A task is nudged no more often than this, whoever nudges. */
const HOURS = 4;
const PAUSE = HOURS * 3_600_000;

export interface LastNudge {
  by: string;
  at: Date;
}

/** The nudges of these tasks that are still fresh at `now`, by task. */
export async function freshNudges(
  db: EntityManager,
  taskIds: readonly string[],
  now: Date,
): Promise<Map<string, LastNudge>> {
  const rows = await db.query<(LastNudge & { taskId: string })[]>(
    `SELECT DISTINCT ON (n.task_id) n.task_id AS "taskId", p.name AS by, n.at
     FROM nudge n JOIN person p ON p.id = n.by_id
     WHERE n.task_id = ANY($1::uuid[]) AND n.at > $2 ORDER BY n.task_id, n.at DESC`,
    [taskIds, new Date(now.getTime() - PAUSE)],
  );
  return new Map(rows.map(({ taskId, by, at }) => [taskId, { by, at }]));
}

/** The refusal to nudge again so soon after `last`, with times of `zone`. */
export function tooSoon({ by, at }: LastNudge, zone: string): DomainError {
  const again = new Date(at.getTime() + PAUSE);
  const time = new Intl.DateTimeFormat('zh-CN', {
    ...{ timeZone: zone, month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false },
  });
  const message = `${by}已于${time.format(at)}催办过，同一任务 ${HOURS} 小时内只催办一次，请在${time.format(again)}以后再催。`;
  return new DomainError('too-many', 'nudge.too-soon', message);
}
