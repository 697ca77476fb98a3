import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '#organisation/http/decorators';
import { OpenMailLink, ReportByMail } from '#reminders/progress-links/link.dto';
import { LinkedTask } from '#reminders/progress-links/link.view';
import { ProgressLinksService } from '#reminders/progress-links/progress-links.service';

/** For whoever opens the link in his mail. The token travels in the body, so that no log of addresses keeps it. */
@ApiTags('reminders')
@Controller('progress-link')
export class ProgressLinksController {
  constructor(private readonly links: ProgressLinksService) {}

  @Post('task')
  @HttpCode(200)
  @Public()
  openProgressLink(@Body() ask: OpenMailLink): Promise<LinkedTask> {
    return this.links.open(ask.token);
  }

  @Post('reports')
  @HttpCode(200)
  @Public()
  reportByMail(@Body() ask: ReportByMail): Promise<LinkedTask> {
    return this.links.report(ask);
  }
}
