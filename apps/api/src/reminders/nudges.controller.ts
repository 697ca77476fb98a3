import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { AnyPerson, Me } from '#organisation/http/decorators';
import { EscalationService } from '#reminders/nudges/escalation.service';
import { HoldTalk, NudgeTasks, PreviewNudge } from '#reminders/nudges/nudge.dto';
import { EscalationView, Nudged, NudgePreview, TalkCandidate, TalkView } from '#reminders/nudges/nudge.view';
import { NudgesService } from '#reminders/nudges/nudges.service';
import { TalksService } from '#reminders/nudges/talks.service';

/** 催办 and 约谈: who may is decided by the life cycle, as for every move of a task. */
@ApiTags('reminders')
@Controller('tasks')
export class NudgesController {
  constructor(
    private readonly nudges: NudgesService,
    private readonly talks: TalksService,
    private readonly escalation: EscalationService,
  ) {}

  /** Who would get it, and which of the tasks cannot be nudged now. */
  @Post('nudges/preview')
  @HttpCode(200)
  @AnyPerson()
  previewNudge(@Me() me: Actor, @Body() ask: PreviewNudge): Promise<NudgePreview> {
    return this.nudges.preview(me, ask);
  }

  /** All of them, or none. */
  @Post('nudges')
  @HttpCode(200)
  @AnyPerson()
  nudgeTasks(@Me() me: Actor, @Body() ask: NudgeTasks): Promise<Nudged> {
    return this.nudges.nudge(me, ask);
  }

  /** What was done to have the task hurried. */
  @Get(':id/escalation')
  @AnyPerson()
  getEscalation(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<EscalationView> {
    return this.escalation.of(me, id);
  }

  /** Who answers for the task, so that one may talk to him about it. */
  @Get(':id/talks/candidates')
  @AnyPerson()
  listTalkCandidates(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TalkCandidate[]> {
    return this.talks.candidates(me, id);
  }

  @Post(':id/talks')
  @AnyPerson()
  holdTalk(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() ask: HoldTalk): Promise<TalkView> {
    return this.talks.hold(me, id, ask);
  }
}
