import { Button, Grid, Table } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ReminderView } from '../../api/generated';
import { More, type usePages } from '../../components/pages';
import { at } from '../../components/time';
import { recipientWords } from './reminder-words';
import { ReminderModal } from './ReminderModal';
import { ReminderStatusTag } from './ReminderStatusTag';
import { ReminderTask } from './ReminderTask';
import './reminders.css';
import { t } from '../../language/t';

interface Props {
  list: ReturnType<typeof usePages<ReminderView>>;
  /** Whether all are one's own, so that nobody has to be named. */
  own?: boolean;
  empty: ReactNode;
}

/** Lines of the ledger as a table; on a phone one below the other. */
export function ReminderList({ list, own = false, empty }: Props) {
  const narrow = !Grid.useBreakpoint().md;
  const [shown, setShown] = useState<string | null>(null);
  const { rows, isFetching } = list;
  return (
    <>
      {narrow ? (
        <Lines rows={rows} own={own} empty={empty} onShow={setShown} />
      ) : (
        <Table<ReminderView>
          rowKey="id"
          className="framed"
          loading={isFetching && !rows}
          dataSource={rows}
          pagination={false}
          locale={{ emptyText: empty }}
          columns={[...COLUMNS.filter(({ key }) => !own || key !== 'recipient'), detailColumn(setShown)]}
        />
      )}
      <More list={list} />
      {shown && <ReminderModal id={shown} onClose={() => setShown(null)} />}
    </>
  );
}

const COLUMNS = [
  {
    title: t`计划日期`,
    key: 'planned',
    width: 110,
    render: (_: unknown, { plannedOn }: ReminderView) => <span className="nowrap">{plannedOn}</span>,
  },
  {
    title: t`任务`,
    key: 'task',
    render: (_: unknown, row: ReminderView) => (
      <>
        <ReminderTask of={row} />
        <div className="quiet small">
          {row.taskTitle !== null && `${row.taskCode} · `}
          {row.unitName}
        </div>
      </>
    ),
  },
  {
    title: t`提醒规则`,
    key: 'rule',
    width: 180,
    render: (_: unknown, { rule, note }: ReminderView) => (
      <>
        {rule}
        {note && <div className="quiet small">{note}</div>}
      </>
    ),
  },
  { title: t`接收人`, key: 'recipient', width: 130, render: (_: unknown, row: ReminderView) => recipientWords(row) },
  {
    title: t`状态`,
    key: 'status',
    width: 210,
    render: (_: unknown, { status, local, why }: ReminderView) => (
      <>
        <ReminderStatusTag status={status} local={local} />
        {why && <div className="quiet small">{why}</div>}
      </>
    ),
  },
  {
    title: t`邮件`,
    key: 'mail',
    width: 220,
    render: (_: unknown, { mail }: ReminderView) =>
      mail ? (
        <>
          {mail.subject}
          <div className="quiet small">{at(mail.settledAt ?? mail.claimedAt)}</div>
        </>
      ) : (
        <span className="quiet">{t`没有`}</span>
      ),
  },
];

const detailColumn = (onShow: (id: string) => void) => ({
  title: t`操作`,
  key: 'detail',
  width: 80,
  render: (_: unknown, row: ReminderView) => <DetailButton row={row} onShow={onShow} />,
});

function DetailButton({ row, onShow }: { row: ReminderView; onShow: (id: string) => void }) {
  const label = t`“${row.taskTitle ?? row.taskCode}”${row.rule}提醒的详情`;
  return (
    <Button size="small" aria-label={label} onClick={() => onShow(row.id)}>
      {t`详情`}
    </Button>
  );
}

interface LinesProps {
  rows: ReminderView[] | undefined;
  own: boolean;
  empty: ReactNode;
  onShow: (id: string) => void;
}

function Lines({ rows, own, empty, onShow }: LinesProps) {
  if (!rows) return <p className="quiet">{t`正在读取…`}</p>;
  if (rows.length === 0) return empty;
  return (
    <div className="reminder-lines">
      {rows.map((row) => (
        <div className="task-line" key={row.id}>
          <ReminderTask of={row} />
          <ReminderStatusTag status={row.status} local={row.local} />
          <div className="meta">
            <span>{row.plannedOn}</span>
            <span>{row.rule}</span>
            {!own && <span>{recipientWords(row)}</span>}
            {row.why && <span>{row.why}</span>}
            <DetailButton row={row} onShow={onShow} />
          </div>
        </div>
      ))}
    </div>
  );
}
