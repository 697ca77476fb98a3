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
import { t } from '../../language/t';

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
      void message.success(t`已安排重新发送，稍后可在这里查看结果`);
    },
  });
  return (
    <Modal
      open
      width={720}
      title={t`提醒详情`}
      onCancel={onClose}
      footer={
        data?.reminder.mayResend && (
          <Popconfirm title={resendWarning(data.reminder)} okText={t`重新发送`} onConfirm={() => resend.mutate()}>
            <Button type="primary" loading={resend.isPending}>
              {t`重新发送`}
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
    ? t`上一封可能已经送达，${recipientName}可能会收到两封。仍要重新发送？`
    : t`立即给${recipientName}重新发送这条提醒？`;

function Detail({ reminder, together, hidden }: ReminderDetail) {
  const { taskCode, unitName, rule, note, plannedOn, dueOn, why, readAt, mail } = reminder;
  const facts = [
    { key: 'task', label: t`任务`, children: <ReminderTask of={reminder} />, span: 'filled' as const },
    { key: 'code', label: t`编号`, children: taskCode },
    { key: 'unit', label: t`牵头单位`, children: unitName },
    { key: 'rule', label: t`提醒规则`, children: rule },
    { key: 'person', label: t`接收人`, children: recipientWords(reminder) },
    { key: 'planned', label: t`计划日期`, children: plannedOn },
    { key: 'due', label: t`所提醒的时限`, children: dueOn },
    { key: 'status', label: t`状态`, children: <ReminderStatusTag status={reminder.status} local={reminder.local} /> },
    { key: 'read', label: t`在系统中`, children: readAt ? t`${at(readAt)} 已读` : t`未读` },
    ...(why ? [{ key: 'why', label: t`说明`, children: why, span: 'filled' as const }] : []),
    ...(note ? [{ key: 'note', label: t`催办意见`, children: note, span: 'filled' as const }] : []),
  ];
  return (
    <div className="stack">
      <Descriptions column={{ xs: 1, sm: 2 }} size="small" items={facts} />
      {mail && <Mail mail={mail} local={reminder.local} />}
      {(together.length > 0 || hidden > 0) && (
        <section aria-label={t`同一封邮件中的其他提醒`}>
          <h3 className="reminder-head">{t`同一封邮件中的其他提醒`}</h3>
          <ul className="plain">
            {together.map((one) => (
              <li key={one.id}>
                <ReminderTask of={one} />
                <span className="quiet small nowrap">{one.rule}</span>
              </li>
            ))}
          </ul>
          {hidden > 0 && (
            <p className="quiet small">
              {t`另有`} {hidden} {t`条不在您的查看范围内。`}
            </p>
          )}
        </section>
      )}
      {reminder.taskTitle !== null && (
        <section aria-label={t`原因`}>
          <h3 className="reminder-head">{t`为什么收到、没有收到`}</h3>
          <Why taskId={reminder.taskId} personId={reminder.recipientId} />
        </section>
      )}
    </div>
  );
}

const localFacts = (mail: ReminderMail) => [
  { key: 'settled', label: t`存入时间`, children: mail.settledAt ? at(mail.settledAt) : t`尚未` },
  {
    key: 'answer',
    label: t`去向`,
    children: t`没有设置发信服务器，邮件存入本机邮箱，没有发往外部邮箱；收件人登录后可以看到`,
    span: 'filled' as const,
  },
];

const serverFacts = (mail: ReminderMail) => [
  { key: 'sending', label: t`交给服务器`, children: mail.sendingAt ? at(mail.sendingAt) : t`尚未` },
  { key: 'settled', label: t`得到答复`, children: mail.settledAt ? at(mail.settledAt) : t`尚未` },
  { key: 'answer', label: t`服务器答复`, children: mail.answer ?? t`没有`, span: 'filled' as const },
  { key: 'id', label: 'Message-ID', children: mail.messageId ?? t`没有`, span: 'filled' as const },
];

function Mail({ mail, local }: { mail: ReminderMail; local: boolean }) {
  const items = [
    { key: 'subject', label: t`标题`, children: mail.subject ?? t`尚未生成`, span: 'filled' as const },
    { key: 'address', label: t`收件地址`, children: mail.address },
    { key: 'kind', label: t`发送方式`, children: t`${MAIL_KINDS[mail.kind]}，第 ${mail.attempt} 次` },
    ...(local ? localFacts(mail) : serverFacts(mail)),
  ];
  return (
    <section aria-label={t`所在邮件`}>
      <h3 className="reminder-head">{t`所在邮件`}</h3>
      <Descriptions column={{ xs: 1, sm: 2 }} size="small" items={items} className="mail-facts" />
    </section>
  );
}
