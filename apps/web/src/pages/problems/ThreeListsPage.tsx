import { useInfiniteQuery } from '@tanstack/react-query';
import { Breadcrumb, Button, Empty, Table, Tabs } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { ask } from '../../api/client';
import { getThreeList, type GetThreeListData, type ThreeListColumn, type ThreeListRow } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { More } from '../../components/pages';
import { ExportButtons } from './ExportButtons';
import { ProblemFilters } from './ProblemFilters';
import { useProblemFilters } from './useProblemFilters';
import './problems.css';
import { t } from '../../language/t';

type ListName = NonNullable<NonNullable<GetThreeListData['query']>['list']>;
const LISTS: Record<ListName, string> = { problems: t`问题清单`, duties: t`责任清单`, measures: t`整改清单` };
/** Pixels for one character of a column. */
const CHARACTER = 15;

/** 三张清单 of one data set, to read, narrow and print. */
export default function ThreeListsPage() {
  const { search, filters, set, clear, filtered } = useProblemFilters();
  const asked = search.get('list');
  const name = asked !== null && asked in LISTS ? (asked as ListName) : 'problems';
  const { sort: _, ...kept } = filters;
  const list = useInfiniteQuery({
    queryKey: ['problems', 'three-lists', name, kept],
    queryFn: ({ pageParam }) => ask(getThreeList({ query: { ...kept, list: name, cursor: pageParam } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const { data, error, refetch, isFetching, fetchNextPage, hasNextPage } = list;
  // Only a whole list is worth its paper: what is not shown yet is read first.
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    if (!printing || isFetching) return;
    if (hasNextPage) void fetchNextPage();
    else window.print();
  }, [printing, isFetching, hasNextPage, fetchNextPage]);
  useEffect(() => {
    const done = () => setPrinting(false);
    window.addEventListener('afterprint', done);
    return () => window.removeEventListener('afterprint', done);
  }, []);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  const [first] = data?.pages ?? [];
  const rows = data?.pages.flatMap((page) => page.rows);

  return (
    <div className="page three-lists">
      <div className="no-print">
        <Breadcrumb items={[{ title: <Link to="/problems">{t`问题`}</Link> }, { title: t`三张清单` }]} />
        <div className="page-head" style={{ marginTop: 12, marginBottom: 0 }}>
          <h1 className="grow">
            {t`三张清单`}{' '}
            {first && (
              <span className="quiet small">
                {t`共`} {first.total} {t`个问题`}
              </span>
            )}
          </h1>
          <ExportButtons filters={kept} disabled={!rows?.length} />
          <Button loading={printing} disabled={!rows?.length} onClick={() => setPrinting(true)}>
            {t`打印`}
          </Button>
        </div>
        <Tabs
          activeKey={name}
          onChange={(key) => set('list', key)}
          items={Object.entries(LISTS).map(([key, label]) => ({ key, label }))}
        />
        <ProblemFilters filters={filters} set={set} clear={filtered ? clear : undefined} />
      </div>
      <h1 className="print-only">{LISTS[name]}</h1>
      <div className="print-only quiet small">
        {t`打印日期：`}
        {new Date().toLocaleDateString('zh-CN')}
        {t`　共`} {first?.total ?? 0} {t`个问题`}
      </div>
      <Table<Numbered>
        rowKey="number"
        size="small"
        bordered
        className="framed"
        loading={isFetching && !rows}
        dataSource={rows?.map((row, index) => ({ ...row, number: index + 1 }))}
        pagination={false}
        locale={{
          emptyText: (
            <Empty
              description={
                filtered ? t`没有符合条件的问题` : t`还没有问题。审核报告时接受或由督办员登记后，三张清单自动生成。`
              }
            />
          ),
        }}
        columns={[
          { title: t`序号`, dataIndex: 'number', width: 56, align: 'center' as const },
          ...(first?.columns ?? []).map((column, index) => ({
            title: column.title,
            key: column.title,
            width: column.width * CHARACTER,
            render: (_value: unknown, row: Numbered) => <Cell row={row} column={column} words={row.cells[index]} />,
          })),
        ]}
      />
      <div className="no-print">
        <More list={list} />
      </div>
    </div>
  );
}

type Numbered = ThreeListRow & { number: number };

function Cell({ row, column, words }: { row: ThreeListRow; column: ThreeListColumn; words: string }) {
  if (column.link === 'problem') return <Link to={`/problems/${row.problemId}`}>{words}</Link>;
  if (column.link === 'task' && row.taskId) return <Link to={`/tasks/${row.taskId}`}>{words}</Link>;
  return words;
}
