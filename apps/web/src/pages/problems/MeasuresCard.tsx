import { Alert, Button, Card, Empty } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ask } from '../../api/client';
import { unlinkMeasure, type ProblemDetail, type ProblemMeasure } from '../../api/generated';
import { assigneeWord } from '../../components/assignee-word';
import { EvidenceFile } from '../../components/evidence/EvidenceFile';
import { LightTag } from '../../components/LightTag';
import { StatusTag } from '../../components/StatusTag';
import { LinkMeasuresModal } from './LinkMeasuresModal';
import { MeasureModal } from './MeasureModal';
import { useProblemCommand } from './useProblemCommand';
import { t } from '../../language/t';

/** The tasks that answer the problem 措施, each with what was done 佐证. */
export function MeasuresCard({ problem }: { problem: ProblemDetail }) {
  const [adding, setAdding] = useState<'new' | 'link' | null>(null);
  const unlink = useProblemCommand(
    problem,
    (taskId: string) => ask(unlinkMeasure({ path: { id: problem.id, taskId }, body: { version: problem.version } })),
    t`已取消关联，任务本身不变`,
  );
  const plans = problem.moves.includes('plan');
  return (
    <Card
      title={t`整改措施与落实${problem.measures > 0 ? t`（已销号 ${problem.measuresClosed} / ${problem.measures}）` : ''}`}
      extra={
        plans && (
          <span className="no-print" style={{ display: 'inline-flex', gap: 8 }}>
            <Button size="small" onClick={() => setAdding('link')}>
              {t`关联已有任务`}
            </Button>
            <Button size="small" type="primary" onClick={() => setAdding('new')}>
              {t`新建措施`}
            </Button>
          </span>
        )
      }
    >
      {unlink.error && <Alert type="error" showIcon title={unlink.error.message} style={{ marginBottom: 12 }} />}
      {problem.tasks.length === 0 && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={t`还没有整改措施。督办员可以新建，或关联已有的任务。`}
        />
      )}
      {problem.tasks.map((task) => (
        <Measure key={task.id} task={task} unlink={plans ? () => unlink.mutate(task.id) : undefined} />
      ))}
      {adding === 'new' && <MeasureModal problem={problem} onClose={() => setAdding(null)} />}
      {adding === 'link' && <LinkMeasuresModal problem={problem} onClose={() => setAdding(null)} />}
    </Card>
  );
}

function Measure({ task, unlink }: { task: ProblemMeasure; unlink?: () => void }) {
  return (
    <div className="task-line">
      <Link to={`/tasks/${task.id}`}>{task.title}</Link>
      <LightTag light={task.light} status={task.status} />
      <div className="meta">
        <span>{task.dueOn ? t`${task.dueOn} 前` : t`未定时限`}</span>
        <span>
          {task.leadUnitName}
          {assigneeWord(task) && ` · ${assigneeWord(task)}`}
        </span>
        <span>
          {t`进度`} {task.progress}%
        </span>
        <StatusTag status={task.status} />
        {unlink && (
          <Button
            className="no-print"
            type="link"
            size="small"
            style={{ height: 'auto', padding: 0, fontSize: 12 }}
            aria-label={t`取消关联：${task.title}`}
            onClick={unlink}
          >
            {t`取消关联`}
          </Button>
        )}
      </div>
      {task.progressEntries.length > 0 && (
        <ul className="measure-proof">
          {task.progressEntries.map(({ id, at, by, percent, narrative }) => (
            <li key={id}>
              <span className="quiet small">
                {new Date(at).toLocaleDateString('zh-CN')} · {by} · {percent}%
              </span>
              <div className="narrative">{narrative}</div>
            </li>
          ))}
        </ul>
      )}
      {task.attachments.length > 0 && (
        <ul className="measure-proof">
          <li className="quiet small">
            {t`佐证材料`} {task.attachments.length} {t`份`}
          </li>
          {task.attachments.map(({ id, fileName, shown }) => (
            <li key={id}>
              <EvidenceFile address={`/api/v1/tasks/${task.id}/attachments/${id}`} fileName={fileName} shown={shown} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
