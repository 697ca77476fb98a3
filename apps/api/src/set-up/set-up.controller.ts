import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { May, Me } from '#organisation/http/decorators';
import { SetUpService } from './set-up.service';
import { LoadedExamples, SetUp } from './set-up.view';

@ApiTags('set-up')
@Controller('set-up')
export class SetUpController {
  constructor(private readonly setUp: SetUpService) {}

  @Get()
  @May('organisation.manage')
  getSetUp(): Promise<SetUp> {
    return this.setUp.state();
  }

  /** Fills an empty installation with an example organisation and its reports. */
  @Post('examples')
  @HttpCode(200)
  @May('organisation.manage')
  loadExamples(@Me() me: Actor): Promise<LoadedExamples> {
    return this.setUp.loadExamples(me);
  }
}
