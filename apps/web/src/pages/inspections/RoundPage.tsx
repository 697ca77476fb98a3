import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Breadcrumb, Button, Card, Descriptions, Empty, Popconfirm, Skeleton, Table } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { ask } from '../../api/client';
import { closeRound, getRound, removeRound, startRound, type CheckLine, type RoundDetail } from '../../api/generated';
import { Failure } from '../../components/Failure';
import '../problems/problems.css';
import { ROUND_KINDS, ROUND_MOVES, ROUND_STATUS, type RoundMoveName } from './inspection-words';
import './inspections.css';
import { CheckStatusTag, InspectionHistory, rateWords, RoundStatusTag } from './InspectionTags';
import { PairsModal } from './PairsModal';
import { RoundModal } from './RoundModal';
import { t } from '../../language/t';

/** A round: who checks whom, how far each check is, what was found and what has become of it. */
export default function RoundPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['inspection', id],
    queryFn: () => ask(getRound({ path: { id } })),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active style={{ padding: 24 }} />;
  const { title, kind, unitName, category, startsOn, endsOn, createdBy, note, checks, checksSettled } = data;
  return (
    <div className="page stack inspection">
      <Breadcrumb items={[{ title: <Link to="/problems/inspections">{t`督查检查`}</Link> }, { title }]} />
      <div className="page-head" style={{ marginBottom: 0 }}>
        <h1 className="grow">{title}</h1>
        <RoundStatusTag status={data.status} />
      </div>
      <RoundMoves round={data} />
      <Card title={t`检查安排`}>
        <Descriptions
          column={{ xs: 1, sm: 2, lg: 4 }}
          items={[
            { key: 'kind', label: t`检查类型`, children: ROUND_KINDS[kind].name },
            { key: 'unit', label: t`组织单位`, children: unitName },
            { key: 'days', label: t`起止日期`, children: t`${startsOn} 至 ${endsOn}` },
            { key: 'category', label: t`检查内容`, children: category ?? t`全部` },
            { key: 'by', label: t`新建`, children: createdBy },
            { key: 'checks', label: t`已认定检查`, children: `${checksSettled} / ${checks}` },
            { key: 'problems', label: t`检查发现的问题`, children: rateWords(data.problems, data.problemsClosed) },
            ...(note ? [{ key: 'note', label: t`说明`, children: <div className="narrative">{note}</div> }] : []),
          ]}
        />
        {data.ratePercent !== null && <div className="quiet small">{data.rateFormula}</div>}
      </Card>
      <Table<CheckLine>
        rowKey="id"
        size="middle"
        dataSource={data.lines}
        pagination={false}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <Empty description={t`还没有分组，请调整分组`} /> }}
        columns={COLUMNS}
      />
      {data.history.length > 0 && (
        <Card title={t`过程`} className="no-print">
          <InspectionHistory history={data.history} statuses={ROUND_STATUS} />
        </Card>
      )}
    </div>
  );
}

const COLUMNS = [
  {
    title: t`被检查单位`,
    dataIndex: 'inspectedUnitName',
    render: (name: string, { id }: CheckLine) => <Link to={`/problems/inspections/checks/${id}`}>{name}</Link>,
  },
  { title: t`检查单位`, dataIndex: 'inspectingUnitName' },
  {
    title: t`检查人`,
    dataIndex: 'inspectors',
    render: (people: CheckLine['inspectors']) =>
      people.length > 0 ? people.map(({ name }) => name).join('、') : <span className="quiet">{t`未指定`}</span>,
  },
  { title: t`完成时限`, dataIndex: 'dueOn' },
  {
    title: t`进展`,
    dataIndex: 'status',
    render: (_: unknown, line: CheckLine) => <CheckStatusTag status={line.status} overdue={line.overdue} />,
  },
  {
    title: t`发现`,
    dataIndex: 'findings',
    render: (count: number | null) => (count === null ? <span className="quiet">{t`检查中`}</span> : t`${count} 条`),
  },
  {
    title: t`问题整改`,
    dataIndex: 'problems',
    render: (problems: number, { problemsClosed }: CheckLine) => rateWords(problems, problemsClosed),
  },
];

/** Moves that need nothing but a yes. */
const PLAIN = { start: startRound, close: closeRound, remove: removeRound };
const SURE: Record<keyof typeof PLAIN, string> = {
  start: t`开始后检查组即可查阅被检查单位的材料，分组不能再调整。`,
  close: t`结束后检查组不能再查看这一轮检查。`,
  remove: t`删除后不能恢复。`,
};
const isPlain = (name: RoundMoveName): name is keyof typeof PLAIN => name in PLAIN;

function RoundMoves({ round }: { round: RoundDetail }) {
  const [open, setOpen] = useState<'change' | 'pair' | null>(null);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const make = useMutation({
    mutationFn: (name: keyof typeof PLAIN) =>
      ask<RoundDetail | unknown>(PLAIN[name]({ path: { id: round.id }, body: { version: round.version } })),
    onSuccess: (next, name) => {
      void queries.invalidateQueries({ queryKey: ['inspections'] });
      if (name === 'remove') return navigate('/problems/inspections');
      return queries.setQueryData(['inspection', round.id], next);
    },
    onError: (error) => message.error(error.message),
  });
  return (
    <div className="no-print">
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        {round.moves.map((name) =>
          isPlain(name) ? (
            <Popconfirm
              key={name}
              title={`${ROUND_MOVES[name]}？`}
              description={SURE[name]}
              onConfirm={() => make.mutate(name)}
            >
              <Button
                type={name === 'remove' ? 'default' : 'primary'}
                danger={name === 'remove'}
                loading={make.isPending}
              >
                {ROUND_MOVES[name]}
              </Button>
            </Popconfirm>
          ) : (
            <Button key={name} onClick={() => setOpen(name)}>
              {ROUND_MOVES[name]}
            </Button>
          ),
        )}
        <Button onClick={() => window.print()}>{t`打印`}</Button>
      </div>
      {round.blocked.map(({ move, why }) => (
        <Alert
          key={move}
          type="info"
          showIcon
          style={{ marginTop: 8 }}
          title={t`现在还不能${ROUND_MOVES[move]}：${why}`}
        />
      ))}
      {open === 'change' && <RoundModal round={round} onClose={() => setOpen(null)} />}
      {open === 'pair' && <PairsModal round={round} onClose={() => setOpen(null)} />}
    </div>
  );
}
