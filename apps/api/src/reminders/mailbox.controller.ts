import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { AnyPerson, Me } from '#organisation/http/decorators';
import { ListMailbox } from '#reminders/mailbox/mailbox.dto';
import { MailboxService } from '#reminders/mailbox/mailbox.service';
import { MailboxPage, StoredMail } from '#reminders/mailbox/mailbox.view';

@ApiTags('reminders')
@Controller('mailbox')
export class MailboxController {
  constructor(private readonly mailbox: MailboxService) {}

  /** 本机邮箱: mails that were kept here because no mail server is set. */
  @Get()
  @AnyPerson()
  listMailbox(@Me() me: Actor, @Query() ask: ListMailbox): Promise<MailboxPage> {
    return this.mailbox.list(me, ask);
  }

  @Get(':id')
  @AnyPerson()
  getStoredMail(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StoredMail> {
    return this.mailbox.get(me, id);
  }
}
