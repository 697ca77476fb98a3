import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '#organisation/http/decorators';
import { HealthService } from './health.service';
import { Health } from './health.view';

/** For load balancers and container health checks: 503 when the database or the queue does not answer. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get()
  @Public()
  async getHealth(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    const health = await this.health.look();
    if (health.status !== 'ok') void reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    void reply.header('cache-control', 'no-store');
    return health;
  }
}
