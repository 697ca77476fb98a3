import { Table } from 'antd';
import { Link } from 'react-router';
import type { Trend } from '../../api/generated';
import { OUTCOMES, outcomeAddress, percentWord, quarterAddress, type Quarter } from './trend-words';
import { t } from '../../language/t';

/** The figures behind the chart; every one opens its rows. */
export function TrendTable({ trend: { unitId, quarters } }: { trend: Trend }) {
  const figure = (count: number, to: string, words: string) =>
    count === 0 ? (
      <span className="quiet">0</span>
    ) : (
      <Link to={to} aria-label={t`${words}${count}项`}>
        {count}
      </Link>
    );
  return (
    <Table<Quarter>
      className="trend-table"
      rowKey="start"
      size="small"
      pagination={false}
      dataSource={quarters}
      columns={[
        { title: t`完成时限所在季度`, dataIndex: 'label', className: 'nowrap' },
        {
          title: t`应办`,
          dataIndex: 'due',
          align: 'right',
          render: (count: number, quarter) => figure(count, quarterAddress(unitId, quarter), t`${quarter.label}应办`),
        },
        ...OUTCOMES.map((outcome) => ({
          title: outcome.name,
          dataIndex: outcome.key,
          align: 'right' as const,
          render: (count: number, quarter: Quarter) =>
            figure(count, outcomeAddress(unitId, quarter, outcome), `${quarter.label}${outcome.name}`),
        })),
        { title: t`按期完成率`, dataIndex: 'percent', align: 'right', render: percentWord },
      ]}
    />
  );
}
