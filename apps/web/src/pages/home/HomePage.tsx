import { useQuery } from '@tanstack/react-query';
import { Card, Skeleton } from 'antd';
import { Link } from 'react-router';
import { ask } from '../../api/client';
import { getOverview } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { TaskLines } from '../../components/TaskLines';
import { useMay, useMe } from '../../session/session';
import { ImportCard } from '../reports/ImportCard';
import { SetUpCard } from '../set-up/SetUpCard';
import { ExamplesOffer } from './ExamplesOffer';
import { OpenRequestsCard } from './OpenRequestsCard';
import { UnitLightsTable } from './UnitLightsTable';

export default function HomePage() {
  const me = useMe();
  const supervises = useMay('task.assign');
  const oversees = useMay('task.read');
  const imports = useMay('report.import');
  const { data, error, refetch } = useQuery({ queryKey: ['overview'], queryFn: () => ask(getOverview()) });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active style={{ padding: 24 }} />;

  const figures = [
    { name: '逾期', value: data.overdue, to: '/tasks?light=red', shown: true, colour: '#b42318' },
    { name: '临近到期', value: data.dueSoon, to: '/tasks?light=blue', shown: true, colour: '#175cd3' },
    { name: '待核实', value: data.submitted, to: '/tasks?status=submitted', shown: true },
    {
      name: '在办',
      value: data.open,
      to: '/tasks?status=assigned,returned,accepted,in-progress,submitted,suspended',
      shown: true,
    },
    { name: '待交办', value: data.drafted, to: '/tasks?status=drafted', shown: supervises },
    { name: '待审核报告', value: data.reportsToReview, to: '/reports?state=to-review', shown: supervises },
    { name: '已销号', value: data.closed, to: '/tasks?status=closed', shown: true },
  ];
  return (
    <div className="page stack">
      <h1>{me.person.name}，您好</h1>
      <SetUpCard />
      <ExamplesOffer />
      <div className="figures">
        {figures.map(
          ({ name, value, to, shown, colour }) =>
            shown && (
              <Link key={name} className="figure" to={to}>
                <span className="quiet">{name}</span>
                <strong style={value > 0 ? { color: colour } : undefined}>{value}</strong>
              </Link>
            ),
        )}
      </div>
      <div className="columns">
        <OpenRequestsCard />
        {oversees && (
          <Card title="逾期" extra={<Link to="/tasks?light=red">全部</Link>}>
            <TaskLines tasks={data.overdueTasks} empty="没有逾期的任务" />
          </Card>
        )}
        {oversees && (
          <Card title="七日内到期" extra={<Link to="/tasks?light=blue">全部</Link>}>
            <TaskLines tasks={data.dueSoonTasks} empty="七日内没有到期的任务" />
          </Card>
        )}
        <Card title="我的任务" extra={<Link to="/tasks?mine=true">全部</Link>}>
          <TaskLines tasks={data.myTasks} empty="现在没有要您办理的任务" />
        </Card>
        {imports && <ImportCard />}
      </div>
      {oversees && <UnitLightsTable units={data.units} />}
    </div>
  );
}
