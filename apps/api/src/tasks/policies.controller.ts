import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { May, Me } from '#organisation/http/decorators';
import { PoliciesService } from '#tasks/policy/policies.service';
import { SetPolicy } from '#tasks/policy/policy.dto';
import { PolicyView } from '#tasks/policy/policy.view';

@ApiTags('policies')
@Controller('policies')
export class PoliciesController {
  constructor(private readonly policies: PoliciesService) {}

  /** 督办规则 of all units that the present person may set them for. */
  @Get()
  @May('policy.manage')
  listPolicies(@Me() me: Actor): Promise<PolicyView[]> {
    return this.policies.list(me);
  }

  @Post(':unitId')
  @HttpCode(200)
  @May('policy.manage')
  setPolicy(
    @Me() me: Actor,
    @Param('unitId', ParseUUIDPipe) unitId: string,
    @Body() ask: SetPolicy,
  ): Promise<PolicyView> {
    return this.policies.set(me, unitId, ask);
  }
}
