import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#organisation/actor';
import { May, Me } from '#organisation/http/decorators';
import { SummariesService } from '#summaries/summaries.service';
import { CreateSummary, ListFigureRows, ListSummaries } from '#summaries/summary.dto';
import { FigureRowPage, SummaryDetail, SummaryPage } from '#summaries/summary.view';
import { FileAnswer, sendFile } from '../send-file';

/** Progress reports 进展报告 of units and periods. */
@ApiTags('summaries')
@Controller('summaries')
export class SummariesController {
  constructor(private readonly summaries: SummariesService) {}

  @Get()
  @May('task.read')
  listSummaries(@Me() me: Actor, @Query() ask: ListSummaries): Promise<SummaryPage> {
    return this.summaries.list(me, ask);
  }

  /** Drafts a report. */
  @Post()
  @May('task.assign')
  createSummary(@Me() me: Actor, @Body() ask: CreateSummary): Promise<SummaryDetail> {
    return this.summaries.create(me, ask);
  }

  @Get(':id')
  @May('task.read')
  getSummary(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SummaryDetail> {
    return this.summaries.get(me, id);
  }

  /** The tasks or problems behind a figure, as they were. */
  @Get(':id/figures/:key/rows')
  @May('task.read')
  getFigureRows(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('key') key: string,
    @Query() ask: ListFigureRows,
  ): Promise<FigureRowPage> {
    return this.summaries.figureRows(me, id, key, ask);
  }

  /** As Word in the layout of GB/T 9704, with its tables as annexes. */
  @Get(':id/word')
  @May('task.read')
  @FileAnswer()
  async getSummaryWord(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, await this.summaries.word(me, id));
  }

  /** The frozen data of an issued report, whose SHA-256 it names. */
  @Get(':id/snapshot')
  @May('task.read')
  @FileAnswer()
  async getSummarySnapshot(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, await this.summaries.snapshot(me, id));
  }
}
