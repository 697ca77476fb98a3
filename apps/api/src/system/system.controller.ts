import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { May, Me } from '#organisation/http/decorators';
import { SystemService } from './system.service';
import { MailServerCheck, SystemHealth } from './system.view';

@ApiTags('system')
@Controller('system')
export class SystemController {
  constructor(private readonly system: SystemService) {}

  @Get('health')
  @May('organisation.manage')
  getSystemHealth(@Me() me: Actor): Promise<SystemHealth> {
    return this.system.health(me);
  }

  /** Connects to the mail server and signs in; sends nothing. */
  @Post('mail-server-check')
  @HttpCode(200)
  @May('organisation.manage')
  checkMailServer(@Me() me: Actor): Promise<MailServerCheck> {
    return this.system.checkMailServer(me);
  }
}
