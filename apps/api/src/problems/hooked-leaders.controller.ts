import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { AnyPerson, Me } from '#organisation/http/decorators';
import { HookedLeadersService } from '#rectification/hooked-leaders.service';
import { AskHookedLeaders } from '#rectification/problem.dto';
import { HookedLeader, HookedLeaderDetail } from '#rectification/hooked-leaders.view';

@ApiTags('problems')
@Controller('hooked-leaders')
export class HookedLeadersController {
  constructor(private readonly leaders: HookedLeadersService) {}

  /** 挂钩联系 by leader, as far as the present person sees the problems and tasks. */
  @Get()
  @AnyPerson()
  listHookedLeaders(@Me() me: Actor, @Query() ask: AskHookedLeaders): Promise<HookedLeader[]> {
    return this.leaders.list(me, ask);
  }

  @Get(':id')
  @AnyPerson()
  getHookedLeader(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<HookedLeaderDetail> {
    return this.leaders.get(me, id);
  }
}
