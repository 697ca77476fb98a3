import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { AnyPerson, Me } from '#organisation/http/decorators';
import { AskRequest, DecideRequest, ListOpenRequests, WithdrawRequest } from '#tasks/requests/request.dto';
import { OpenRequestPage } from '#tasks/requests/request.view';
import { RequestsService } from '#tasks/requests/requests.service';
import { TaskDetail } from '#tasks/task.view';

@ApiTags('tasks')
@Controller()
export class RequestsController {
  constructor(private readonly requests: RequestsService) {}

  /** Open requests that the present person may decide about, the longest waiting first. */
  @Get('requests/open')
  @AnyPerson()
  listOpenRequests(@Me() me: Actor, @Query() ask: ListOpenRequests): Promise<OpenRequestPage> {
    return this.requests.open(me, ask);
  }

  /** 申请延期, 申请中止, 申请撤销. */
  @Post('tasks/:id/requests')
  @HttpCode(200)
  @AnyPerson()
  askRequest(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() ask: AskRequest): Promise<TaskDetail> {
    return this.requests.ask(me, id, ask);
  }

  @Post('requests/:id/decision')
  @HttpCode(200)
  @AnyPerson()
  decideRequest(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: DecideRequest,
  ): Promise<TaskDetail> {
    return this.requests.decide(me, id, ask);
  }

  @Post('requests/:id/withdraw')
  @HttpCode(200)
  @AnyPerson()
  withdrawRequest(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: WithdrawRequest,
  ): Promise<TaskDetail> {
    return this.requests.withdraw(me, id, ask);
  }
}
