import type { ReminderMail, ReminderView } from '../../api/generated';
import { t } from '../../language/t';

export const REMINDER_STATUS: Record<ReminderView['status'], string> = {
  planned: t`待发送`,
  claimed: t`发送中`,
  sent: t`已发送`,
  failed: t`发送失败`,
  superseded: t`不再需要`,
  uncertain: t`不确定是否送达`,
};

/** What became of it: without a mail server a mail only lies in the local mailbox. */
export const statusWord = ({ status, local }: Pick<ReminderView, 'status' | 'local'>): string =>
  local ? t`已存入本机邮箱` : REMINDER_STATUS[status];

export const REMINDER_KINDS: Record<ReminderView['kind'], string> = {
  assigned: t`新交办`,
  before: t`即将到期`,
  due: t`今天到期`,
  overdue: t`已逾期`,
  request: t`请报送进展`,
  accept: t`待签收`,
  verify: t`待核实`,
  escalate: t`逾期上报`,
  nudge: t`催办`,
  mention: t`评论提到`,
  urgent: t`立巡立交`,
};

export const MAIL_KINDS: Record<ReminderMail['kind'], string> = {
  digest: t`每日汇总`,
  'at-once': t`即时发送`,
  notice: t`系统通知`,
};

/** 王五（代李四） */
export const recipientWords = ({ recipientName, insteadOfName }: ReminderView): string =>
  insteadOfName ? t`${recipientName}（代${insteadOfName}）` : recipientName;
