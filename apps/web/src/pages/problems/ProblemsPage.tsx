import { Empty, Input, Table, Tag } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { ask } from '../../api/client';
import { listProblems, type ProblemSummary } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { More, usePages } from '../../components/pages';
import { UnitSelect } from '../../components/UnitSelect';
import { PROBLEM_STATUS } from '../../words';

export default function ProblemsPage() {
  const [search, setSearch] = useSearchParams();
  const filters = { q: search.get('q') || undefined, unitId: search.get('unitId') || undefined };
  const set = (name: 'q' | 'unitId', value: string | undefined) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
  };
  const list = usePages(['problems', filters], (cursor) => ask(listProblems({ query: { ...filters, cursor } })));
  const { rows, total, error, refetch, isFetching } = list;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <div className="page">
      <div className="page-head">
        <h1 className="grow">问题 {total !== undefined && <span className="quiet small">共 {total} 个</span>}</h1>
      </div>
      <div className="filters">
        <Input.Search
          aria-label="搜索问题"
          placeholder="问题或编号"
          allowClear
          defaultValue={filters.q}
          onSearch={(q) => set('q', q.trim())}
          style={{ width: 260 }}
        />
        <UnitSelect
          label="整改单位"
          value={filters.unitId}
          onChange={(unitId) => set('unitId', unitId)}
          allowClear
          placeholder="全部单位"
          style={{ width: 220 }}
        />
      </div>
      <Table<ProblemSummary>
        rowKey="id"
        loading={isFetching && !rows}
        dataSource={rows}
        pagination={false}
        scroll={{ x: 800 }}
        locale={{ emptyText: <Empty description="还没有问题。审核报告时接受的问题会出现在这里。" /> }}
        columns={[
          { title: '编号', dataIndex: 'code', width: 130 },
          {
            title: '问题',
            dataIndex: 'title',
            render: (title: string, { id, reportTitle }) => (
              <>
                <Link to={`/problems/${id}`}>{title}</Link>
                {reportTitle && <div className="quiet small">{reportTitle}</div>}
              </>
            ),
          },
          { title: '整改单位', dataIndex: 'unitName', width: 170 },
          {
            title: '整改措施',
            dataIndex: 'measures',
            width: 130,
            render: (measures: number, { measuresClosed }) =>
              measures === 0 ? <span className="quiet">尚无</span> : `已销号 ${measuresClosed} / ${measures}`,
          },
          {
            title: '状态',
            dataIndex: 'status',
            width: 90,
            render: (status: ProblemSummary['status']) => <Tag>{PROBLEM_STATUS[status]}</Tag>,
          },
        ]}
      />
      <More list={list} />
    </div>
  );
}
