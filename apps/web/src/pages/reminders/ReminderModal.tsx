import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Descriptions, Modal, Popconfirm, Skeleton } from 'antd';
import { ask } from '../../api/client';
import {
  getReminder,
  resendReminder,
  type ReminderDetail,
  type ReminderMail,
  type ReminderView,
} from '../../api/generated';
import { at } from '../../components/time';
import { MAIL_KINDS, recipientWords } from './reminder-words';
import { ReminderStatusTag } from './ReminderStatusTag';
import { ReminderTask } from './ReminderTask';
import { Why } from './Why';
import './reminders.css';

const RENEWED = ['reminders', 'own-reminders', 'reminder', 'task-reminders', 'explanation', 'task'];

/** One line of the ledger: what became of it, in which mail, and why. */
export function ReminderModal({ id, onClose }: { id: string; onClose: () => void }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { data, error } = useQuery({ queryKey: ['reminder', id], queryFn: () => ask(getReminder({ path: { id } })) });
  const renew = () => queries.invalidateQueries({ predicate: ({ queryKey }) => RENEWED.includes(String(queryKey[0])) });
  const resend = useMutation({
    mutationFn: () => ask(resendReminder({ path: { id } })),
    onSuccess: () => {
      void renew();
      void message.success('已安排重新发送，稍后可在这里查看结果');
    },
  });
  return (
    <Modal
      open
      width={720}
      title="提醒详情"
      onCancel={onClose}
      footer={
        data?.reminder.mayResend && (
          <Popconfirm title={resendWarning(data.reminder)} okText="重新发送" onConfirm={() => resend.mutate()}>
            <Button type="primary" loading={resend.isPending}>
              重新发送
            </Button>
          </Popconfirm>
        )
      }
    >
      {resend.error && <Alert type="error" showIcon title={resend.error.message} style={{ marginBottom: 12 }} />}
      {error && <Alert type="error" showIcon title={error.message} />}
      {data ? <Detail {...data} /> : !error && <Skeleton active />}
    </Modal>
  );
}

const resendWarning = ({ status, recipientName }: ReminderView): string =>
  status === 'uncertain'
    ? `上一封可能已经送达，${recipientName}可能会收到两封。仍要重新发送？`
    : `立即给${recipientName}重新发送这条提醒？`;

function Detail({ reminder, together, hidden }: ReminderDetail) {
  const { taskCode, unitName, rule, note, plannedOn, dueOn, why, readAt, mail } = reminder;
  const facts = [
    { key: 'task', label: '任务', children: <ReminderTask of={reminder} />, span: 'filled' as const },
    { key: 'code', label: '编号', children: taskCode },
    { key: 'unit', label: '牵头单位', children: unitName },
    { key: 'rule', label: '提醒规则', children: rule },
    { key: 'person', label: '接收人', children: recipientWords(reminder) },
    { key: 'planned', label: '计划日期', children: plannedOn },
    { key: 'due', label: '所提醒的时限', children: dueOn },
    { key: 'status', label: '状态', children: <ReminderStatusTag status={reminder.status} local={reminder.local} /> },
    { key: 'read', label: '在系统中', children: readAt ? `${at(readAt)} 已读` : '未读' },
    ...(why ? [{ key: 'why', label: '说明', children: why, span: 'filled' as const }] : []),
    ...(note ? [{ key: 'note', label: '催办意见', children: note, span: 'filled' as const }] : []),
  ];
  return (
    <div className="stack">
      <Descriptions column={{ xs: 1, sm: 2 }} size="small" items={facts} />
      {mail && <Mail mail={mail} local={reminder.local} />}
      {(together.length > 0 || hidden > 0) && (
        <section aria-label="同一封邮件中的其他提醒">
          <h3 className="reminder-head">同一封邮件中的其他提醒</h3>
          <ul className="plain">
            {together.map((one) => (
              <li key={one.id}>
                <ReminderTask of={one} />
                <span className="quiet small nowrap">{one.rule}</span>
              </li>
            ))}
          </ul>
          {hidden > 0 && <p className="quiet small">另有 {hidden} 条不在您的查看范围内。</p>}
        </section>
      )}
      {reminder.taskTitle !== null && (
        <section aria-label="原因">
          <h3 className="reminder-head">为什么收到、没有收到</h3>
          <Why taskId={reminder.taskId} personId={reminder.recipientId} />
        </section>
      )}
    </div>
  );
}

const localFacts = (mail: ReminderMail) => [
  { key: 'settled', label: '存入时间', children: mail.settledAt ? at(mail.settledAt) : '尚未' },
  {
    key: 'answer',
    label: '去向',
    children: '没有设置发信服务器，邮件存入本机邮箱，没有发往外部邮箱；收件人登录后可以看到',
    span: 'filled' as const,
  },
];

const serverFacts = (mail: ReminderMail) => [
  { key: 'sending', label: '交给服务器', children: mail.sendingAt ? at(mail.sendingAt) : '尚未' },
  { key: 'settled', label: '得到答复', children: mail.settledAt ? at(mail.settledAt) : '尚未' },
  { key: 'answer', label: '服务器答复', children: mail.answer ?? '没有', span: 'filled' as const },
  { key: 'id', label: 'Message-ID', children: mail.messageId ?? '没有', span: 'filled' as const },
];

function Mail({ mail, local }: { mail: ReminderMail; local: boolean }) {
  const items = [
    { key: 'subject', label: '标题', children: mail.subject ?? '尚未生成', span: 'filled' as const },
    { key: 'address', label: '收件地址', children: mail.address },
    { key: 'kind', label: '发送方式', children: `${MAIL_KINDS[mail.kind]}，第 ${mail.attempt} 次` },
    ...(local ? localFacts(mail) : serverFacts(mail)),
  ];
  return (
    <section aria-label="所在邮件">
      <h3 className="reminder-head">所在邮件</h3>
      <Descriptions column={{ xs: 1, sm: 2 }} size="small" items={items} className="mail-facts" />
    </section>
  );
}
