import { useQuery } from '@tanstack/react-query';
import { Breadcrumb, Card, Empty, Skeleton, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { ask } from '../../api/client';
import { getProblem } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { SourceQuote } from '../../components/SourceQuote';
import { TaskLines } from '../../components/TaskLines';
import { PROBLEM_STATUS } from '../../words';

/** Source sentence, causes and the tasks that answer a problem, on one screen. */
export default function ProblemPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['problem', id],
    queryFn: () => ask(getProblem({ path: { id } })),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active style={{ padding: 24 }} />;
  return (
    <div className="page stack">
      <Breadcrumb items={[{ title: <Link to="/problems">问题</Link> }, { title: data.code }]} />
      <div className="page-head" style={{ marginBottom: 0 }}>
        <h1 className="grow">{data.title}</h1>
        <Tag>{PROBLEM_STATUS[data.status]}</Tag>
      </div>
      <div className="quiet">整改单位：{data.unitName}</div>
      <SourceQuote source={data.source} />
      <div className="columns">
        <Card title="原因">
          {data.causes.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="报告中没有写明原因，或尚未接受" />
          ) : (
            <ul style={{ margin: 0, paddingInlineStart: 20, lineHeight: 1.9 }}>
              {data.causes.map(({ id: causeId, text }) => (
                <li key={causeId}>{text}</li>
              ))}
            </ul>
          )}
        </Card>
        <Card title="整改措施">
          <TaskLines tasks={data.tasks} empty="还没有与这个问题对应的任务" />
        </Card>
      </div>
    </div>
  );
}
