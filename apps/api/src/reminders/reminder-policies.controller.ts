import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { AnyPerson, May, Me } from '#organisation/http/decorators';
import { ReminderPoliciesService } from '#reminders/policy/reminder-policies.service';
import { SetTaskReminderPolicy, SetUnitReminderPolicy } from '#reminders/policy/reminder-policy.dto';
import { ReminderPoliciesView, TaskReminderPolicy, UnitReminderPolicies } from '#reminders/policy/reminder-policy.view';

@ApiTags('reminders')
@Controller()
export class ReminderPoliciesController {
  constructor(private readonly policies: ReminderPoliciesService) {}

  /** 提醒规则 of all units that the present person may set them for, and the newest planning. */
  @Get('reminder-policies')
  @May('policy.manage')
  listReminderPolicies(@Me() me: Actor): Promise<ReminderPoliciesView> {
    return this.policies.list(me);
  }

  @Post('reminder-policies/:unitId')
  @HttpCode(200)
  @May('policy.manage')
  setUnitReminderPolicy(
    @Me() me: Actor,
    @Param('unitId', ParseUUIDPipe) unitId: string,
    @Body() ask: SetUnitReminderPolicy,
  ): Promise<UnitReminderPolicies> {
    return this.policies.setForUnit(me, unitId, ask);
  }

  /** What holds for one task. */
  @Get('tasks/:id/reminder-policy')
  @AnyPerson()
  getTaskReminderPolicy(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TaskReminderPolicy> {
    return this.policies.ofTask(me, id);
  }

  @Post('tasks/:id/reminder-policy')
  @HttpCode(200)
  @AnyPerson()
  setTaskReminderPolicy(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: SetTaskReminderPolicy,
  ): Promise<TaskReminderPolicy> {
    return this.policies.setForTask(me, id, ask);
  }
}
