import { useMutation } from '@tanstack/react-query';
import { App, Button, Empty, Input, Select, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client';
import { listPeople, resetPassword, type PersonView } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { More, usePages } from '../../components/pages';
import { UnitSelect } from '../../components/UnitSelect';
import { ROLES } from '../../words';
import { OneTimePasswordModal, type Handed } from './OneTimePasswordModal';
import { PersonModal } from './PersonModal';

interface Filters {
  q?: string;
  unitId?: string;
  role?: PersonView['roles'][number]['role'];
}

export function PeopleTab() {
  const [filters, setFilters] = useState<Filters>({});
  const [editing, setEditing] = useState<{ person?: PersonView } | null>(null);
  const [handed, setHanded] = useState<Handed | null>(null);
  const { message, modal } = App.useApp();
  const list = usePages(['people', filters], (cursor) => ask(listPeople({ query: { ...filters, cursor } })));
  const { rows, error, refetch, isFetching } = list;
  const reset = useMutation({
    mutationFn: (person: PersonView) => ask(resetPassword({ path: { id: person.id } })),
    onSuccess: ({ oneTimePassword }, { name, login }) => setHanded({ name, login, password: oneTimePassword }),
    onError: (failure) => message.error(failure.message, 6),
  });
  const confirmReset = (person: PersonView) =>
    modal.confirm({
      title: `重置“${person.name}”的密码？`,
      content: '原密码立即失效，此人在各处的登录都会退出。',
      okText: '重置',
      onOk: () => reset.mutate(person),
    });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <>
      <div className="filters">
        <Input.Search
          aria-label="搜索人员"
          placeholder="姓名、登录名或邮箱"
          allowClear
          onSearch={(q) => setFilters({ ...filters, q: q.trim() || undefined })}
          style={{ width: 240 }}
        />
        <UnitSelect
          label="所在单位"
          value={filters.unitId}
          onChange={(unitId) => setFilters({ ...filters, unitId })}
          allowClear
          placeholder="全部单位"
          style={{ width: 220 }}
        />
        <Select
          aria-label="角色"
          allowClear
          placeholder="全部角色"
          value={filters.role}
          onChange={(role) => setFilters({ ...filters, role })}
          options={Object.entries(ROLES).map(([value, label]) => ({
            value: value as NonNullable<Filters['role']>,
            label,
          }))}
          style={{ width: 140 }}
        />
        <Button type="primary" onClick={() => setEditing({})}>
          添加人员
        </Button>
      </div>
      <Table<PersonView>
        rowKey="id"
        loading={isFetching && !rows}
        dataSource={rows}
        pagination={false}
        scroll={{ x: 900 }}
        locale={{ emptyText: <Empty description="没有符合条件的人员" /> }}
        columns={[
          {
            title: '姓名',
            dataIndex: 'name',
            width: 130,
            render: (name: string, { active }) =>
              active ? (
                name
              ) : (
                <>
                  {name} <Tag>已停用</Tag>
                </>
              ),
          },
          { title: '登录名', dataIndex: 'login', width: 140 },
          {
            title: '职务',
            dataIndex: 'positions',
            render: (positions: PersonView['positions']) =>
              positions.map(({ unitName, title }) => `${unitName} ${title}`).join('；') || '—',
          },
          {
            title: '角色',
            dataIndex: 'roles',
            render: (roles: PersonView['roles']) =>
              roles.map(({ unitName, role }) => `${unitName} ${ROLES[role]}`).join('；') || '—',
          },
          { title: '邮箱', dataIndex: 'email', width: 190, render: (email: string | null) => email ?? '—' },
          {
            title: '操作',
            width: 170,
            render: (_, person) => (
              <Space>
                <Button size="small" onClick={() => setEditing({ person })}>
                  修改
                </Button>
                <Button size="small" onClick={() => confirmReset(person)}>
                  重置密码
                </Button>
              </Space>
            ),
          },
        ]}
      />
      <More list={list} />
      {editing && <PersonModal {...editing} onClose={() => setEditing(null)} onAdded={setHanded} />}
      {handed && <OneTimePasswordModal handed={handed} onClose={() => setHanded(null)} />}
    </>
  );
}
