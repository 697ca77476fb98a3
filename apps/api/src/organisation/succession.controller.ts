import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { May, Me } from '#organisation/http/decorators';
import { ApplySuccession, PreviewSuccession } from '#organisation/succession/succession.dto';
import { SuccessionService } from '#organisation/succession/succession.service';
import { SuccessionDone, SuccessionPreview } from '#organisation/succession/succession.view';

@ApiTags('organisation')
@Controller('people/:id/succession')
export class SuccessionController {
  constructor(private readonly succession: SuccessionService) {}

  /** Everything open that would go to the successor. */
  @Post('preview')
  @HttpCode(200)
  @May('organisation.manage')
  previewSuccession(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: PreviewSuccession,
  ): Promise<SuccessionPreview> {
    return this.succession.preview(me, id, ask);
  }

  /** 工作交接 in one step: all of it, or nothing. */
  @Post()
  @HttpCode(200)
  @May('organisation.manage')
  applySuccession(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: ApplySuccession,
  ): Promise<SuccessionDone> {
    return this.succession.apply(me, id, ask);
  }
}
