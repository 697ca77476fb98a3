import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { May, Me } from '#organisation/http/decorators';
import { ResetTemplate, SetTemplate, TemplateWords } from '#reminders/templates/template.dto';
import { TemplatePreview, TemplateView, TestMail } from '#reminders/templates/template.view';
import { TemplatesService } from '#reminders/templates/templates.service';
import { TestMailService } from '#reminders/templates/test-mail.service';

@ApiTags('reminders')
@Controller('mail-templates')
export class MailTemplatesController {
  constructor(
    private readonly templates: TemplatesService,
    private readonly testMails: TestMailService,
  ) {}

  /** 邮件模板: the words of all mails, and what may be inserted in each. */
  @Get()
  @May('organisation.manage')
  listMailTemplates(@Me() me: Actor): Promise<TemplateView[]> {
    return this.templates.list(me);
  }

  @Put(':name')
  @May('organisation.manage')
  setMailTemplate(@Me() me: Actor, @Param('name') name: string, @Body() ask: SetTemplate): Promise<TemplateView> {
    return this.templates.set(me, name, ask);
  }

  /** Takes our own words again. */
  @Post(':name/reset')
  @HttpCode(200)
  @May('organisation.manage')
  resetMailTemplate(
    @Me() me: Actor,
    @Param('name') name: string,
    @Body() { version }: ResetTemplate,
  ): Promise<TemplateView> {
    return this.templates.reset(me, name, version);
  }

  /** How a mail with these words would look; nothing is kept. */
  @Post(':name/preview')
  @HttpCode(200)
  @May('organisation.manage')
  previewMailTemplate(@Me() me: Actor, @Param('name') name: string, @Body() words: TemplateWords): TemplatePreview {
    return this.templates.preview(me, name, words);
  }

  /** Sends a mail with these words to the present person. */
  @Post(':name/test')
  @HttpCode(200)
  @May('organisation.manage')
  testMailTemplate(@Me() me: Actor, @Param('name') name: string, @Body() words: TemplateWords): Promise<TestMail> {
    return this.testMails.send(me, name, words);
  }
}
