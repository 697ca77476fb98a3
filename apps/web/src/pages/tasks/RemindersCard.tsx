import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Empty, Skeleton } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client';
import { getTaskReminders, type ReminderView, type TaskDetail, type TaskReminders } from '../../api/generated';
import { useMe } from '../../session/session';
import { recipientWords } from '../reminders/reminder-words';
import { ReminderModal } from '../reminders/ReminderModal';
import { ReminderStatusTag } from '../reminders/ReminderStatusTag';
import { WhyModal } from '../reminders/WhyModal';
import { t } from '../../language/t';

/** Lines shown before somebody asks for all. */
const FEW = 5;

/** 提醒记录: who was reminded of the task, when, by which rule, and what became of it. */
export function RemindersCard({ task }: { task: TaskDetail }) {
  const [asking, setAsking] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['task-reminders', task.id],
    queryFn: () => ask(getTaskReminders({ path: { id: task.id } })),
  });
  const title = data && data.total > 0 ? t`提醒记录（${data.total}）` : t`提醒记录`;
  return (
    <Card
      title={title}
      extra={
        <Button size="small" className="no-print" onClick={() => setAsking(true)}>
          {t`为什么收到、没有收到`}
        </Button>
      }
    >
      {error && <Alert type="warning" showIcon title={error.message} />}
      {!data && !error && <Skeleton active title={false} />}
      {data && <Reminded {...data} />}
      {asking && (
        <WhyModal
          taskId={task.id}
          others={data?.mayAskAbout ?? false}
          person={task.assigneeId ? { id: task.assigneeId, name: task.assigneeName ?? '' } : null}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  );
}

function Reminded({ rows, total, mayAskAbout }: TaskReminders) {
  const me = useMe();
  const [all, setAll] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  if (rows.length === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t`还没有就这项任务提醒过任何人。`} />;
  }
  return (
    <>
      <ul className="plain">
        {(all ? rows : rows.slice(0, FEW)).map((row) => (
          <Line
            key={row.id}
            row={row}
            onShow={mayAskAbout || row.recipientId === me.person.id ? () => setShown(row.id) : undefined}
          />
        ))}
      </ul>
      {!all && rows.length > FEW && (
        <Button type="link" onClick={() => setAll(true)}>
          {t`显示全部`} {rows.length} {t`条`}
        </Button>
      )}
      {all && total > rows.length && (
        <p className="quiet small">
          {t`更早的`} {total - rows.length} {t`条从略。`}
        </p>
      )}
      {shown && <ReminderModal id={shown} onClose={() => setShown(null)} />}
    </>
  );
}

function Line({ row, onShow }: { row: ReminderView; onShow?: () => void }) {
  const { plannedOn, rule, status, local, why, note } = row;
  return (
    <li>
      <span className="task-reminder">
        <span className="nowrap">{plannedOn}</span>
        <b>{rule}</b>
        <span>{recipientWords(row)}</span>
        <ReminderStatusTag status={status} local={local} />
        {(note ?? why) && <span className="quiet small">{note ?? why}</span>}
      </span>
      {onShow && (
        <Button size="small" className="no-print" aria-label={t`${plannedOn} ${rule}提醒的详情`} onClick={onShow}>
          {t`详情`}
        </Button>
      )}
    </li>
  );
}
