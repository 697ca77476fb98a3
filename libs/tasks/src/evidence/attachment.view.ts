import type { VerificationOutcome } from './verification.entity';

export class AttachmentView {
  id: string;
  /** The report of progress it came with. */
  progressEntryId: string | null;
  fileName: string;
  mediaType: string;
  /** Whether a browser may show it by itself. */
  shown: boolean;
  /** Bytes. */
  size: number;
  sha256: string;
  uploadedBy: string;
  uploadedAt: string;
  /** Whether the present person uploaded it. */
  mine: boolean;
  removedBy: string | null;
  removedAt: string | null;
  removalReason: string | null;
}

export class Attached {
  attachmentId: string;
  fileName: string;
  /** Set when the name was corrected to what the content is. */
  notice: string | null;
}

export class VerificationView {
  round: number;
  by: string;
  at: string;
  outcome: VerificationOutcome;
  note: string | null;
  /** How much lay before whoever verified. */
  progressSeen: number;
  attachmentsSeen: number;
}
