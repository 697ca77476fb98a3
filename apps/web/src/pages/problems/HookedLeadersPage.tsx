import { useQuery } from '@tanstack/react-query';
import { Breadcrumb, Button, Empty, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ask } from '../../api/client';
import { listHookedLeaders, type HookedLeader } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { LightTag } from '../../components/LightTag';
import { UnitSelect } from '../../components/UnitSelect';
import { t } from '../../language/t';

const LIGHTS = ['red', 'yellow', 'blue', 'purple', 'green'] as const;

/** 挂钩联系: how the problems and tasks stand to which each leader is hooked. */
export default function HookedLeadersPage() {
  const [unitId, setUnitId] = useState<string>();
  const { data, error, refetch } = useQuery({
    queryKey: ['hooked-leaders', 'of', unitId],
    queryFn: () => ask(listHookedLeaders({ query: { unitId } })),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <div className="page">
      <Breadcrumb
        className="no-print"
        items={[{ title: <Link to="/problems">{t`问题`}</Link> }, { title: t`挂钩联系` }]}
      />
      <div className="page-head" style={{ marginTop: 12 }}>
        <h1 className="grow">{t`领导挂钩联系情况`}</h1>
        <Button className="no-print" onClick={() => window.print()}>
          {t`打印`}
        </Button>
      </div>
      <div className="filters no-print">
        <UnitSelect
          label={t`责任单位`}
          value={unitId}
          onChange={setUnitId}
          allowClear
          placeholder={t`全部单位`}
          style={{ width: 220 }}
        />
      </div>
      <Table<HookedLeader>
        rowKey="id"
        loading={!data}
        dataSource={data}
        pagination={false}
        scroll={{ x: 'max-content' }}
        locale={{
          emptyText: <Empty description={t`还没有挂钩。登记或修改问题、交办任务时可以指定挂钩领导。`} />,
        }}
        columns={[
          {
            title: t`挂钩领导`,
            dataIndex: 'name',
            render: (name: string, { id }) => <Link to={`/problems/leaders/${id}`}>{name}</Link>,
          },
          {
            title: t`问题（已销号 / 全部）`,
            dataIndex: 'problems',
            render: (all: number, { problemsClosed, problemsOverdue }) => (
              <>
                {problemsClosed} / {all}
                {problemsOverdue > 0 && (
                  <b>
                    {t`，超期`} {problemsOverdue} {t`个`}
                  </b>
                )}
              </>
            ),
          },
          {
            title: t`任务（已销号 / 全部）`,
            dataIndex: 'tasks',
            render: (all: number, { tasksClosed }) => `${tasksClosed} / ${all}`,
          },
          {
            title: t`任务亮灯`,
            key: 'lights',
            render: (_: unknown, leader) =>
              leader.tasks === 0 ? (
                <span className="quiet">{t`没有任务`}</span>
              ) : (
                <span style={{ display: 'inline-flex', flexWrap: 'wrap', gap: 8 }}>
                  {LIGHTS.filter((light) => leader[light] > 0).map((light) => (
                    <span key={light} className="nowrap">
                      <LightTag light={light} /> {leader[light]}
                    </span>
                  ))}
                </span>
              ),
          },
        ]}
      />
    </div>
  );
}
