import { Link } from 'react-router';
import type { Overview } from '../../api/generated';
import { useMay } from '../../session/session';
import { LIGHTS } from '../../words';
import { taskAddress, UNDER_WAY } from './task-address';
import { t } from '../../language/t';

/** The figures of the first page; each opens its rows. They keep their place while they are read. */
export function OverviewFigures({ overview }: { overview: Overview | undefined }) {
  const supervises = useMay('task.assign');
  const figures = [
    { name: t`逾期`, value: overview?.overdue, to: taskAddress({ light: ['red'] }), colour: LIGHTS.red.colour },
    { name: t`临近到期`, value: overview?.dueSoon, to: taskAddress({ light: ['blue'] }), colour: LIGHTS.blue.colour },
    { name: t`待核实`, value: overview?.submitted, to: taskAddress({ status: ['submitted'] }) },
    { name: t`在办`, value: overview?.open, to: taskAddress({ status: [...UNDER_WAY, 'suspended'] }) },
    ...(supervises
      ? [
          { name: t`待交办`, value: overview?.drafted, to: taskAddress({ status: ['drafted'] }) },
          { name: t`待审核报告`, value: overview?.reportsToReview, to: '/reports?state=to-review' },
        ]
      : []),
    { name: t`已销号`, value: overview?.closed, to: taskAddress({ status: ['closed'] }) },
  ];
  return (
    <div className="figures">
      {figures.map(({ name, value, to, colour }) => (
        <Link key={name} className="figure" to={to}>
          <span className="quiet">{name}</span>
          <strong style={value ? { color: colour } : undefined}>{value ?? '…'}</strong>
        </Link>
      ))}
    </div>
  );
}
