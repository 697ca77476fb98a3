import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Verification, type Seen, type VerificationOutcome } from './verification.entity';

/** 未核实, 核实未通过, 已核实. */
export type VerificationState = 'unverified' | 'rejected' | 'passed';

interface Present {
  progress: readonly string[];
  attachments: readonly string[];
}

/** How far the verification is. After a rejection anything new starts it afresh. */
export function verificationState(
  closed: boolean,
  last: Pick<Verification, 'outcome' | 'seen'> | undefined,
  present: Present,
): VerificationState {
  if (closed) return 'passed';
  if (last?.outcome !== 'rejected') return 'unverified';
  const progress = new Set(last.seen.progress);
  const attachments = new Set(last.seen.attachments.map(({ id }) => id));
  const same =
    present.progress.every((id) => progress.has(id)) && present.attachments.every((id) => attachments.has(id));
  return same ? 'rejected' : 'unverified';
}

const SEEN = `SELECT
  (SELECT coalesce(json_agg(e.id ORDER BY e.at), '[]') FROM progress_entry e WHERE e.task_id = $1) AS progress,
  (SELECT coalesce(json_agg(json_build_object('id', a.id, 'sha256', a.sha256) ORDER BY a.uploaded_at), '[]')
    FROM attachment a WHERE a.subject = 'task' AND a.subject_id = $1 AND a.removed_at IS NULL) AS attachments`;

/** Puts on record who verified what; the task's row is locked by the caller. */
export async function verify(
  tx: EntityManager,
  actor: Actor,
  taskId: string,
  { outcome, note, at }: { outcome: VerificationOutcome; note?: string | null; at: Date },
): Promise<void> {
  const [seen] = await tx.query<Seen[]>(SEEN, [taskId]);
  const round = 1 + (await tx.countBy(Verification, { taskId }));
  await tx.insert(Verification, { taskId, round, verifiedById: actor.personId, at, outcome, note: note ?? null, seen });
}
