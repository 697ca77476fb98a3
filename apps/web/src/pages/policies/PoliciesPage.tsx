import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Skeleton, Table } from 'antd';
import { useMemo, useState } from 'react';
import { ask } from '../../api/client';
import { listPolicies, type PolicyPoints, type PolicyView } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { REPORTING } from '../../words';
import { asTree } from './as-tree';
import { PolicyModal } from './PolicyModal';
import { ReminderRules } from './ReminderRules';
import './policies.css';
import { t } from '../../language/t';

/** What each point says in words; null where no unit says anything. */
const SAID: Record<keyof PolicyPoints, (points: PolicyPoints) => string | null> = {
  evidenceRequired: ({ evidenceRequired: must }) => (must === null ? null : must ? t`必须上传` : t`不作要求`),
  reportEvery: ({ reportEvery: every }) => every && REPORTING[every],
  lookBackMonths: ({ lookBackMonths: months }) => (months === null ? null : t`销号 ${months} 个月后`),
};

/** 督办规则: what a unit does not say is taken from the one above it. */
export default function PoliciesPage() {
  const { data, error, refetch } = useQuery({ queryKey: ['policies'], queryFn: () => ask(listPolicies()) });
  const [editing, setEditing] = useState<PolicyView | null>(null);
  const rows = useMemo(() => asTree(data ?? []), [data]);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active style={{ padding: 24 }} />;
  const column = (title: string, point: keyof PolicyPoints) => ({
    title,
    width: 180,
    render: (_: unknown, { own, inForce }: PolicyView) => {
      const said = SAID[point](inForce);
      if (said === null) return <span className="quiet">{t`未规定`}</span>;
      return SAID[point](own) === null ? (
        <span className="quiet">
          {said}
          {t`（同上级）`}
        </span>
      ) : (
        said
      );
    },
  });
  return (
    <div className="page policies-page">
      <div className="page-head">
        <h1 className="grow">{t`督办规则`}</h1>
      </div>
      <p className="quiet" style={{ marginTop: 0 }}>
        {t`规则对本单位及下级单位的任务和问题生效；单项任务、问题另有要求的，以其为准。`}
      </p>
      <Table
        rowKey="unitId"
        dataSource={rows}
        pagination={false}
        expandable={{ defaultExpandAllRows: true }}
        scroll={{ x: 640 }}
        locale={{
          emptyText: <Empty description={t`没有您可以设置督办规则的单位。需要时请联系管理员授予督办员角色。`} />,
        }}
        columns={[
          { title: t`单位`, dataIndex: 'unitName' },
          column(t`提交前的佐证材料`, 'evidenceRequired'),
          column(t`报送进展`, 'reportEvery'),
          column(t`问题回头看`, 'lookBackMonths'),
          {
            title: t`操作`,
            width: 100,
            render: (_, policy) => (
              <Button size="small" aria-label={t`设置：${policy.unitName}`} onClick={() => setEditing(policy)}>
                {t`设置`}
              </Button>
            ),
          },
        ]}
      />
      {editing && <PolicyModal policy={editing} onClose={() => setEditing(null)} />}
      <ReminderRules />
    </div>
  );
}
