import { Breadcrumb, Button, Empty, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ask } from '../../api/client';
import { listRounds, type RoundSummary } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { More, usePages } from '../../components/pages';
import { UnitSelect } from '../../components/UnitSelect';
import { useMay } from '../../session/session';
import { ROUND_KINDS, type RoundKind } from './inspection-words';
import { rateWords, RoundStatusTag } from './InspectionTags';
import '../problems/problems.css';
import './inspections.css';
import { RoundModal } from './RoundModal';
import { t } from '../../language/t';

/** Rounds of inspections 督查检查, the latest first. */
export default function InspectionsPage() {
  const [adding, setAdding] = useState(false);
  const assigns = useMay('task.assign');
  const [unitId, setUnitId] = useState<string>();
  const list = usePages(['inspections', unitId], (cursor) => ask(listRounds({ query: { unitId, cursor } })));
  const { rows, total, error, refetch, isFetching } = list;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <div className="page">
      <Breadcrumb items={[{ title: <Link to="/problems">{t`问题`}</Link> }, { title: t`督查检查` }]} />
      <div className="page-head" style={{ marginTop: 12 }}>
        <h1 className="grow">
          {t`督查检查`}{' '}
          {total !== undefined && (
            <span className="quiet small">
              {t`共`} {total} {t`轮`}
            </span>
          )}
        </h1>
        {assigns && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t`新建检查`}
          </Button>
        )}
      </div>
      <div className="filters no-print">
        <UnitSelect
          label={t`组织单位`}
          value={unitId}
          onChange={setUnitId}
          allowClear
          placeholder={t`全部单位`}
          style={{ width: 220 }}
        />
      </div>
      <Table<RoundSummary>
        rowKey="id"
        loading={isFetching && !rows}
        dataSource={rows}
        pagination={false}
        scroll={{ x: 'max-content' }}
        locale={{
          emptyText: (
            <Empty
              description={
                assigns
                  ? t`还没有检查。新建一轮检查，选择单位并分组，检查发现经认定后成为问题。`
                  : t`没有您组织、参加或接受的检查。`
              }
            />
          ),
        }}
        columns={[
          {
            title: t`检查`,
            dataIndex: 'title',
            render: (title: string, { id, unitName, category }) => (
              <>
                <Link to={`/problems/inspections/${id}`}>{title}</Link>
                <div className="quiet small">{[unitName, category].filter(Boolean).join(' · ')}</div>
              </>
            ),
          },
          { title: t`类型`, dataIndex: 'kind', render: (kind: RoundKind) => ROUND_KINDS[kind].name },
          { title: t`起止日期`, dataIndex: 'startsOn', render: (from: string, { endsOn }) => t`${from} 至 ${endsOn}` },
          {
            title: t`已认定检查`,
            dataIndex: 'checks',
            render: (checks: number, { checksSettled }) => `${checksSettled} / ${checks}`,
          },
          {
            title: t`问题整改`,
            dataIndex: 'problems',
            render: (problems: number, { problemsClosed }) => rateWords(problems, problemsClosed),
          },
          { title: t`状态`, dataIndex: 'status', render: (_: unknown, round) => <RoundStatusTag {...round} /> },
        ]}
      />
      <More list={list} />
      {adding && <RoundModal onClose={() => setAdding(false)} />}
    </div>
  );
}
