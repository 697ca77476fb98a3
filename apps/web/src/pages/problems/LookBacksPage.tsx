import { Breadcrumb, Checkbox, Empty, Table } from 'antd';
import dayjs from 'dayjs';
import { Link, useSearchParams } from 'react-router';
import { ask } from '../../api/client';
import { listLookBacks, type LookBackDue } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { More, usePages } from '../../components/pages';
import { UnitSelect } from '../../components/UnitSelect';
import { ProblemDue } from './ProblemTags';
import { t } from '../../language/t';

/** Look-backs 回头看 that are due; on demand all that wait. */
export default function LookBacksPage() {
  const [search, setSearch] = useSearchParams();
  const all = search.get('all') === 'true';
  const unitId = search.get('unitId') ?? undefined;
  const set = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
  };
  const until = all ? undefined : dayjs().add(1, 'month').format('YYYY-MM-DD');
  const list = usePages(['problems', 'look-backs', unitId, until], (cursor) =>
    ask(listLookBacks({ query: { unitId, until, cursor } })),
  );
  const { rows, total, error, refetch, isFetching } = list;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <div className="page">
      <Breadcrumb items={[{ title: <Link to="/problems">{t`问题`}</Link> }, { title: t`回头看` }]} />
      <div className="page-head" style={{ marginTop: 12 }}>
        <h1 className="grow">
          {t`回头看`}{' '}
          {total !== undefined && (
            <span className="quiet small">
              {t`共`} {total} {t`个`}
            </span>
          )}
        </h1>
      </div>
      <div className="filters no-print">
        <UnitSelect
          label={t`整改单位`}
          value={unitId}
          onChange={(id) => set('unitId', id)}
          allowClear
          placeholder={t`全部单位`}
          style={{ width: 220 }}
        />
        <Checkbox
          checked={all}
          onChange={({ target }) => set('all', target.checked ? 'true' : undefined)}
          style={{ alignSelf: 'center' }}
        >
          {t`包括一个月以后的`}
        </Checkbox>
      </div>
      <Table<LookBackDue>
        rowKey="id"
        loading={isFetching && !rows}
        dataSource={rows}
        pagination={false}
        className="framed"
        locale={{
          emptyText: (
            <Empty
              description={
                all ? t`没有待办的回头看。问题销号后按督办规则自动安排。` : t`一个月内没有到期的回头看，可查看全部。`
              }
            />
          ),
        }}
        columns={[
          { title: t`编号`, dataIndex: 'code', width: 122 },
          {
            title: t`问题`,
            dataIndex: 'title',
            render: (title: string, { problemId }) => <Link to={`/problems/${problemId}`}>{title}</Link>,
          },
          { title: t`整改单位`, dataIndex: 'unitName', width: 160 },
          {
            title: t`挂钩领导`,
            dataIndex: 'leaderName',
            width: 110,
            render: (name: string | null) => name ?? t`未指定`,
          },
          { title: t`销号日期`, dataIndex: 'closedOn', width: 120 },
          {
            title: t`应于此日前回头看`,
            dataIndex: 'dueOn',
            width: 190,
            render: (dueOn: string, { overdue }) => <ProblemDue dueOn={dueOn} overdue={overdue} />,
          },
        ]}
      />
      <More list={list} />
    </div>
  );
}
