import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { May, Me } from '#organisation/http/decorators';
import {
  AddSentence,
  ChangeSummary,
  EditSentence,
  IssueSummary,
  OrderSentences,
  SeenSummary,
} from '#summaries/summary.dto';
import { SummaryDetail } from '#summaries/summary.view';
import { WritingService } from '#summaries/writing.service';

/** The writer's commands on the draft of a progress report, and its issue. */
@ApiTags('summaries')
@Controller('summaries/:id')
export class SummaryWritingController {
  constructor(private readonly writing: WritingService) {}

  /** Title and recipients 主送机关. */
  @Patch()
  @May('task.assign')
  changeSummary(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: ChangeSummary,
  ): Promise<SummaryDetail> {
    return this.writing.change(me, id, ask);
  }

  /** Composes the report anew of what the data are now; edits stay. */
  @Post('refresh')
  @HttpCode(200)
  @May('task.assign')
  refreshSummary(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: SeenSummary,
  ): Promise<SummaryDetail> {
    return this.writing.refresh(me, id, ask);
  }

  /** Other words for a sentence, or hides it, or brings it back. */
  @Patch('sentences')
  @May('task.assign')
  editSentence(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: EditSentence,
  ): Promise<SummaryDetail> {
    return this.writing.editSentence(me, id, ask);
  }

  /** A sentence of the writer's own. */
  @Post('sentences')
  @HttpCode(200)
  @May('task.assign')
  addSentence(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: AddSentence,
  ): Promise<SummaryDetail> {
    return this.writing.addSentence(me, id, ask);
  }

  @Put('order')
  @May('task.assign')
  orderSentences(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: OrderSentences,
  ): Promise<SummaryDetail> {
    return this.writing.orderSentences(me, id, ask);
  }

  /** 签发: number, date and signatory; frozen for good. */
  @Post('issue')
  @HttpCode(200)
  @May('task.assign')
  issueSummary(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: IssueSummary,
  ): Promise<SummaryDetail> {
    return this.writing.issue(me, id, ask);
  }
}
