import { Button, Empty, Grid, Table } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client';
import { listHistory, type DeedView } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { More, usePages } from '../../components/pages';
import { AuditFilters, useAuditFilters } from './AuditFilters';
import { DeedLines, DeedSubject, DeedText, deedWord, instant } from './DeedText';
import { VerifyModal } from './VerifyModal';
import { t } from '../../language/t';

const MOST_COUNTED = 10_000;
const EMPTY = t`这段时间没有符合条件的记录，可扩大日期范围或清除筛选。`;

export default function AuditPage() {
  const narrow = !Grid.useBreakpoint().md;
  const { filters, setAll: setFilter, clear, filtered } = useAuditFilters();
  const [verifying, setVerifying] = useState(false);
  const list = usePages(['history', filters], (cursor) => ask(listHistory({ query: { ...filters, cursor } })));
  const { rows, total, error, refetch, isFetching } = list;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <div className="page">
      <div className="page-head">
        <h1 className="grow">
          {t`操作日志`}{' '}
          {total !== undefined && (
            <span className="quiet small">
              {t`共`} {total >= MOST_COUNTED ? t`${MOST_COUNTED} 条以上` : t`${total} 条`}
            </span>
          )}
        </h1>
        <Button onClick={() => setVerifying(true)}>{t`校验`}</Button>
      </div>
      <p className="quiet small">{t`日志只增不改，每条与前一条相连。查阅日志本身也会留下记录。`}</p>
      <AuditFilters filters={filters} set={setFilter} clear={filtered ? clear : undefined} />
      {narrow ? (
        <DeedLines deeds={rows ?? []} empty={isFetching ? t`正在读取…` : EMPTY} />
      ) : (
        <Table<DeedView>
          rowKey="id"
          className="framed"
          loading={isFetching && !rows}
          dataSource={rows}
          pagination={false}
          locale={{
            emptyText: <Empty description={EMPTY}>{filtered && <Button onClick={clear}>{t`清除筛选`}</Button>}</Empty>,
          }}
          columns={COLUMNS}
        />
      )}
      <More list={list} />
      {verifying && <VerifyModal onClose={() => setVerifying(false)} />}
    </div>
  );
}

const COLUMNS = [
  {
    title: t`时间`,
    dataIndex: 'at',
    width: 150,
    render: (at: string) => <span className="nowrap">{instant(at)}</span>,
  },
  { title: t`操作人`, dataIndex: 'by', width: 110 },
  { title: t`操作`, key: 'action', width: 110, render: (_: unknown, deed: DeedView) => deedWord(deed) },
  {
    title: t`对象`,
    key: 'subject',
    width: 320,
    render: (_: unknown, deed: DeedView) => <DeedSubject deed={deed} />,
  },
  {
    title: t`所属单位`,
    dataIndex: 'unitName',
    width: 180,
    render: (name: string | null) => name ?? <span className="quiet">{t`全局`}</span>,
  },
  { title: t`内容`, key: 'text', render: (_: unknown, deed: DeedView) => <DeedText deed={deed} /> },
];
