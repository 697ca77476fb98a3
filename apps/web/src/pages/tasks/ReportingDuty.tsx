import { Card } from 'antd';
import type { ReportedPeriodView, TaskDetail } from '../../api/generated';
import { REPORTING } from '../../words';
import { t } from '../../language/t';

const STATES: Record<ReportedPeriodView['state'], string> = {
  reported: t`按时报送`,
  late: t`补报`,
  missing: t`未报送`,
  open: t`本期待报`,
};

/** Period by period whether progress was reported in time; what was made up for stays marked. */
export function ReportingDuty({ task }: { task: TaskDetail }) {
  const missing = task.reporting.filter(({ state }) => state === 'missing').length;
  return (
    <Card
      title={t`${task.reportEvery ? REPORTING[task.reportEvery] : ''}报送进展${missing > 0 ? t`（缺 ${missing} 期）` : ''}`}
    >
      <ol className="periods">
        {task.reporting.map(({ start, label, state }) => (
          <li key={start} className={state}>
            {label} <b>{STATES[state]}</b>
          </li>
        ))}
      </ol>
    </Card>
  );
}
