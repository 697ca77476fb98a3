import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListHistory, VerifyHistory } from '#audit/audit.dto';
import { AuditService } from '#audit/audit.service';
import { HistoryPage, VerifiedHistory } from '#audit/audit.view';
import type { Actor } from '#organisation/actor';
import { May, Me } from '#organisation/http/decorators';

@ApiTags('history')
@Controller('history')
export class HistoryController {
  constructor(private readonly audit: AuditService) {}

  /** The audit log. Reading it is itself put on record. */
  @Get()
  @May('audit.read')
  listHistory(@Me() me: Actor, @Query() ask: ListHistory): Promise<HistoryPage> {
    return this.audit.list(me, ask);
  }

  /** Computes the hashes of the whole history anew and compares. */
  @Post('verify')
  @HttpCode(200)
  @May('audit.read')
  verifyHistory(@Me() me: Actor, @Body() { since }: VerifyHistory): Promise<VerifiedHistory> {
    return this.audit.verifySince(me, since);
  }
}
