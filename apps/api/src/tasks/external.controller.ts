import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '#organisation/http/decorators';
import { ExternalReportsService } from '#tasks/responsibility/external-reports.service';
import { ExternalItem } from '#tasks/responsibility/responsibility.view';
import { OpenLink, ReportByLink } from '#tasks/responsibility/support.dto';

/** For whoever holds a link. The token travels in the body, so that no log of addresses keeps it. */
@ApiTags('external')
@Controller('external')
export class ExternalController {
  constructor(private readonly reports: ExternalReportsService) {}

  @Post('item')
  @HttpCode(200)
  @Public()
  openExternalItem(@Req() { ip }: FastifyRequest, @Body() ask: OpenLink): Promise<ExternalItem> {
    return this.reports.open(ask, ip);
  }

  @Post('reports')
  @HttpCode(200)
  @Public()
  reportExternally(@Req() { ip }: FastifyRequest, @Body() ask: ReportByLink): Promise<ExternalItem> {
    return this.reports.report(ask, ip);
  }
}
