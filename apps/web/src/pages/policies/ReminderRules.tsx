import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Dropdown, Empty, Skeleton, Table } from 'antd';
import { useMemo, useState } from 'react';
import { ask } from '../../api/client';
import {
  listReminderPolicies,
  setUnitReminderPolicy,
  type ReminderPolicyView,
  type UnitReminderPolicies,
} from '../../api/generated';
import { unpublishedWords } from '../../components/calendar-years';
import { Failure } from '../../components/Failure';
import { FormModal } from '../../components/FormModal';
import { at } from '../../components/time';
import { TASK_KINDS } from '../../words';
import { asTree } from './as-tree';
import { ReminderFields } from './ReminderFields';
import { fieldsOf, rulesInWords, saidIn, type PolicyFields } from './reminder-words';
import { t } from '../../language/t';

type Kind = keyof typeof TASK_KINDS;

/** The policy of a unit for tasks of a kind; where nothing else is said for the kind, what holds for all kinds. */
function policyFor({ policies }: UnitReminderPolicies, kind: Kind | null): ReminderPolicyView {
  const said = policies.find(({ taskKind }) => taskKind === kind);
  if (said) return said;
  const [{ inForce }] = policies;
  const own = { before: null, onDay: null, overdueEvery: null, requests: null, acceptWithin: null, verifyWithin: null };
  return { taskKind: kind, own: { ...own, ladder: null }, inForce, above: inForce, version: 0 };
}

const ALL = 'all';

/** 提醒规则 of the units: when their tasks are reminded of, and to whom overdue ones are carried up. */
export function ReminderRules() {
  const { data, error, refetch } = useQuery({
    queryKey: ['reminder-policies'],
    queryFn: () => ask(listReminderPolicies()),
  });
  const [editing, setEditing] = useState<{ unit: UnitReminderPolicies; kind: Kind | null } | null>(null);
  const rows = useMemo(() => asTree(data?.units ?? []), [data]);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active />;
  const { planning } = data;
  return (
    <section aria-label={t`提醒规则`}>
      <h2 style={{ marginTop: 32 }}>{t`提醒规则`}</h2>
      <p className="quiet" style={{ marginTop: 0 }}>
        {t`工作日按法定节假日和调休计算；提醒日逢节假日的，提前到节前最后一个工作日。单项任务可在任务页另行设置。`}
        {planning && t` 最近一次计划提醒：${at(planning.finishedAt)}，当日新增 ${planning.planned} 条。`}
      </p>
      {planning?.unpublishedYears.map((year) => (
        <Alert key={year} type="warning" showIcon title={unpublishedWords(year)} style={{ marginBottom: 12 }} />
      ))}
      <Table
        rowKey="unitId"
        dataSource={rows}
        pagination={false}
        expandable={{ defaultExpandAllRows: true }}
        scroll={{ x: 640 }}
        locale={{
          emptyText: <Empty description={t`没有您可以设置提醒规则的单位。需要时请联系管理员授予督办员角色。`} />,
        }}
        columns={[
          { title: t`单位`, dataIndex: 'unitName', width: 220 },
          {
            title: t`规则`,
            render: (_, unit) => unit.policies.map((one) => <Rule key={one.taskKind} policy={one} unit={unit} />),
          },
          {
            title: t`操作`,
            width: 100,
            render: (_, unit) => (
              <Dropdown
                trigger={['click']}
                menu={{
                  items: [
                    { key: ALL, label: t`全部任务` },
                    ...Object.entries(TASK_KINDS).map(([key, label]) => ({ key, label })),
                  ],
                  onClick: ({ key }) => setEditing({ unit, kind: key === ALL ? null : (key as Kind) }),
                }}
              >
                <Button size="small" aria-label={t`设置提醒规则：${unit.unitName}`}>
                  {t`设置`}
                </Button>
              </Dropdown>
            ),
          },
        ]}
      />
      {editing && <SetRules {...editing} onClose={() => setEditing(null)} />}
    </section>
  );
}

/** Where what a unit does not say is said. */
const aboveOf = ({ parentId }: UnitReminderPolicies) => (parentId === null ? t`默认` : t`同上级`);

function Rule({ policy, unit }: { policy: ReminderPolicyView; unit: UnitReminderPolicies }) {
  const { taskKind, inForce, version } = policy;
  return (
    <div className={version === 0 ? 'quiet' : undefined}>
      {taskKind && <b>{TASK_KINDS[taskKind]}：</b>}
      {rulesInWords(inForce)}
      {version === 0 && `（${aboveOf(unit)}）`}
    </div>
  );
}

function SetRules({ unit, kind, onClose }: { unit: UnitReminderPolicies; kind: Kind | null; onClose: () => void }) {
  const { own, above, version } = policyFor(unit, kind);
  return (
    <FormModal<PolicyFields>
      title={t`提醒规则：${unit.unitName}，${kind ? TASK_KINDS[kind] : t`全部任务`}`}
      okText={t`保存`}
      done={t`提醒规则已保存`}
      renews={['reminder-policies', 'task']}
      width={640}
      initialValues={fieldsOf(own)}
      send={(fields) =>
        ask(
          setUnitReminderPolicy({
            path: { unitId: unit.unitId },
            body: { version, taskKind: kind, ...saidIn(fields) },
          }),
        )
      }
      onClose={onClose}
    >
      <ReminderFields above={above} empty={kind ? t`不另规定` : aboveOf(unit)} />
    </FormModal>
  );
}
