import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { May, Me } from '#organisation/http/decorators';
import { ListProblems } from '#rectification/problem.dto';
import { ProblemDetail, ProblemPage } from '#rectification/problem.view';
import { ProblemsService } from '#rectification/problems.service';

@ApiTags('problems')
@Controller('problems')
export class ProblemsController {
  constructor(private readonly problems: ProblemsService) {}

  @Get()
  @May('task.read')
  listProblems(@Me() me: Actor, @Query() ask: ListProblems): Promise<ProblemPage> {
    return this.problems.list(me, ask);
  }

  @Get(':id')
  @May('task.read')
  getProblem(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ProblemDetail> {
    return this.problems.get(me, id);
  }
}
