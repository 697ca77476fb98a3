import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { AnyPerson, Me } from '#organisation/http/decorators';
import { ListTasks } from '#tasks/task-filter.dto';
import { AskTaskCalendar, AskTaskTimeline } from '#tasks/views/task-views.dto';
import { TaskViewsService } from '#tasks/views/task-views.service';
import { TaskCalendar, TaskCounts, TaskTimeline } from '#tasks/views/task-views.view';

@ApiTags('tasks')
@Controller('tasks')
export class TaskViewsController {
  constructor(private readonly views: TaskViewsService) {}

  @Get('counts')
  @AnyPerson()
  countTasks(@Me() me: Actor, @Query() ask: ListTasks): Promise<TaskCounts> {
    return this.views.counts(me, ask);
  }

  @Get('calendar')
  @AnyPerson()
  getTaskCalendar(@Me() me: Actor, @Query() ask: AskTaskCalendar): Promise<TaskCalendar> {
    return this.views.calendar(me, ask);
  }

  @Get('timeline')
  @AnyPerson()
  getTaskTimeline(@Me() me: Actor, @Query() ask: AskTaskTimeline): Promise<TaskTimeline> {
    return this.views.timeline(me, ask);
  }
}
