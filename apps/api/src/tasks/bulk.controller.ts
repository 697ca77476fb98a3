import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { AnyPerson, Me } from '#organisation/http/decorators';
import { ApplyBulk, PreviewBulk } from '#tasks/bulk.dto';
import { BulkService } from '#tasks/bulk.service';
import { BulkDone, BulkPreview } from '#tasks/bulk.view';

@ApiTags('tasks')
@Controller('tasks/bulk')
export class BulkController {
  constructor(private readonly bulk: BulkService) {}

  /** What a move on many tasks would change, and which of them refuse it. */
  @Post('preview')
  @HttpCode(200)
  @AnyPerson()
  previewBulk(@Me() me: Actor, @Body() ask: PreviewBulk): Promise<BulkPreview> {
    return this.bulk.preview(me, ask);
  }

  /** The move itself: on all of them, or on none. */
  @Post()
  @HttpCode(200)
  @AnyPerson()
  applyBulk(@Me() me: Actor, @Body() ask: ApplyBulk): Promise<BulkDone> {
    return this.bulk.apply(me, ask);
  }
}
