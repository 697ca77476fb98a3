import { Card, Empty, Tag, Timeline } from 'antd';
import type { ProgressView, TaskDetail } from '../../api/generated';
import { taskEvidence } from '../../components/evidence/evidence-subject';
import { EvidenceThumbs } from '../../components/evidence/EvidenceThumbs';
import { at } from '../../components/time';
import { t } from '../../language/t';

/** 办理进展, each report with the evidence that came with it. */
export function ProgressCard({ task }: { task: TaskDetail }) {
  return (
    <Card title={t`办理进展`}>
      {task.progressEntries.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t`还没有进展。责任人签收后在这里更新。`} />
      ) : (
        <Timeline
          items={task.progressEntries.map((entry) => ({
            key: entry.id,
            content: <Report task={task} entry={entry} />,
          }))}
        />
      )}
    </Card>
  );
}

function Report({ task, entry }: { task: TaskDetail; entry: ProgressView }) {
  // As they were added.
  const enclosed = task.attachments
    .filter(({ progressEntryId, removedAt }) => progressEntryId === entry.id && removedAt === null)
    .toReversed();
  return (
    <>
      <div className="quiet small">
        {at(entry.at)} · {entry.by} {t`· 进度`} {entry.percent}%{entry.late && ' · '}
        {entry.late && <span className="late">{t`补报`}</span>}
        {entry.fromLedger && <Tag style={{ marginInlineStart: 8 }}>{t`导入自台账`}</Tag>}
        {enclosed.length > 0 && t` · 附佐证 ${enclosed.length} 份`}
      </div>
      <div className="narrative">{entry.narrative}</div>
      {enclosed.length > 0 && <EvidenceThumbs attachments={enclosed} path={taskEvidence(task).path} />}
    </>
  );
}
