import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { AnyPerson, Me } from '#organisation/http/decorators';
import { OverviewService } from '#tasks/overview.service';
import { Overview } from '#tasks/overview.view';

@ApiTags('overview')
@Controller('overview')
export class OverviewController {
  constructor(private readonly service: OverviewService) {}

  @Get()
  @AnyPerson()
  getOverview(@Me() me: Actor): Promise<Overview> {
    return this.service.overview(me);
  }
}
