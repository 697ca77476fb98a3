import { Card, Empty, Tag } from 'antd';
import { useState } from 'react';
import type { AttachmentView, TaskDetail } from '../../../api/generated';
import { VERIFICATION } from '../../../words';
import { AttachmentLine } from './AttachmentLine';
import { EvidenceUpload } from './EvidenceUpload';
import { RemoveEvidence } from './RemoveEvidence';
import { at } from '../../../components/time';

/** With what it is proved that the task was done, and who looked at it. */
export function EvidenceCard({ task }: { task: TaskDetail }) {
  const [removing, setRemoving] = useState<AttachmentView | null>(null);
  const present = task.attachments.filter(({ removedAt }) => removedAt === null);
  const removed = task.attachments.filter(({ removedAt }) => removedAt !== null);
  const begun = !['drafted', 'assigned', 'returned'].includes(task.status);
  if (!begun && task.attachments.length === 0) return null;
  return (
    <Card
      title={
        <span className="evidence-title">
          佐证材料（{present.length}）{task.evidenceNeeded && <Tag>提交前必须上传</Tag>}
        </span>
      }
      extra={<span className={`verification ${task.verification}`}>{VERIFICATION[task.verification]}</span>}
    >
      {task.moves.includes('attach') && <EvidenceUpload taskId={task.id} />}
      {task.attachments.length === 0 && !task.moves.includes('attach') && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有佐证材料。由承办人在办理时上传。" />
      )}
      <ul className="evidence">
        {present.map((one) => (
          <AttachmentLine key={one.id} task={task} attachment={one} onRemove={() => setRemoving(one)} />
        ))}
        {removed.map((one) => (
          <li key={one.id} className="quiet small">
            <span>
              <s>{one.fileName}</s>（SHA-256 {one.sha256.slice(0, 12)}…）由{one.removedBy}移除：{one.removalReason}
            </span>
          </li>
        ))}
      </ul>
      {task.verifications.length > 0 && (
        <ul className="verifications">
          {task.verifications.map(({ round, by, at: when, outcome, note, progressSeen, attachmentsSeen }) => (
            <li key={round}>
              第 {round} 次核实：<b>{outcome === 'passed' ? '通过' : '未通过'}</b>
              {note && `，${note}`}
              <div className="quiet small">
                {by} · {at(when)} · 当时有进展 {progressSeen} 条、佐证 {attachmentsSeen} 份
              </div>
            </li>
          ))}
        </ul>
      )}
      {removing && <RemoveEvidence task={task} attachment={removing} onClose={() => setRemoving(null)} />}
    </Card>
  );
}
