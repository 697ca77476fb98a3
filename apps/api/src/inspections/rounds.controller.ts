import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { AnyPerson, May, Me } from '#organisation/http/decorators';
import {
  ChangeRound,
  CreateRound,
  ListRounds,
  MoveInspection,
  PairRound,
  PreviewPairs,
} from '#rectification/inspections/inspection.dto';
import { PairView, RoundDetail, RoundPage } from '#rectification/inspections/inspection.view';
import { RoundsService } from '#rectification/inspections/rounds.service';

/** Rounds of inspections. Routes open to any person show what he oversees and what he has a part in. */
@ApiTags('inspections')
@Controller('inspections')
export class RoundsController {
  constructor(private readonly rounds: RoundsService) {}

  @Get()
  @AnyPerson()
  listRounds(@Me() me: Actor, @Query() ask: ListRounds): Promise<RoundPage> {
    return this.rounds.list(me, ask);
  }

  @Get(':id')
  @AnyPerson()
  getRound(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RoundDetail> {
    return this.rounds.get(me, id);
  }

  /** Who would check whom; nothing is kept. */
  @Post('pairs')
  @HttpCode(200)
  @May('task.assign')
  previewPairs(@Me() me: Actor, @Body() ask: PreviewPairs): Promise<PairView[]> {
    return this.rounds.preview(me, ask);
  }

  @Post()
  @May('task.assign')
  createRound(@Me() me: Actor, @Body() ask: CreateRound): Promise<RoundDetail> {
    return this.rounds.create(me, ask);
  }

  @Patch(':id')
  @May('task.assign')
  changeRound(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() ask: ChangeRound): Promise<RoundDetail> {
    return this.rounds.change(me, id, ask);
  }

  /** Other pairs instead of those of a round that has not started. */
  @Put(':id/checks')
  @May('task.assign')
  pairRound(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() ask: PairRound): Promise<RoundDetail> {
    return this.rounds.pair(me, id, ask);
  }

  @Post(':id/start')
  @HttpCode(200)
  @May('task.assign')
  startRound(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: MoveInspection,
  ): Promise<RoundDetail> {
    return this.rounds.start(me, id, ask);
  }

  @Post(':id/close')
  @HttpCode(200)
  @May('task.assign')
  closeRound(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: MoveInspection,
  ): Promise<RoundDetail> {
    return this.rounds.close(me, id, ask);
  }

  /** Takes back a round that has not started. */
  @Post(':id/remove')
  @HttpCode(204)
  @May('task.assign')
  removeRound(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() ask: MoveInspection): Promise<void> {
    return this.rounds.remove(me, id, ask);
  }
}
