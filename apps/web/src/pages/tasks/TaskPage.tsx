import { useQuery } from '@tanstack/react-query';
import { Breadcrumb, Card, Descriptions, Progress, Skeleton, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { ask } from '../../api/client';
import { getTask, type TaskDetail } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { LightTag } from '../../components/LightTag';
import { PaceWord } from '../../components/PaceWord';
import { LedgerOrigin } from '../../components/LedgerOrigin';
import { SourceQuote } from '../../components/SourceQuote';
import { StatusTag } from '../../components/StatusTag';
import { TASK_KINDS } from '../../words';
import { CommentsCard } from './comments/CommentsCard';
import { Deadline } from './Deadline';
import { DeadlineHistory } from './DeadlineHistory';
import { EscalationCard } from './escalation/EscalationCard';
import { EvidenceCard } from './EvidenceCard';
import { Milestones } from './Milestones';
import { Parts } from './Parts';
import { ProgressCard } from './ProgressCard';
import { Recurrence } from './Recurrence';
import { ReportingDuty } from './ReportingDuty';
import { RemindersCard } from './RemindersCard';
import { RequestsCard } from './RequestsCard';
import { ResponsibilityCard } from './responsibility/ResponsibilityCard';
import { TaskHistory } from './TaskHistory';
import { TaskMoves } from './TaskMoves';
import { TaskReminders } from './TaskReminders';
import './tasks.css';
import './task-page.css';
import { t } from '../../language/t';

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
    <div className="page stack task-page">
      <p className="print-only">
        {t`任务办理单　`}
        {task.code}
      </p>
      <Breadcrumb
        className="no-print"
        items={[
          { title: <Link to="/tasks">{t`任务`}</Link> },
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
      <p className="print-only task-sheet">
        {t`牵头单位：`}
        {task.leadUnitName}
        {t`　责任人：`}
        {task.assigneeName ?? t`单位联络员`}
        {t`　完成时限：`}
        {task.dueOn ?? t`未定`}
      </p>
      <TaskMoves task={task} />
      <div className="task-columns">
        <div className="stack">
          <Card title={t`时限与进度`}>
            <Facts task={task} />
            <DeadlineHistory task={task} />
          </Card>
          {(task.occursEvery ?? task.suggestedEvery) && <Recurrence task={task} />}
          <RequestsCard task={task} />
          {task.milestones.length > 0 && <Milestones task={task} />}
          {task.parts.length > 0 && <Parts task={task} />}
          {task.source && <SourceQuote source={task.source} />}
          {task.ledger && <LedgerOrigin ledger={task.ledger} text={task.text} />}
          {task.measures.length > 1 && <Measures task={task} />}
          <ProgressCard task={task} />
          <EvidenceCard task={task} />
          <CommentsCard taskId={task.id} />
        </div>
        <div className="stack">
          <ResponsibilityCard task={task} />
          {task.reporting.length > 0 && <ReportingDuty task={task} />}
          <EscalationCard taskId={task.id} />
          <div className="no-print stack">
            {task.status !== 'closed' && task.status !== 'dropped' && <TaskReminders task={task} />}
            <RemindersCard task={task} />
          </div>
          <Card title={t`办理过程`}>
            <TaskHistory history={task.history} />
          </Card>
        </div>
      </div>
    </div>
  );
}

const Measures = ({ task }: { task: TaskDetail }) => (
  <Card title={t`具体措施（${task.measures.length}）`}>
    <ol style={{ margin: 0, paddingInlineStart: 20, lineHeight: 1.9 }}>
      {task.measures.map(({ text }) => (
        <li key={text}>{text.replace(/[，,；;]$/, '')}</li>
      ))}
    </ol>
  </Card>
);

function Facts({ task }: { task: TaskDetail }) {
  return (
    <Descriptions
      column={1}
      items={[
        {
          key: 'due',
          label: t`完成时限`,
          children: <Deadline task={task} />,
        },
        {
          key: 'progress',
          label: t`进度`,
          children: (
            <span style={{ flex: 1 }}>
              <Progress
                percent={task.progress}
                size="small"
                status="normal"
                style={{ maxWidth: 200 }}
                aria-label={t`进度`}
              />
              <PaceWord pace={task.pace} />
            </span>
          ),
        },
        ...(task.assignedOn ? [{ key: 'assigned', label: t`交办日期`, children: task.assignedOn }] : []),
        ...(task.closedOn ? [{ key: 'closed', label: t`销号日期`, children: task.closedOn }] : []),
        ...(task.recurrence ? [{ key: 'recurrence', label: t`周期`, children: task.recurrence }] : []),
      ]}
    />
  );
}
