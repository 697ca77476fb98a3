import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { May, Me } from '#organisation/http/decorators';
import { AcceptanceService } from '#review/acceptance.service';
import {
  AcceptItems,
  ChangeItem,
  ChosenItems,
  CutItem,
  JoinItems,
  MarkItem,
  OwnerOfItems,
  RejectItems,
} from '#review/review.dto';
import { ReviewService } from '#review/review.service';
import {
  AcceptedItems,
  DecidedItems,
  MergedItem,
  ReportDetail,
  ReportItemView,
  SplitItem,
  UndoneStep,
} from '#review/review.view';
import { UndoService } from '#review/undo/undo.service';

@ApiTags('review')
@Controller()
export class ReviewController {
  constructor(
    private readonly review: ReviewService,
    private readonly acceptance: AcceptanceService,
    private readonly undo: UndoService,
  ) {}

  @Get('reports/:id')
  @May('report.read')
  getReport(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ReportDetail> {
    return this.review.desk(me, id);
  }

  @Post('reports/:id/items')
  @May('report.review')
  markItem(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() ask: MarkItem): Promise<ReportItemView> {
    return this.review.mark(me, id, ask);
  }

  @Post('reports/:id/items/accept')
  @HttpCode(200)
  @May('report.review')
  acceptItems(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: AcceptItems,
  ): Promise<AcceptedItems> {
    return this.acceptance.accept(me, id, ask);
  }

  @Post('reports/:id/items/reject')
  @HttpCode(200)
  @May('report.review')
  rejectItems(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: RejectItems,
  ): Promise<DecidedItems> {
    return this.acceptance.reject(me, id, ask);
  }

  @Post('reports/:id/items/restore')
  @HttpCode(200)
  @May('report.review')
  restoreItems(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: ChosenItems,
  ): Promise<DecidedItems> {
    return this.acceptance.restore(me, id, ask);
  }

  /** Sets unit, person or deadline of many at once, before they are decided. */
  @Patch('reports/:id/items')
  @May('report.review')
  changeItems(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: OwnerOfItems,
  ): Promise<DecidedItems> {
    return this.review.changeMany(me, id, ask);
  }

  /** Takes back what the present person did last on this report. */
  @Post('reports/:id/items/undo')
  @HttpCode(200)
  @May('report.review')
  undoStep(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<UndoneStep> {
    return this.undo.undo(me, id);
  }

  @Post('reports/:id/items/merge')
  @HttpCode(200)
  @May('report.review')
  mergeItems(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() ask: JoinItems): Promise<MergedItem> {
    return this.review.merge(me, id, ask);
  }

  @Patch('report-items/:id')
  @May('report.review')
  changeItem(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: ChangeItem,
  ): Promise<ReportItemView> {
    return this.review.change(me, id, ask);
  }

  @Post('report-items/:id/split')
  @HttpCode(200)
  @May('report.review')
  splitItem(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() ask: CutItem): Promise<SplitItem> {
    return this.review.split(me, id, ask);
  }
}
