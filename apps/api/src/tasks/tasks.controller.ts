import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { AnyPerson, May, Me } from '#organisation/http/decorators';
import {
  AssignTask,
  ChangeTask,
  CloseTask,
  CreateTask,
  HandOverTask,
  HandOverUrgently,
  MoveTask,
  MoveWithReason,
  ReDateTask,
  ReportProgress,
  SubmitTask,
} from '#tasks/task.dto';
import { GroupTasks, ListTasks } from '#tasks/task-filter.dto';
import { RemindersService } from '#reminders/reminders.service';
import { TaskDraftsService } from '#tasks/task-drafts.service';
import { TaskDetail, TaskGroup, TaskPage } from '#tasks/task.view';
import { TasksService } from '#tasks/tasks.service';

/** Who may do what with a single task is decided by the life cycle; routes open to any person check it there. */
@ApiTags('tasks')
@Controller('tasks')
export class TasksController {
  constructor(
    private readonly tasks: TasksService,
    private readonly drafts: TaskDraftsService,
    private readonly reminders: RemindersService,
  ) {}

  @Get()
  @AnyPerson()
  listTasks(@Me() me: Actor, @Query() ask: ListTasks): Promise<TaskPage> {
    return this.tasks.list(me, ask);
  }

  /** How many tasks of the list belong to each unit, light, quarter or report. */
  @Get('groups')
  @AnyPerson()
  groupTasks(@Me() me: Actor, @Query() ask: GroupTasks): Promise<TaskGroup[]> {
    return this.tasks.groups(me, ask);
  }

  @Get(':id')
  @AnyPerson()
  getTask(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TaskDetail> {
    return this.tasks.get(me, id);
  }

  @Post()
  @May('task.assign')
  createTask(@Me() me: Actor, @Body() ask: CreateTask): Promise<TaskDetail> {
    return this.drafts.create(me, ask);
  }

  /** 立巡立交: on record, assigned and mailed at once, due within hours. */
  @Post('urgent')
  @May('task.assign')
  async handOverUrgently(@Me() me: Actor, @Body() ask: HandOverUrgently): Promise<TaskDetail> {
    const task = await this.drafts.handOverUrgently(me, ask);
    await this.reminders.wake();
    return task;
  }

  @Post(':id/assign')
  @HttpCode(200)
  @May('task.assign')
  assignTask(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() ask: AssignTask): Promise<TaskDetail> {
    return this.tasks.assign(me, id, ask);
  }

  @Post(':id/accept')
  @HttpCode(200)
  @AnyPerson()
  acceptTask(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() ask: MoveTask): Promise<TaskDetail> {
    return this.tasks.accept(me, id, ask);
  }

  @Post(':id/return')
  @HttpCode(200)
  @AnyPerson()
  returnTask(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: MoveWithReason,
  ): Promise<TaskDetail> {
    return this.tasks.giveBack(me, id, ask);
  }

  @Post(':id/progress')
  @HttpCode(200)
  @AnyPerson()
  reportProgress(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: ReportProgress,
  ): Promise<TaskDetail> {
    return this.tasks.progress(me, id, ask);
  }

  @Post(':id/submit')
  @HttpCode(200)
  @AnyPerson()
  submitTask(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() ask: SubmitTask): Promise<TaskDetail> {
    return this.tasks.submit(me, id, ask);
  }

  @Post(':id/send-back')
  @HttpCode(200)
  @May('task.close')
  sendTaskBack(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: MoveWithReason,
  ): Promise<TaskDetail> {
    return this.tasks.sendBack(me, id, ask);
  }

  @Post(':id/close')
  @HttpCode(200)
  @May('task.close')
  closeTask(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() ask: CloseTask): Promise<TaskDetail> {
    return this.tasks.close(me, id, ask);
  }

  @Post(':id/drop')
  @HttpCode(200)
  @AnyPerson()
  dropTask(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() ask: MoveWithReason): Promise<TaskDetail> {
    return this.tasks.drop(me, id, ask);
  }

  @Post(':id/hand-over')
  @HttpCode(200)
  @AnyPerson()
  handOverTask(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: HandOverTask,
  ): Promise<TaskDetail> {
    return this.tasks.handOver(me, id, ask);
  }

  @Post(':id/change')
  @HttpCode(200)
  @May('task.assign')
  changeTask(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() ask: ChangeTask): Promise<TaskDetail> {
    return this.tasks.change(me, id, ask);
  }

  @Post(':id/re-date')
  @HttpCode(200)
  @May('task.assign')
  reDateTask(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() ask: ReDateTask): Promise<TaskDetail> {
    return this.tasks.reDate(me, id, ask);
  }

  @Post(':id/suspend')
  @HttpCode(200)
  @AnyPerson()
  suspendTask(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: MoveWithReason,
  ): Promise<TaskDetail> {
    return this.tasks.suspend(me, id, ask);
  }

  @Post(':id/resume')
  @HttpCode(200)
  @AnyPerson()
  resumeTask(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: MoveWithReason,
  ): Promise<TaskDetail> {
    return this.tasks.resume(me, id, ask);
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @May('task.close')
  reopenTask(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: MoveWithReason,
  ): Promise<TaskDetail> {
    return this.tasks.reopen(me, id, ask);
  }
}
