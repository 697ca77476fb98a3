import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { Link } from 'react-router';
import { ask } from '../../api/client';
import { getOverview, type TaskSummary } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { TaskLines } from '../../components/TaskLines';
import { useMay, useMe } from '../../session/session';
import { ImportCard } from '../reports/ImportCard';
import { SetUpCard } from '../set-up/SetUpCard';
import { ExamplesOffer } from './ExamplesOffer';
import { HealthSheetCard } from './HealthSheetCard';
import { OpenRequestsCard } from './OpenRequestsCard';
import { OverviewFigures } from './OverviewFigures';
import { OwnWorkCard } from './own-work/OwnWorkCard';
import { RateSummary } from './RateSummary';
import { TrendCard } from './TrendCard';
import { Waiting } from './Waiting';
import './home.css';
import { t } from '../../language/t';

/** Whoever oversees units sees first what is late and whose it is; everybody else what he has to do himself. */
export default function HomePage() {
  const me = useMe();
  const oversees = useMay('task.read');
  return (
    <div className="page stack">
      <h1>
        {me.person.name}
        {t`，您好`}
      </h1>
      <SetUpCard />
      <ExamplesOffer />
      {oversees ? <OverseersHome /> : <OwnWorkCard />}
    </div>
  );
}

function OverseersHome() {
  const imports = useMay('report.import');
  // A liaison of a unit does work himself: his own stands first.
  const leads = useMay('task.read-drafts');
  const { data, error, refetch } = useQuery({ queryKey: ['overview'], queryFn: () => ask(getOverview()) });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <>
      <OverviewFigures overview={data} />
      {!leads && <OwnWorkCard />}
      <div className="columns">
        <TasksCard title={t`逾期`} to="/tasks?light=red" tasks={data?.overdueTasks} empty={t`没有逾期的任务`} />
        <TasksCard
          title={t`七日内到期`}
          to="/tasks?light=blue"
          tasks={data?.dueSoonTasks}
          empty={t`七日内没有到期的任务`}
        />
      </div>
      <HealthSheetCard />
      <TrendCard />
      <div className="columns">
        <RateSummary />
        <OpenRequestsCard />
        {imports && <ImportCard />}
      </div>
      {leads && <OwnWorkCard onlyWithTasks />}
    </>
  );
}

/** What stands on one screen together with the units; the rest is one click away. */
const SHOWN = 5;

interface TasksProps {
  title: string;
  to: string;
  /** Undefined while it is read. */
  tasks: readonly TaskSummary[] | undefined;
  empty: string;
}

const TasksCard = ({ title, to, tasks, empty }: TasksProps) => (
  <Card className="home-list" title={title} extra={<Link to={to}>{t`全部`}</Link>}>
    {tasks ? <TaskLines tasks={tasks.slice(0, SHOWN)} empty={empty} /> : <Waiting rows={8} />}
  </Card>
);
