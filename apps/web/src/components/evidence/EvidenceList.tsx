import { useState } from 'react';
import type { AttachmentView } from '../../api/generated';
import { AttachmentLine } from './AttachmentLine';
import type { EvidenceSubject } from './evidence-subject';
import { RemoveEvidence } from './RemoveEvidence';
import './evidence.css';
import { t } from '../../language/t';

/** The evidence of a task or a problem; what was removed stays named. */
export function EvidenceList({ of }: { of: EvidenceSubject }) {
  const [removing, setRemoving] = useState<AttachmentView | null>(null);
  const present = of.attachments.filter(({ removedAt }) => removedAt === null);
  const removed = of.attachments.filter(({ removedAt }) => removedAt !== null);
  return (
    <>
      <ul className="evidence">
        {present.map((one) => (
          <AttachmentLine key={one.id} of={of} attachment={one} onRemove={() => setRemoving(one)} />
        ))}
        {removed.map((one) => (
          <li key={one.id} className="quiet small">
            <span>
              <s>{one.fileName}</s>（SHA-256 {one.sha256.slice(0, 12)}
              {t`…）由`}
              {one.removedBy}
              {t`移除：`}
              {one.removalReason}
            </span>
          </li>
        ))}
      </ul>
      {removing && <RemoveEvidence of={of} attachment={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}
