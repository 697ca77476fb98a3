import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { May, Me } from '#organisation/http/decorators';
import { ChangeReport, ListReports } from '#reports/report.dto';
import { ReportPage, ReportSummary } from '#reports/report.view';
import { ReportsService } from '#reports/reports.service';

@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Get()
  @May('report.read')
  listReports(@Me() me: Actor, @Query() ask: ListReports): Promise<ReportPage> {
    return this.reports.list(me, ask);
  }

  @Patch(':id')
  @May('report.review')
  changeReport(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: ChangeReport,
  ): Promise<ReportSummary> {
    return this.reports.change(me, id, ask);
  }

  @Delete(':id')
  @HttpCode(204)
  @May('report.review')
  removeReport(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.reports.remove(me, id);
  }
}
