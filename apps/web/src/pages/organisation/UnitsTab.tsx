import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Empty, Popconfirm, Space, Table } from 'antd';
import { useMemo, useState } from 'react';
import { ask } from '../../api/client';
import { removeUnit, type UnitView } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { useUnits } from '../../components/units';
import { UnitModal } from './UnitModal';
import { t } from '../../language/t';

type Row = UnitView & { children?: Row[] };

function rowsOf(units: readonly UnitView[]): Row[] {
  const rows = new Map<string, Row>(units.map((unit) => [unit.id, { ...unit }]));
  const roots: Row[] = [];
  for (const row of rows.values()) {
    const parent = rows.get(row.parentId ?? '');
    if (parent) (parent.children ??= []).push(row);
    else roots.push(row);
  }
  return roots;
}

export function UnitsTab() {
  const { data, error, refetch } = useUnits();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [editing, setEditing] = useState<{ unit?: UnitView; parentId?: string } | null>(null);
  const rows = useMemo(() => rowsOf((data ?? []).filter(({ external }) => !external)), [data]);
  const remove = useMutation({
    mutationFn: async (id: string) => {
      await ask(removeUnit({ path: { id } }));
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['units'] });
      void message.success(t`单位已删除`);
    },
    onError: (failure) => message.error(failure.message, 6),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return null;
  return (
    <>
      <Table<Row>
        rowKey="id"
        dataSource={rows}
        pagination={false}
        expandable={{ defaultExpandAllRows: true }}
        scroll={{ x: 760 }}
        locale={{ emptyText: <Empty description={t`还没有单位。可在右上方从 Excel 导入，或逐个添加。`} /> }}
        columns={[
          { title: t`单位名称`, dataIndex: 'name' },
          { title: t`简称`, dataIndex: 'shortName', width: 150, render: (name: string | null) => name ?? '—' },
          { title: t`别名`, dataIndex: 'aliases', width: 200, render: (names: string[]) => names.join('、') || '—' },
          { title: t`人员`, dataIndex: 'people', width: 80, align: 'right' },
          {
            title: t`操作`,
            width: 240,
            render: (_, unit) => (
              <Space>
                <Button size="small" onClick={() => setEditing({ parentId: unit.id })}>
                  {t`添加下级`}
                </Button>
                <Button size="small" onClick={() => setEditing({ unit })}>
                  {t`修改`}
                </Button>
                {unit.parentId && (
                  <Popconfirm title={t`删除“${unit.name}”？`} okText={t`删除`} onConfirm={() => remove.mutate(unit.id)}>
                    <Button size="small">{t`删除`}</Button>
                  </Popconfirm>
                )}
              </Space>
            ),
          },
        ]}
      />
      {editing && <UnitModal {...editing} onClose={() => setEditing(null)} />}
    </>
  );
}
