import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { May, Me } from '#organisation/http/decorators';
import { SetUpProgressService } from './set-up-progress';
import { SetUpProgress } from './set-up-progress.view';
import { DismissSetUp } from './set-up.dto';
import { SetUpService } from './set-up.service';
import { LoadedExamples, SetUp } from './set-up.view';

@ApiTags('set-up')
@Controller('set-up')
export class SetUpController {
  constructor(
    private readonly setUp: SetUpService,
    private readonly progress: SetUpProgressService,
  ) {}

  @Get()
  @May('organisation.manage')
  getSetUp(): Promise<SetUp> {
    return this.setUp.state();
  }

  /** How far the first steps of the installation are, read off its data. */
  @Get('progress')
  @May('organisation.manage')
  getSetUpProgress(@Me() me: Actor): Promise<SetUpProgress> {
    return this.progress.progress(me);
  }

  /** Puts the first steps aside, or takes them up again. */
  @Put('dismissal')
  @May('organisation.manage')
  dismissSetUp(@Me() me: Actor, @Body() { dismissed }: DismissSetUp): Promise<SetUpProgress> {
    return this.progress.dismiss(me, dismissed);
  }

  /** Fills an empty installation with an example organisation and its reports. */
  @Post('examples')
  @HttpCode(200)
  @May('organisation.manage')
  loadExamples(@Me() me: Actor): Promise<LoadedExamples> {
    return this.setUp.loadExamples(me);
  }
}
