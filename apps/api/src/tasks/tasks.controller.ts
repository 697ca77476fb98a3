import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { AnyPerson, May, Me } from '#organisation/http/decorators';
import {
  AssignedTasks,
  AssignTask,
  AssignTasks,
  CloseTask,
  ListTasks,
  MoveTask,
  MoveWithReason,
  ReportProgress,
  SubmitTask,
} from '#tasks/task.dto';
import { TaskDetail, TaskPage } from '#tasks/task.view';
import { TasksService } from '#tasks/tasks.service';

/** Who may do what with a single task is decided by the life cycle; routes open to any person check it there. */
@ApiTags('tasks')
@Controller('tasks')
export class TasksController {
  constructor(private readonly tasks: TasksService) {}

  @Get()
  @AnyPerson()
  listTasks(@Me() me: Actor, @Query() ask: ListTasks): Promise<TaskPage> {
    return this.tasks.list(me, ask);
  }

  @Get(':id')
  @AnyPerson()
  getTask(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TaskDetail> {
    return this.tasks.get(me, id);
  }

  /** Charges many tasks at once: all of them, or none. */
  @Post('assign')
  @HttpCode(200)
  @May('task.assign')
  async assignTasks(@Me() me: Actor, @Body() ask: AssignTasks): Promise<AssignedTasks> {
    return { assigned: await this.tasks.assignMany(me, ask) };
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
  @May('task.assign')
  dropTask(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() ask: MoveWithReason): Promise<TaskDetail> {
    return this.tasks.drop(me, id, ask);
  }
}
