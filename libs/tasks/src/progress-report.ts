import type { EntityManager } from 'typeorm';
import { prepared } from '#platform/prepared';
import type { ProgressEntry } from './progress-entry.entity';

const REPORT = prepared(`WITH entry AS (
    INSERT INTO progress_entry (task_id, person_id, percent, narrative, on_behalf_of, at, period_start, late)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id)
  UPDATE attachment SET progress_entry_id = entry.id FROM entry
  WHERE subject = 'task' AND subject_id = $1 AND uploaded_by_id = $2 AND progress_entry_id IS NULL AND removed_at IS NULL`);

/** Puts a person's report of progress on record. What he uploaded since he last reported belongs to it. */
export async function report(
  tx: EntityManager,
  entry: Pick<ProgressEntry, 'taskId' | 'percent' | 'narrative' | 'onBehalfOf' | 'at' | 'periodStart' | 'late'> & {
    personId: string;
  },
): Promise<void> {
  const { taskId, personId, percent, narrative, onBehalfOf, at, periodStart, late } = entry;
  await tx.query(REPORT, [taskId, personId, percent, narrative, onBehalfOf, at, periodStart, late]);
}
