import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { AnyPerson, May, Me } from '#organisation/http/decorators';
import { ExternalLinksService } from '#tasks/responsibility/external-links.service';
import { ResponsibilityService } from '#tasks/responsibility/responsibility.service';
import { MadeLink, ResponsibilityView } from '#tasks/responsibility/responsibility.view';
import { HandOverSupport, MakeLink, ReportSupport, SetSupport, WaiveSupport } from '#tasks/responsibility/support.dto';
import { SupportService } from '#tasks/responsibility/support.service';

/** 责任分工 of one task; who may do what is decided by the life cycle and by the unit of each part. */
@ApiTags('tasks')
@Controller('tasks/:id')
export class ResponsibilityController {
  constructor(
    private readonly responsibility: ResponsibilityService,
    private readonly support: SupportService,
    private readonly links: ExternalLinksService,
  ) {}

  @Get('responsibility')
  @AnyPerson()
  getResponsibility(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ResponsibilityView> {
    return this.responsibility.get(me, id);
  }

  /** All supporting units 配合单位 at once. */
  @Put('support')
  @HttpCode(204)
  @AnyPerson()
  setSupport(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() ask: SetSupport): Promise<void> {
    return this.support.set(me, id, ask);
  }

  @Post('support/:supportId/reports')
  @HttpCode(204)
  @AnyPerson()
  reportSupport(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('supportId', ParseUUIDPipe) supportId: string,
    @Body() ask: ReportSupport,
  ): Promise<void> {
    return this.support.report(me, id, supportId, ask);
  }

  @Post('support/:supportId/person')
  @HttpCode(204)
  @AnyPerson()
  handOverSupport(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('supportId', ParseUUIDPipe) supportId: string,
    @Body() ask: HandOverSupport,
  ): Promise<void> {
    return this.support.handOver(me, id, supportId, ask);
  }

  @Post('support/:supportId/waive')
  @HttpCode(204)
  @May('task.assign')
  waiveSupport(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('supportId', ParseUUIDPipe) supportId: string,
    @Body() ask: WaiveSupport,
  ): Promise<void> {
    return this.support.waive(me, id, supportId, ask);
  }

  /** A link by which an external body reports this one item without an account. */
  @Post('links')
  @May('task.assign')
  makeLink(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() ask: MakeLink): Promise<MadeLink> {
    return this.links.make(me, id, ask);
  }

  @Delete('links/:linkId')
  @HttpCode(204)
  @May('task.assign')
  revokeLink(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('linkId', ParseUUIDPipe) linkId: string,
  ): Promise<void> {
    return this.links.revoke(me, id, linkId);
  }
}
