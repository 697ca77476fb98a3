import { Button, Empty, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ask } from '../../api/client';
import { listProblems, type ProblemSummary } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { LightTag } from '../../components/LightTag';
import { LinkButton } from '../../components/LinkButton';
import { More, usePages } from '../../components/pages';
import { useMay } from '../../session/session';
import { ORIGINS } from './problem-words';
import { ProblemFilters } from './ProblemFilters';
import { ProblemModal } from './ProblemModal';
import { ProblemDue, ProblemStatusTag } from './ProblemTags';
import { RateCard } from './RateCard';
import { useProblemFilters } from './useProblemFilters';
import './problems.css';
import { t } from '../../language/t';

export default function ProblemsPage() {
  const { filters, set, clear, filtered } = useProblemFilters();
  const [adding, setAdding] = useState(false);
  const assigns = useMay('task.assign');
  const oversees = useMay('task.read');
  const list = usePages(['problems', filters], (cursor) => ask(listProblems({ query: { ...filters, cursor } })));
  const { rows, total, error, refetch, isFetching } = list;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <div className="page">
      <div className="page-head">
        <h1 className="grow">
          {t`问题`}{' '}
          {total !== undefined && (
            <span className="quiet small">
              {t`共`} {total} {t`个`}
            </span>
          )}
        </h1>
        <div className="no-print" style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
          <LinkButton to="/problems/inspections">{t`督查检查`}</LinkButton>
          <LinkButton to="/problems/leaders">{t`挂钩联系`}</LinkButton>
          <LinkButton to="/problems/look-backs">{t`回头看`}</LinkButton>
          <LinkButton to="/problems/three-lists">{t`三张清单`}</LinkButton>
          {assigns && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t`登记问题`}
            </Button>
          )}
        </div>
      </div>
      {oversees && <RateCard unitId={filters.unitId} category={filters.category} />}
      <ProblemFilters filters={filters} set={set} clear={filtered ? clear : undefined} />
      <Table<ProblemSummary>
        rowKey="id"
        loading={isFetching && !rows}
        dataSource={rows}
        pagination={false}
        className="framed"
        locale={{
          emptyText: filtered ? (
            <Empty description={t`没有符合条件的问题`}>
              <Button onClick={clear}>{t`清除筛选`}</Button>
            </Empty>
          ) : (
            <Empty description={t`还没有问题。审核报告时接受的问题会出现在这里，也可以由督办员登记。`} />
          ),
        }}
        columns={COLUMNS}
      />
      <More list={list} />
      {adding && <ProblemModal onClose={() => setAdding(false)} />}
    </div>
  );
}

const COLUMNS = [
  { title: t`编号`, dataIndex: 'code', width: 122, render: (code: string) => <span className="nowrap">{code}</span> },
  {
    title: t`问题`,
    dataIndex: 'title',
    render: (title: string, { id, reportTitle, origin, category }: ProblemSummary) => (
      <>
        <Link to={`/problems/${id}`}>{title}</Link>
        <div className="quiet small">{[category, reportTitle ?? ORIGINS[origin]].filter(Boolean).join(' · ')}</div>
      </>
    ),
  },
  { title: t`整改单位`, dataIndex: 'unitName', width: 140 },
  {
    title: t`责任人 / 挂钩领导`,
    dataIndex: 'personName',
    width: 166,
    render: (personName: string | null, { leaderName }: ProblemSummary) => (
      <>
        <div>{personName ?? <span className="quiet">{t`未指定`}</span>}</div>
        {leaderName && (
          <div className="quiet small">
            {t`挂钩领导：`}
            {leaderName}
          </div>
        )}
      </>
    ),
  },
  {
    title: t`整改时限`,
    dataIndex: 'dueOn',
    width: 172,
    render: (_: unknown, problem: ProblemSummary) => <ProblemDue {...problem} />,
  },
  {
    title: t`整改措施`,
    dataIndex: 'measures',
    width: 168,
    render: (measures: number, { measuresClosed, light }: ProblemSummary) =>
      measures === 0 ? (
        <span className="quiet">{t`尚无`}</span>
      ) : (
        <span className="nowrap">
          {t`销号`} {measuresClosed} / {measures} {light && <LightTag light={light} />}
        </span>
      ),
  },
  {
    title: t`状态`,
    dataIndex: 'status',
    width: 118,
    render: (status: ProblemSummary['status']) => <ProblemStatusTag status={status} />,
  },
];
