import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Empty, Form, Input, Popconfirm, Space, Table } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client';
import { addUnit, changeUnit, removeUnit, type UnitView } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { FormModal } from '../../components/FormModal';
import { UnitSelect } from '../../components/UnitSelect';
import { useUnits } from '../../components/units';
import { t } from '../../language/t';

/** 外部单位: bodies outside the organisation, which lead or support tasks without an account. */
export function ExternalTab() {
  const { data, error, refetch } = useUnits();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [editing, setEditing] = useState<{ unit?: UnitView } | null>(null);
  const remove = useMutation({
    mutationFn: (id: string) => ask(removeUnit({ path: { id } })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['units'] });
      void message.success(t`外部单位已删除`);
    },
    onError: (failure) => message.error(failure.message, 6),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return null;
  const nameOf = new Map(data.map(({ id, name }) => [id, name]));
  return (
    <>
      <div className="filters">
        <Button type="primary" onClick={() => setEditing({})}>
          {t`添加外部单位`}
        </Button>
      </div>
      <p className="quiet">
        {t`外部单位没有账号，可以作为牵头或配合单位；进展由督办员代为填报，或通过任务页生成的限期链接自行填报。`}
      </p>
      <Table<UnitView>
        rowKey="id"
        dataSource={data.filter(({ external }) => external)}
        pagination={false}
        scroll={{ x: 700 }}
        locale={{ emptyText: <Empty description={t`还没有外部单位。供电、供水、银行等没有账号的单位在这里添加。`} /> }}
        columns={[
          { title: t`名称`, dataIndex: 'name' },
          { title: t`联系方式`, dataIndex: 'contact', render: (contact: string | null) => contact ?? '—' },
          {
            title: t`归口单位`,
            dataIndex: 'parentId',
            width: 200,
            render: (id: string | null) => nameOf.get(id ?? '') ?? '—',
          },
          {
            title: t`操作`,
            width: 150,
            render: (_, unit) => (
              <Space>
                <Button size="small" onClick={() => setEditing({ unit })} aria-label={t`修改${unit.name}`}>
                  {t`修改`}
                </Button>
                <Popconfirm title={t`删除“${unit.name}”？`} okText={t`删除`} onConfirm={() => remove.mutate(unit.id)}>
                  <Button size="small" aria-label={t`删除${unit.name}`}>
                    {t`删除`}
                  </Button>
                </Popconfirm>
              </Space>
            ),
          },
        ]}
      />
      {editing && <ExternalModal {...editing} root={data[0]?.id} onClose={() => setEditing(null)} />}
    </>
  );
}

interface Fields {
  parentId: string;
  name: string;
  contact?: string | null;
  aliases?: string[];
}

function ExternalModal({ unit, root, onClose }: { unit?: UnitView; root: string; onClose: () => void }) {
  return (
    <FormModal<Fields>
      title={unit ? t`修改外部单位` : t`添加外部单位`}
      okText={t`保存`}
      done={t`已保存`}
      renews={['units', 'supportable', 'responsibility']}
      initialValues={unit ?? { parentId: root }}
      send={({ contact, ...fields }) => {
        const body = { ...fields, contact: contact || null };
        if (!unit) return ask(addUnit({ body: { ...body, external: true } }));
        return ask(changeUnit({ path: { id: unit.id }, body: { ...body, version: unit.version } }));
      }}
      onClose={onClose}
    >
      <Form.Item name="name" label={t`名称`} rules={[{ required: true, whitespace: true, message: t`请填写单位名称` }]}>
        <Input autoFocus maxLength={60} placeholder={t`例如：市供电公司`} />
      </Form.Item>
      <Form.Item name="contact" label={t`联系方式`} extra={t`联系人、电话、邮箱`}>
        <Input maxLength={200} placeholder={t`例如：王工 0871-65550000`} />
      </Form.Item>
      <Form.Item
        name="parentId"
        label={t`归口单位`}
        extra={t`管这个单位的督办员可以向它交办任务`}
        rules={[{ required: true, message: t`请选择归口单位` }]}
      >
        <UnitSelect />
      </Form.Item>
    </FormModal>
  );
}
