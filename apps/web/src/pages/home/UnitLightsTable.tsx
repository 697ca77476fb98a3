import { Card, Empty, Table } from 'antd';
import { Link } from 'react-router';
import type { Overview } from '../../api/generated';
import { LightTag } from '../../components/LightTag';
import { LIGHTS, type Light } from '../../words';

const ORDER: Light[] = ['red', 'yellow', 'blue', 'green', 'purple'];

/** Whose tasks stand how: every figure opens its rows. */
export function UnitLightsTable({ units }: { units: Overview['units'] }) {
  return (
    <Card title="各单位亮灯情况">
      <Table
        rowKey="unitId"
        size="small"
        pagination={false}
        scroll={{ x: 620 }}
        dataSource={units}
        locale={{
          emptyText: (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description="还没有交办的任务。督办员在“任务”页交办后，这里显示各单位的情况。"
            />
          ),
        }}
        columns={[
          {
            title: '单位',
            dataIndex: 'unitName',
            render: (name: string, { unitId }) => <Link to={`/tasks?unitId=${unitId}`}>{name}</Link>,
          },
          ...ORDER.map((light) => ({
            title: <LightTag light={light} />,
            dataIndex: light,
            align: 'right' as const,
            render: (count: number, { unitId, unitName }: Overview['units'][number]) =>
              count === 0 ? (
                <span className="quiet">0</span>
              ) : (
                <Link
                  to={`/tasks?unitId=${unitId}&light=${light}`}
                  aria-label={`${unitName}${LIGHTS[light].meaning}${count}项`}
                >
                  {count}
                </Link>
              ),
          })),
        ]}
      />
    </Card>
  );
}
