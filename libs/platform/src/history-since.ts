import type { EntityManager } from 'typeorm';
import { changedMeanwhile, type DomainError } from './domain-error';
import type { Change } from './history.entity';
import type { Subject } from './history';

/** What somebody else did to a subject since it was seen. */
export interface DeedSince {
  at: string;
  by: string;
  action: string;
  changes: Change[];
  reason: string | null;
}

/** Nobody reads more before reloading the page. */
const MOST = 20;

/** The refusal of an edit that was made on version `seen`, with what happened after it. */
export async function changedSince(
  db: EntityManager,
  subject: Subject,
  chinese: string,
  subjectId: string,
  seen: number,
): Promise<DomainError> {
  const rows = await db.query<(Omit<DeedSince, 'at'> & { at: Date })[]>(
    `SELECT at, actor_name AS by, action, changes, reason FROM history
     WHERE subject_id = $1 AND subject = $2 AND version > $3 ORDER BY id LIMIT ${MOST}`,
    [subjectId, subject, seen],
  );
  const since = rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  return changedMeanwhile(subject, chinese, since);
}
