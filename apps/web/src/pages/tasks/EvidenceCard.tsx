import { Card, Empty, Tag } from 'antd';
import type { TaskDetail } from '../../api/generated';
import { EvidenceList } from '../../components/evidence/EvidenceList';
import { taskEvidence } from '../../components/evidence/evidence-subject';
import { EvidenceUpload } from '../../components/evidence/EvidenceUpload';
import { at } from '../../components/time';
import { VERIFICATION } from '../../words';
import { t } from '../../language/t';

/** With what it is proved that the task was done, and who looked at it. */
export function EvidenceCard({ task }: { task: TaskDetail }) {
  const present = task.attachments.filter(({ removedAt }) => removedAt === null);
  const evidence = taskEvidence(task);
  const begun = !['drafted', 'assigned', 'returned'].includes(task.status);
  if (!begun && task.attachments.length === 0) return null;
  return (
    <Card
      title={
        <span className="evidence-title">
          {t`佐证材料（`}
          {present.length}）{task.evidenceNeeded && <Tag>{t`提交前必须上传`}</Tag>}
        </span>
      }
      extra={<span className={`verification ${task.verification}`}>{VERIFICATION[task.verification]}</span>}
    >
      {task.moves.includes('attach') && <EvidenceUpload of={evidence} />}
      {task.attachments.length === 0 && !task.moves.includes('attach') && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t`没有佐证材料。由承办人在办理时上传。`} />
      )}
      <EvidenceList of={evidence} />
      {task.verifications.length > 0 && (
        <ul className="verifications">
          {task.verifications.map(({ round, by, at: when, outcome, note, progressSeen, attachmentsSeen }) => (
            <li key={round}>
              {t`第`} {round} {t`次核实：`}
              <b>{outcome === 'passed' ? t`通过` : t`未通过`}</b>
              {note && `，${note}`}
              <div className="quiet small">
                {by} · {at(when)} {t`· 当时有进展`} {progressSeen} {t`条、佐证`} {attachmentsSeen} {t`份`}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
