import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { May, Me } from '#organisation/http/decorators';
import { EnableAddress } from '#reminders/undeliverable/undeliverable.dto';
import { UndeliverableService } from '#reminders/undeliverable/undeliverable.service';
import { UndeliverableView } from '#reminders/undeliverable/undeliverable.view';

@ApiTags('reminders')
@Controller('undeliverable-addresses')
export class UndeliverableController {
  constructor(private readonly undeliverable: UndeliverableService) {}

  /** 退信地址 of the people one administers. */
  @Get()
  @May('organisation.manage')
  listUndeliverableAddresses(@Me() me: Actor): Promise<UndeliverableView[]> {
    return this.undeliverable.list(me);
  }

  /** The address works again: mails go there from now on. */
  @Post('enable')
  @HttpCode(204)
  @May('organisation.manage')
  enableAddress(@Me() me: Actor, @Body() { address }: EnableAddress): Promise<void> {
    return this.undeliverable.enable(me, address);
  }
}
