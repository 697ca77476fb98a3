import { useQuery } from '@tanstack/react-query';
import { Breadcrumb, Button, Card, Empty, Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { ask } from '../../api/client';
import { getHookedLeader, type ProblemSummary } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { LightTag } from '../../components/LightTag';
import { TaskLines } from '../../components/TaskLines';
import { ProblemDue, ProblemStatusTag } from './ProblemTags';
import { t } from '../../language/t';

/** The problems and tasks to which one leader is hooked, to read and to print. */
export default function HookedLeaderPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['hooked-leaders', id],
    queryFn: () => ask(getHookedLeader({ path: { id } })),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active style={{ padding: 24 }} />;
  const { name, problems, problemsClosed, problemsOverdue, tasks, tasksClosed, problemRows, taskRows } = data;
  const first = (shown: number, all: number) => (shown < all ? t`，按时限列出前 ${shown} 个` : '');
  return (
    <div className="page stack">
      <Breadcrumb
        className="no-print"
        items={[
          { title: <Link to="/problems">{t`问题`}</Link> },
          { title: <Link to="/problems/leaders">{t`挂钩联系`}</Link> },
          { title: name },
        ]}
      />
      <div className="page-head" style={{ marginBottom: 0 }}>
        <h1 className="grow">
          {name}
          {t`挂钩联系的问题和任务`}
        </h1>
        <Button className="no-print" onClick={() => window.print()}>
          {t`打印`}
        </Button>
      </div>
      <Card
        title={t`问题：共 ${problems} 个，已销号 ${problemsClosed} 个，超期 ${problemsOverdue} 个${first(problemRows.length, problems)}`}
      >
        {problemRows.length === 0 && (
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description={t`没有挂钩的问题。登记或修改问题时可以指定挂钩领导。`}
          />
        )}
        {problemRows.map((problem) => (
          <ProblemLine key={problem.id} problem={problem} />
        ))}
      </Card>
      <Card title={t`任务：共 ${tasks} 个，已销号 ${tasksClosed} 个${first(taskRows.length, tasks)}`}>
        <TaskLines tasks={taskRows} empty={t`没有挂钩的任务`} />
      </Card>
    </div>
  );
}

function ProblemLine({ problem }: { problem: ProblemSummary }) {
  const { id, title, light, dueOn, overdue, unitName, personName, measures, measuresClosed, status } = problem;
  return (
    <div className="task-line">
      <Link to={`/problems/${id}`}>{title}</Link>
      {light ? <LightTag light={light} /> : <span />}
      <div className="meta">
        <span>
          {t`整改时限`} <ProblemDue dueOn={dueOn} overdue={overdue} />
        </span>
        <span>
          {unitName}
          {personName && ` · ${personName}`}
        </span>
        <span>
          {t`措施销号`} {measuresClosed} / {measures}
        </span>
        <ProblemStatusTag status={status} />
      </div>
    </div>
  );
}
