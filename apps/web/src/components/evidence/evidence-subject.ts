import { ask } from '../../api/client';
import {
  detachEvidence,
  detachProblemEvidence,
  type AttachmentView,
  type ProblemDetail,
  type TaskDetail,
} from '../../api/generated';

/** What evidence belongs to. */
export interface EvidenceSubject {
  /** Under which the web keeps what it read of it. */
  queryKey: readonly [string, string];
  /** Of its evidence, below the API's root. */
  path: string;
  attachments: AttachmentView[];
  /** Whether the present person may remove evidence, be it his own only. */
  removes: boolean;
  remove: (attachmentId: string, reason: string) => Promise<unknown>;
}

export const taskEvidence = ({ id, version, moves, attachments }: TaskDetail): EvidenceSubject => ({
  queryKey: ['task', id],
  path: `/tasks/${id}/attachments`,
  attachments,
  removes: moves.includes('detach'),
  remove: (attachmentId, reason) => ask(detachEvidence({ path: { id, attachmentId }, body: { version, reason } })),
});

export const problemEvidence = ({ id, version, moves, attachments }: ProblemDetail): EvidenceSubject => ({
  queryKey: ['problem', id],
  path: `/problems/${id}/attachments`,
  attachments,
  removes: moves.includes('detach'),
  remove: (attachmentId, reason) =>
    ask(detachProblemEvidence({ path: { id, attachmentId }, body: { version, reason } })),
});
