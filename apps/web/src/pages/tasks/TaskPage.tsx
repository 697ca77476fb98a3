import { useQuery } from '@tanstack/react-query';
import { Breadcrumb, Card, Descriptions, Empty, Progress, Skeleton, Tag, Timeline } from 'antd';
import { Link, useParams } from 'react-router';
import { ask } from '../../api/client';
import { getTask, type AttachmentView, type TaskDetail } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { LightTag } from '../../components/LightTag';
import { PaceWord } from '../../components/PaceWord';
import { LedgerOrigin } from '../../components/LedgerOrigin';
import { SourceQuote } from '../../components/SourceQuote';
import { StatusTag } from '../../components/StatusTag';
import { at } from '../../components/time';
import { TASK_KINDS } from '../../words';
import { Deadline } from './Deadline';
import { EscalationCard } from './escalation/EscalationCard';
import { EvidenceCard } from './EvidenceCard';
import { Milestones } from './Milestones';
import { Parts } from './Parts';
import { Recurrence } from './Recurrence';
import { ReportingDuty } from './ReportingDuty';
import { RemindersCard } from './RemindersCard';
import { RequestsCard } from './RequestsCard';
import { ResponsibilityCard } from './responsibility/ResponsibilityCard';
import { TaskHistory } from './TaskHistory';
import { TaskMoves } from './TaskMoves';
import { TaskReminders } from './TaskReminders';
import './tasks.css';

export default function TaskPage() {
  const { id = '' } = useParams();
  const {
    data: task,
    error,
    refetch,
  } = useQuery({ queryKey: ['task', id], queryFn: () => ask(getTask({ path: { id } })) });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!task) return <Skeleton active style={{ padding: 24 }} />;
  return (
    <div className="page stack">
      <Breadcrumb
        items={[
          { title: <Link to="/tasks">任务</Link> },
          ...(task.whole ? [{ title: <Link to={`/tasks/${task.whole.id}`}>{task.whole.title}</Link> }] : []),
          { title: task.code },
        ]}
      />
      <div className="page-head" style={{ marginBottom: 0 }}>
        <h1 className="grow" style={{ minWidth: 240 }}>
          {task.title}
        </h1>
        {task.kind !== 'commitment' && <Tag>{TASK_KINDS[task.kind]}</Tag>}
        <LightTag light={task.light} status={task.status} />
        <StatusTag status={task.status} />
      </div>
      <TaskMoves task={task} />
      <ResponsibilityCard task={task} />
      <Card title="时限与进度">
        <Facts task={task} />
      </Card>
      {task.status !== 'closed' && task.status !== 'dropped' && <TaskReminders task={task} />}
      {(task.occursEvery ?? task.suggestedEvery) && <Recurrence task={task} />}
      {task.reporting.length > 0 && <ReportingDuty task={task} />}
      {task.milestones.length > 0 && <Milestones task={task} />}
      {task.parts.length > 0 && <Parts task={task} />}
      {task.ledger && <LedgerOrigin ledger={task.ledger} text={task.text} />}
      {task.source && <SourceQuote source={task.source} />}
      {task.measures.length > 1 && (
        <Card title={`具体措施（${task.measures.length}）`}>
          <ol style={{ margin: 0, paddingInlineStart: 20, lineHeight: 1.9 }}>
            {task.measures.map(({ text }) => (
              <li key={text}>{text.replace(/[，,；;]$/, '')}</li>
            ))}
          </ol>
        </Card>
      )}
      <EscalationCard taskId={task.id} />
      <RequestsCard task={task} />
      <EvidenceCard task={task} />
      <RemindersCard task={task} />
      <div className="columns">
        <Card title="办理进展">
          {task.progressEntries.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有进展。责任人签收后在这里更新。" />
          ) : (
            <Timeline
              items={task.progressEntries.map((entry) => ({
                key: entry.id,
                content: (
                  <>
                    <div className="quiet small">
                      {at(entry.at)} · {entry.by} · 进度 {entry.percent}%{entry.late && ' · '}
                      {entry.late && <span className="late">补报</span>}
                      {entry.fromLedger && <Tag style={{ marginInlineStart: 8 }}>导入自台账</Tag>}
                      <Enclosed attachments={task.attachments} entryId={entry.id} />
                    </div>
                    <div className="narrative">{entry.narrative}</div>
                  </>
                ),
              }))}
            />
          )}
        </Card>
        <Card title="办理过程">
          <TaskHistory history={task.history} />
        </Card>
      </div>
    </div>
  );
}

/** How much evidence came with a report of progress. */
function Enclosed({ attachments, entryId }: { attachments: AttachmentView[]; entryId: string }) {
  const enclosed = attachments.filter((one) => one.progressEntryId === entryId && one.removedAt === null);
  return enclosed.length > 0 && ` · 附佐证 ${enclosed.length} 份`;
}

function Facts({ task }: { task: TaskDetail }) {
  return (
    <Descriptions
      column={{ xs: 1, sm: 2, lg: 4 }}
      items={[
        {
          key: 'due',
          label: '完成时限',
          children: <Deadline task={task} />,
        },
        {
          key: 'progress',
          label: '进度',
          children: (
            <span style={{ flex: 1 }}>
              <Progress
                percent={task.progress}
                size="small"
                status="normal"
                style={{ maxWidth: 200 }}
                aria-label="进度"
              />
              <PaceWord pace={task.pace} />
            </span>
          ),
        },
        ...(task.assignedOn ? [{ key: 'assigned', label: '交办日期', children: task.assignedOn }] : []),
        ...(task.closedOn ? [{ key: 'closed', label: '销号日期', children: task.closedOn }] : []),
        ...(task.recurrence ? [{ key: 'recurrence', label: '周期', children: task.recurrence }] : []),
      ]}
    />
  );
}
