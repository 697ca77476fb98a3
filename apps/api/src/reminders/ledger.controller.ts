import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { AnyPerson, May, Me } from '#organisation/http/decorators';
import { ExplainReminders, ListOwnReminders, ListReminders } from '#reminders/ledger/ledger.dto';
import { LedgerService } from '#reminders/ledger/ledger.service';
import { ReminderDetail, ReminderExplanation, ReminderPage, TaskReminders } from '#reminders/ledger/ledger.view';
import { ResendService } from '#reminders/ledger/resend.service';

/** 提醒台账: what was intended, what became of it, and why. */
@ApiTags('reminders')
@Controller()
export class LedgerController {
  constructor(
    private readonly ledger: LedgerService,
    private readonly resending: ResendService,
  ) {}

  @Get('reminders')
  @May('reminder.read')
  listReminders(@Me() me: Actor, @Query() ask: ListReminders): Promise<ReminderPage> {
    return this.ledger.list(me, ask);
  }

  /** 我收到的提醒 */
  @Get('reminders/own')
  @AnyPerson()
  listOwnReminders(@Me() me: Actor, @Query() ask: ListOwnReminders): Promise<ReminderPage> {
    return this.ledger.listOwn(me, ask);
  }

  /** One's own, or of a unit whose ledger one reads. */
  @Get('reminders/:id')
  @AnyPerson()
  getReminder(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ReminderDetail> {
    return this.ledger.get(me, id);
  }

  @Post('reminders/:id/resend')
  @HttpCode(204)
  @May('reminder.resend')
  resendReminder(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.resending.resend(me, id);
  }

  /** Who was reminded of a task, for everybody who may see it. */
  @Get('tasks/:id/reminders')
  @AnyPerson()
  getTaskReminders(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TaskReminders> {
    return this.ledger.ofTask(me, id);
  }

  /** Why somebody did, or did not, get mails about a task; of others only for whoever reads the ledger. */
  @Get('tasks/:id/reminders/explanation')
  @AnyPerson()
  explainReminders(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() ask: ExplainReminders,
  ): Promise<ReminderExplanation> {
    return this.ledger.explain(me, id, ask);
  }
}
