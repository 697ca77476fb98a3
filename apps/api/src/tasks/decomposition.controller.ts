import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { AnyPerson, May, Me } from '#organisation/http/decorators';
import { DecomposeTask, PlanMilestones } from '#tasks/decomposition.dto';
import { DecompositionService } from '#tasks/decomposition.service';
import { MilestonesService } from '#tasks/milestones.service';
import { RecurrenceService } from '#tasks/recurrence.service';
import { MoveTask, RecurTask } from '#tasks/task.dto';
import { TaskSummary } from '#tasks/task.view';

@ApiTags('tasks')
@Controller('tasks/:id')
export class DecompositionController {
  constructor(
    private readonly decomposition: DecompositionService,
    private readonly milestones: MilestonesService,
    private readonly recurrence: RecurrenceService,
  ) {}

  @Post('parts')
  @AnyPerson()
  decomposeTask(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: DecomposeTask,
  ): Promise<TaskSummary[]> {
    return this.decomposition.decompose(me, id, ask);
  }

  /** 周期性任务: from now on one occurrence per period, or no longer. */
  @Put('recurrence')
  @HttpCode(204)
  @May('task.assign')
  recurTask(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() ask: RecurTask): Promise<void> {
    return this.recurrence.recur(me, id, ask);
  }

  @Put('milestones')
  @HttpCode(204)
  @AnyPerson()
  planMilestones(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() ask: PlanMilestones): Promise<void> {
    return this.milestones.plan(me, id, ask);
  }

  @Post('milestones/:milestoneId/reach')
  @HttpCode(204)
  @AnyPerson()
  reachMilestone(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('milestoneId', ParseUUIDPipe) milestoneId: string,
    @Body() ask: MoveTask,
  ): Promise<void> {
    return this.milestones.reach(me, id, milestoneId, ask);
  }
}
