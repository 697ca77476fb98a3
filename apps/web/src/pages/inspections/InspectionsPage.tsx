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
      <Breadcrumb items={[{ title: <Link to="/problems">问题</Link> }, { title: '督查检查' }]} />
      <div className="page-head" style={{ marginTop: 12 }}>
        <h1 className="grow">督查检查 {total !== undefined && <span className="quiet small">共 {total} 轮</span>}</h1>
        {assigns && (
          <Button type="primary" onClick={() => setAdding(true)}>
            新建检查
          </Button>
        )}
      </div>
      <div className="filters no-print">
        <UnitSelect
          label="组织单位"
          value={unitId}
          onChange={setUnitId}
          allowClear
          placeholder="全部单位"
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
                  ? '还没有检查。新建一轮检查，选择单位并分组，检查发现经认定后成为问题。'
                  : '没有您组织、参加或接受的检查。'
              }
            />
          ),
        }}
        columns={[
          {
            title: '检查',
            dataIndex: 'title',
            render: (title: string, { id, unitName, category }) => (
              <>
                <Link to={`/problems/inspections/${id}`}>{title}</Link>
                <div className="quiet small">{[unitName, category].filter(Boolean).join(' · ')}</div>
              </>
            ),
          },
          { title: '类型', dataIndex: 'kind', render: (kind: RoundKind) => ROUND_KINDS[kind].name },
          { title: '起止日期', dataIndex: 'startsOn', render: (from: string, { endsOn }) => `${from} 至 ${endsOn}` },
          {
            title: '已认定检查',
            dataIndex: 'checks',
            render: (checks: number, { checksSettled }) => `${checksSettled} / ${checks}`,
          },
          {
            title: '问题整改',
            dataIndex: 'problems',
            render: (problems: number, { problemsClosed }) => rateWords(problems, problemsClosed),
          },
          { title: '状态', dataIndex: 'status', render: (_: unknown, round) => <RoundStatusTag {...round} /> },
        ]}
      />
      <More list={list} />
      {adding && <RoundModal onClose={() => setAdding(false)} />}
    </div>
  );
}
