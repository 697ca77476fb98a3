import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { DomainError } from '#platform/domain-error';
import { record } from '#platform/history';
import { Mailer } from '#platform/mailer';
import { OPEN_STATUSES } from '#tasks/task-status';
import { UndeliverableAddress } from '../delivery/undeliverable-address.entity';
import { Reminder } from '../reminder.entity';
import { RemindersService } from '../reminders.service';
import { ruleWords } from '../rule-words';
import { unknownReminder } from './ledger.service';
import { RESENDABLE } from './reminder-rows';

/** Sends once more what did not go out, or of which nobody knows. */
@Injectable()
export class ResendService {
  constructor(
    private readonly db: DataSource,
    private readonly reminders: RemindersService,
    private readonly mailer: Mailer,
  ) {}

  /** Throws reminder.unknown, or the reason why sending it again would come to nothing. */
  async resend(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const locked = await tx.findOne(Reminder, { where: { id }, lock: { mode: 'pessimistic_write' } });
      const reminder = await tx.findOne(Reminder, {
        where: { id },
        relations: { task: true, recipient: true, nudge: { by: true }, comment: { by: true } },
      });
      if (!locked || !reminder?.task || !actor.covers('reminder.resend', reminder.task.leadUnitId)) {
        throw unknownReminder();
      }
      refuseUseless(reminder);
      await this.refuseUnreachable(tx, reminder);
      const why = `由${actor.name}安排重新发送`;
      const again = { status: 'planned', atOnce: true, mailId: null, settledAt: null, why } as const;
      await tx.update(Reminder, id, again);
      const rule = ruleWords(reminder.rule, (reminder.nudge ?? reminder.comment)?.by?.name ?? null);
      await record(tx, actor, {
        ...{ subject: 'task', subjectId: reminder.taskId, action: 'resend-reminder' },
        changes: [{ field: 'reminder', from: null, to: `${rule}，发给${reminder.recipient?.name}` }],
      });
    });
    await this.reminders.deliverNow();
  }

  /** Without a mail server mails stay in the local mailbox, where nobody needs an address. */
  private async refuseUnreachable(tx: EntityManager, { recipient }: Reminder): Promise<void> {
    if (!this.mailer.ready) return;
    const address = recipient?.email?.toLowerCase();
    if (address && !(await tx.existsBy(UndeliverableAddress, { address }))) return;
    const fault = address ? '已被邮件服务器拒收' : '没有登记';
    const message = `${recipient?.name}的邮箱${fault}，请先在“单位与人员”中更正，再重新发送。`;
    throw new DomainError('conflict', 'reminder.no-address', message);
  }
}

function refuseUseless({ status, task, recipient }: Reminder): void {
  if (!RESENDABLE.includes(status)) {
    const message = '只有发送失败或不确定是否送达的提醒可以重新发送，这条提醒的状态已经变化，请刷新后查看。';
    throw new DomainError('conflict', 'reminder.not-resendable', message);
  }
  if (!task || !OPEN_STATUSES.includes(task.status)) {
    throw new DomainError('conflict', 'reminder.task-closed', '任务已经办结或撤销，不需要再提醒。');
  }
  if (!recipient?.active) {
    throw new DomainError('conflict', 'reminder.person-inactive', '接收人的账号已停用，请先移交任务，再提醒接任的人。');
  }
}
