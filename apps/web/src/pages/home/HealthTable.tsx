import { Table } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { LightTag } from '../../components/LightTag';
import { LIGHTS } from '../../words';
import { byPressure, LIGHT_ORDER, type Due, type UnitHealth } from './health-words';
import { HealthBar } from './HealthBar';
import { HealthColour } from './HealthColour';
import { taskAddress } from './task-address';
import { t } from '../../language/t';

type Row = UnitHealth & { children?: Row[] };

/** The units below one another; what stands topmost is opened. */
function asTree(units: readonly UnitHealth[]): Row[] {
  const rows = new Map<string, Row>(units.toSorted(byPressure).map((unit) => [unit.unitId, { ...unit }]));
  const roots: Row[] = [];
  for (const row of rows.values()) {
    const above = row.parentId === null ? undefined : rows.get(row.parentId);
    if (above) (above.children ??= []).push(row);
    else roots.push(row);
  }
  return roots;
}

export function HealthTable({ units, due }: { units: readonly UnitHealth[]; due: Due }) {
  const rows = useMemo(() => asTree(units), [units]);
  return (
    <Table<Row>
      rowKey="unitId"
      size="small"
      pagination={false}
      dataSource={rows}
      expandable={{ defaultExpandedRowKeys: rows.map(({ unitId }) => unitId) }}
      columns={[
        {
          title: t`单位`,
          dataIndex: 'unitName',
          render: (name: string, { unitId }) => (
            <Link to={taskAddress({ unitId, light: LIGHT_ORDER, ...due })}>{name}</Link>
          ),
        },
        {
          title: t`总评`,
          dataIndex: 'colour',
          width: 84,
          render: (colour: Row['colour']) => <HealthColour colour={colour} />,
        },
        { title: t`构成`, key: 'bar', width: '32%', render: (_, unit) => <HealthBar unit={unit} /> },
        ...LIGHT_ORDER.map((light) => ({
          title: <LightTag light={light} />,
          dataIndex: light,
          align: 'right' as const,
          width: 118,
          render: (count: number, unit: Row) => <LightCount light={light} unit={unit} due={due} count={count} />,
        })),
      ]}
    />
  );
}

interface CountProps {
  light: (typeof LIGHT_ORDER)[number];
  unit: UnitHealth;
  due: Due;
  count: number;
}

function LightCount({ light, unit: { unitId, unitName }, due, count }: CountProps) {
  if (count === 0) return <span className="quiet">0</span>;
  return (
    <Link
      to={taskAddress({ unitId, light: [light], ...due })}
      aria-label={t`${unitName}${LIGHTS[light].meaning}${count}项`}
    >
      {count}
    </Link>
  );
}
