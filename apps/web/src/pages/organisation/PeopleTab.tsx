import { useMutation } from '@tanstack/react-query';
import { DownOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, Empty, Input, Select, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client';
import { listPeople, resetPassword, type PersonView } from '../../api/generated';
import { AbsencesModal, useAbsences } from '../../components/AbsencesModal';
import { Failure } from '../../components/Failure';
import { More, usePages } from '../../components/pages';
import { dayWords } from '../../components/time';
import { UnitSelect } from '../../components/UnitSelect';
import { ROLES } from '../../words';
import { OneTimePasswordModal, type Handed } from './OneTimePasswordModal';
import { PersonModal } from './PersonModal';
import { SuccessionModal } from './SuccessionModal';
import { useUndeliverable } from './UndeliverableTab';
import { t } from '../../language/t';

interface Filters {
  q?: string;
  unitId?: string;
  role?: PersonView['roles'][number]['role'];
}

export function PeopleTab() {
  const [filters, setFilters] = useState<Filters>({});
  const [editing, setEditing] = useState<{ person?: PersonView } | null>(null);
  const [away, setAway] = useState<PersonView | null>(null);
  const [leaving, setLeaving] = useState<PersonView | null>(null);
  const { data: absences = [] } = useAbsences();
  const { data: refused = [] } = useUndeliverable();
  const refusedAddress = (email: string) => refused.find(({ address }) => address === email.toLowerCase());
  const absenceOf = (id: string) => absences.find(({ personId }) => personId === id);
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
      title: t`重置“${person.name}”的密码？`,
      content: t`原密码立即失效，此人在各处的登录都会退出。`,
      okText: t`重置`,
      onOk: () => reset.mutate(person),
    });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <>
      <div className="filters">
        <Input.Search
          aria-label={t`搜索人员`}
          placeholder={t`姓名、登录名或邮箱`}
          allowClear
          onSearch={(q) => setFilters({ ...filters, q: q.trim() || undefined })}
          style={{ width: 240 }}
        />
        <UnitSelect
          label={t`所在单位`}
          value={filters.unitId}
          onChange={(unitId) => setFilters({ ...filters, unitId })}
          allowClear
          placeholder={t`全部单位`}
          style={{ width: 220 }}
        />
        <Select
          aria-label={t`角色`}
          allowClear
          placeholder={t`全部角色`}
          value={filters.role}
          onChange={(role) => setFilters({ ...filters, role })}
          options={Object.entries(ROLES).map(([value, label]) => ({
            value: value as NonNullable<Filters['role']>,
            label,
          }))}
          style={{ width: 140 }}
        />
        <Button type="primary" onClick={() => setEditing({})}>
          {t`添加人员`}
        </Button>
      </div>
      <Table<PersonView>
        rowKey="id"
        loading={isFetching && !rows}
        dataSource={rows}
        pagination={false}
        scroll={{ x: 900 }}
        locale={{ emptyText: <Empty description={t`没有符合条件的人员。请换个条件，或添加人员。`} /> }}
        columns={[
          {
            title: t`姓名`,
            dataIndex: 'name',
            width: 130,
            render: (name: string, { id, active }) => {
              const absence = absenceOf(id);
              return (
                <>
                  {name} {!active && <Tag>{t`已停用`}</Tag>}
                  {absence && (
                    <div className="quiet small">
                      {dayWords(absence.fromDay)}
                      {t`至`}
                      {dayWords(absence.toDay)}
                      {t`由`}
                      {absence.deputyName}
                      {t`代理`}
                    </div>
                  )}
                </>
              );
            },
          },
          { title: t`登录名`, dataIndex: 'login', width: 140 },
          {
            title: t`职务`,
            dataIndex: 'positions',
            render: (positions: PersonView['positions']) =>
              positions.map(({ unitName, title }) => `${unitName} ${title}`).join('；') || '—',
          },
          {
            title: t`角色`,
            dataIndex: 'roles',
            render: (roles: PersonView['roles']) =>
              roles.map(({ unitName, role }) => `${unitName} ${ROLES[role]}`).join('；') || '—',
          },
          {
            title: t`邮箱`,
            dataIndex: 'email',
            width: 190,
            render: (email: string | null) => (
              <>
                {email ?? '—'}
                {email && refusedAddress(email) && (
                  <div>
                    <Tag color="error" title={refusedAddress(email)?.answer}>
                      {t`邮箱退信`}
                    </Tag>
                  </div>
                )}
              </>
            ),
          },
          {
            title: t`操作`,
            width: 150,
            render: (_, person) => (
              <Space>
                <Button size="small" onClick={() => setEditing({ person })}>
                  {t`修改`}
                </Button>
                <Dropdown
                  trigger={['click']}
                  menu={{
                    items: [
                      { key: 'succession', label: t`工作交接`, onClick: () => setLeaving(person) },
                      { key: 'absence', label: t`请假与代理`, onClick: () => setAway(person) },
                      { key: 'password', label: t`重置密码`, onClick: () => confirmReset(person) },
                    ],
                  }}
                >
                  <Button size="small" aria-label={t`更多操作：${person.name}`}>
                    {t`更多`} <DownOutlined />
                  </Button>
                </Dropdown>
              </Space>
            ),
          },
        ]}
      />
      <More list={list} />
      {editing && (
        <PersonModal {...editing} onClose={() => setEditing(null)} onAdded={setHanded} onSucceed={setLeaving} />
      )}
      {leaving && <SuccessionModal person={leaving} onClose={() => setLeaving(null)} />}
      {away && <AbsencesModal person={away} onClose={() => setAway(null)} />}
      {handed && <OneTimePasswordModal handed={handed} onClose={() => setHanded(null)} />}
    </>
  );
}
