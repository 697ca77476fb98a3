import type { ReminderMail, ReminderView } from '../../api/generated';

export const REMINDER_STATUS: Record<ReminderView['status'], string> = {
  planned: '待发送',
  claimed: '发送中',
  sent: '已发送',
  failed: '发送失败',
  superseded: '不再需要',
  uncertain: '不确定是否送达',
};

/** What became of it: without a mail server a mail only lies in the local mailbox. */
export const statusWord = ({ status, local }: Pick<ReminderView, 'status' | 'local'>): string =>
  local ? '已存入本机邮箱' : REMINDER_STATUS[status];

export const REMINDER_KINDS: Record<ReminderView['kind'], string> = {
  assigned: '新交办',
  before: '即将到期',
  due: '今天到期',
  overdue: '已逾期',
  request: '请报送进展',
  accept: '待签收',
  verify: '待核实',
  escalate: '逾期上报',
  nudge: '催办',
  mention: '评论提到',
  urgent: '立巡立交',
};

export const MAIL_KINDS: Record<ReminderMail['kind'], string> = {
  digest: '每日汇总',
  'at-once': '即时发送',
  notice: '系统通知',
};

/** 王五（代李四） */
export const recipientWords = ({ recipientName, insteadOfName }: ReminderView): string =>
  insteadOfName ? `${recipientName}（代${insteadOfName}）` : recipientName;
