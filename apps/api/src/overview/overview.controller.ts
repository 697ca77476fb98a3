import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { AnyPerson, May, Me } from '#organisation/http/decorators';
import { AskHealth, AskTrend } from '#tasks/health/health.dto';
import { HealthService } from '#tasks/health/health.service';
import { HealthSheet, Trend } from '#tasks/health/health.view';
import { OverviewService } from '#tasks/overview.service';
import { Overview } from '#tasks/overview.view';
import { OwnWorkService } from '#tasks/own-work/own-work.service';
import { OwnWork } from '#tasks/own-work/own-work.view';

@ApiTags('overview')
@Controller('overview')
export class OverviewController {
  constructor(
    private readonly service: OverviewService,
    private readonly health: HealthService,
    private readonly work: OwnWorkService,
  ) {}

  @Get()
  @AnyPerson()
  getOverview(@Me() me: Actor): Promise<Overview> {
    return this.service.overview(me);
  }

  /** 五色体检表 of the units whose tasks one reads. */
  @Get('health')
  @May('task.read')
  getHealthSheet(@Me() me: Actor, @Query() ask: AskHealth): Promise<HealthSheet> {
    return this.health.sheet(me, ask);
  }

  /** 按期完成率 over the last quarters. */
  @Get('trend')
  @May('task.read')
  getTrend(@Me() me: Actor, @Query() ask: AskTrend): Promise<Trend> {
    return this.health.trend(me, ask);
  }

  /** 我的任务, by urgency. */
  @Get('own-work')
  @AnyPerson()
  getOwnWork(@Me() me: Actor): Promise<OwnWork> {
    return this.work.ownWork(me);
  }
}
