import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#organisation/actor';
import { AnyPerson, May, Me } from '#organisation/http/decorators';
import { AskRate, CreateProblem, ListLookBacks, ListProblems } from '#rectification/problem.dto';
import { LookBackPage, ProblemChoices, ProblemDetail, ProblemPage } from '#rectification/problem.view';
import { ProblemsService } from '#rectification/problems.service';
import { RectificationRate } from '#rectification/rectification-rate.view';
import { RectificationService } from '#rectification/rectification.service';
import { AskThreeList, ExportThreeLists } from '#rectification/three-lists.dto';
import { ThreeListsFileService } from '#rectification/three-lists-file.service';
import { ThreeListPage } from '#rectification/three-lists.view';
import { FileAnswer, sendFile } from '../send-file';

/** Routes open to any person show what he oversees, what he is hooked to and what he is responsible for. */
@ApiTags('problems')
@Controller('problems')
export class ProblemsController {
  constructor(
    private readonly problems: ProblemsService,
    private readonly rectification: RectificationService,
    private readonly files: ThreeListsFileService,
  ) {}

  @Get()
  @AnyPerson()
  listProblems(@Me() me: Actor, @Query() ask: ListProblems): Promise<ProblemPage> {
    return this.problems.list(me, ask);
  }

  /** Categories, kinds of responsibility and leaders for forms and filters. */
  @Get('choices')
  @AnyPerson()
  getProblemChoices(@Me() me: Actor): Promise<ProblemChoices> {
    return this.problems.choices(me);
  }

  /** 整改率, with its formula. */
  @Get('rate')
  @May('task.read')
  getRectificationRate(@Me() me: Actor, @Query() ask: AskRate): Promise<RectificationRate> {
    return this.problems.rate(me, ask);
  }

  /** 三张清单: 问题清单, 责任清单, 整改清单. */
  @Get('three-lists')
  @AnyPerson()
  getThreeList(@Me() me: Actor, @Query() ask: AskThreeList): Promise<ThreeListPage> {
    return this.problems.threeList(me, ask);
  }

  /** 三张清单 in one file, of the rows that the same filters show on screen. */
  @Get('three-lists/export')
  @AnyPerson()
  @FileAnswer()
  async exportThreeLists(@Me() me: Actor, @Query() ask: ExportThreeLists, @Res() reply: FastifyReply): Promise<void> {
    await sendFile(reply, await this.files.write(me, ask));
  }

  /** Look-backs 回头看 that wait to be made. */
  @Get('look-backs')
  @AnyPerson()
  listLookBacks(@Me() me: Actor, @Query() ask: ListLookBacks): Promise<LookBackPage> {
    return this.problems.lookBacks(me, ask);
  }

  @Get(':id')
  @AnyPerson()
  getProblem(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ProblemDetail> {
    return this.problems.get(me, id);
  }

  /** Puts a problem on record by hand. */
  @Post()
  @May('task.assign')
  createProblem(@Me() me: Actor, @Body() ask: CreateProblem): Promise<ProblemDetail> {
    return this.rectification.create(me, ask);
  }
}
