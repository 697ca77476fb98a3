import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { May, Me } from '#organisation/http/decorators';
import { ReportSummary } from '#reports/report.view';
import { ReportsService } from '#reports/reports.service';
import { EditionReview } from '#review/edition-review.service';
import { DecideChanges, SettleEdition } from '#review/edition.dto';
import { DecidedChanges, ReportChanges } from '#review/edition.view';

@ApiTags('review')
@Controller('reports/:id')
export class EditionsController {
  constructor(
    private readonly reports: ReportsService,
    private readonly editions: EditionReview,
  ) {}

  /** Whether a report in doubt is a corrected version of another one. */
  @Post('edition')
  @HttpCode(200)
  @May('report.review')
  settleEdition(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: SettleEdition,
  ): Promise<ReportSummary> {
    return this.reports.settle(me, id, ask.corrected);
  }

  /** What the corrected version changed. */
  @Get('changes')
  @May('report.read')
  getReportChanges(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ReportChanges> {
    return this.editions.changes(me, id);
  }

  @Post('changes/decide')
  @HttpCode(200)
  @May('report.review')
  decideChanges(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: DecideChanges,
  ): Promise<DecidedChanges> {
    return this.editions.decide(me, id, ask);
  }
}
