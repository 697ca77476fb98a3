import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { AnyPerson, May, Me } from '#organisation/http/decorators';
import { CausesService } from '#rectification/causes.service';
import { MeasuresService } from '#rectification/measures.service';
import {
  ChangeProblem,
  CloseProblem,
  CreateMeasure,
  LinkMeasures,
  MoveProblem,
  MoveProblemWithReason,
  RecordLookBack,
  RecordSatisfaction,
  ReportRectified,
  ScheduleLookBack,
  WriteCause,
} from '#rectification/problem.dto';
import { ProblemDetail } from '#rectification/problem.view';
import { RectificationService } from '#rectification/rectification.service';

/** Commands on one problem. Who may give them is decided by its life cycle; routes open to any person check it there. */
@ApiTags('problems')
@Controller('problems')
export class ProblemMovesController {
  constructor(
    private readonly rectification: RectificationService,
    private readonly causes: CausesService,
    private readonly measures: MeasuresService,
  ) {}

  @Patch(':id')
  @May('task.assign')
  changeProblem(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: ChangeProblem,
  ): Promise<ProblemDetail> {
    return this.rectification.change(me, id, ask);
  }

  @Post(':id/causes')
  @HttpCode(200)
  @AnyPerson()
  addCause(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() ask: WriteCause): Promise<ProblemDetail> {
    return this.causes.add(me, id, ask);
  }

  @Patch(':id/causes/:causeId')
  @AnyPerson()
  changeCause(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('causeId', ParseUUIDPipe) causeId: string,
    @Body() ask: WriteCause,
  ): Promise<ProblemDetail> {
    return this.causes.change(me, id, causeId, ask);
  }

  @Post(':id/causes/:causeId/adopt')
  @HttpCode(200)
  @AnyPerson()
  adoptCause(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('causeId', ParseUUIDPipe) causeId: string,
    @Body() ask: MoveProblem,
  ): Promise<ProblemDetail> {
    return this.causes.adopt(me, id, causeId, ask);
  }

  @Post(':id/causes/:causeId/remove')
  @HttpCode(200)
  @AnyPerson()
  removeCause(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('causeId', ParseUUIDPipe) causeId: string,
    @Body() ask: MoveProblem,
  ): Promise<ProblemDetail> {
    return this.causes.remove(me, id, causeId, ask);
  }

  @Post(':id/measures/link')
  @HttpCode(200)
  @May('task.assign')
  linkMeasures(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: LinkMeasures,
  ): Promise<ProblemDetail> {
    return this.measures.link(me, id, ask);
  }

  @Post(':id/measures')
  @HttpCode(200)
  @May('task.assign')
  createMeasure(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: CreateMeasure,
  ): Promise<ProblemDetail> {
    return this.measures.create(me, id, ask);
  }

  @Post(':id/measures/:taskId/unlink')
  @HttpCode(200)
  @May('task.assign')
  unlinkMeasure(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('taskId', ParseUUIDPipe) taskId: string,
    @Body() ask: MoveProblem,
  ): Promise<ProblemDetail> {
    return this.measures.unlink(me, id, taskId, ask);
  }

  @Post(':id/rectify')
  @HttpCode(200)
  @AnyPerson()
  reportRectified(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: ReportRectified,
  ): Promise<ProblemDetail> {
    return this.rectification.rectify(me, id, ask);
  }

  @Post(':id/send-back')
  @HttpCode(200)
  @May('task.close')
  sendProblemBack(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: MoveProblemWithReason,
  ): Promise<ProblemDetail> {
    return this.rectification.sendBack(me, id, ask);
  }

  @Post(':id/satisfaction')
  @HttpCode(200)
  @May('task.close')
  recordSatisfaction(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: RecordSatisfaction,
  ): Promise<ProblemDetail> {
    return this.rectification.survey(me, id, ask);
  }

  @Post(':id/close')
  @HttpCode(200)
  @May('task.close')
  closeProblem(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: CloseProblem,
  ): Promise<ProblemDetail> {
    return this.rectification.close(me, id, ask);
  }

  @Post(':id/look-backs/schedule')
  @HttpCode(200)
  @May('task.close')
  scheduleLookBack(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: ScheduleLookBack,
  ): Promise<ProblemDetail> {
    return this.rectification.schedule(me, id, ask);
  }

  @Post(':id/look-backs')
  @HttpCode(200)
  @May('task.close')
  recordLookBack(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: RecordLookBack,
  ): Promise<ProblemDetail> {
    return this.rectification.lookBack(me, id, ask);
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @May('task.close')
  reopenProblem(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: MoveProblemWithReason,
  ): Promise<ProblemDetail> {
    return this.rectification.reopen(me, id, ask);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @May('task.assign')
  withdrawProblem(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: MoveProblemWithReason,
  ): Promise<ProblemDetail> {
    return this.rectification.withdraw(me, id, ask);
  }
}
