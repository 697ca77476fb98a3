import { Body, Controller, Get, HttpCode, Param, Post, Put, Redirect } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { AnyPerson, Me, Public } from '#organisation/http/decorators';
import { ChangePreference } from '#reminders/preferences/preference.dto';
import { PreferenceView } from '#reminders/preferences/preference.view';
import { PreferencesService } from '#reminders/preferences/preferences.service';
import { UnsubscribeService } from '#reminders/preferences/unsubscribe.service';
import { UnsubscribeView } from '#reminders/progress-links/link.view';

/** One's own mails: in the settings, or by the address of `List-Unsubscribe` in a mail. */
@ApiTags('reminders')
@Controller()
export class MailPreferencesController {
  constructor(
    private readonly preferences: PreferencesService,
    private readonly unsubscribing: UnsubscribeService,
  ) {}

  @Get('mail-preference')
  @AnyPerson()
  getMailPreference(@Me() me: Actor): Promise<PreferenceView> {
    return this.preferences.own(me);
  }

  @Put('mail-preference')
  @AnyPerson()
  changeMailPreference(@Me() me: Actor, @Body() ask: ChangePreference): Promise<PreferenceView> {
    return this.preferences.change(me, ask);
  }

  /** Programs that look at links must not decline anything: opening it only leads to the page that asks. */
  @Get('unsubscribe/:token')
  @Redirect()
  @ApiExcludeEndpoint()
  @Public()
  showUnsubscribePage(@Param('token') token: string): { url: string } {
    return { url: `/unsubscribe/${encodeURIComponent(token)}` };
  }

  @Get('unsubscribe/:token/kinds')
  @Public()
  getUnsubscribe(@Param('token') token: string): Promise<UnsubscribeView> {
    return this.unsubscribing.open(token);
  }

  /** RFC 8058: one click in the mail program. Whatever its body says, urlencoded or as a form: the address says it all. */
  @Post('unsubscribe/:token')
  @HttpCode(200)
  @Public()
  unsubscribe(@Param('token') token: string): Promise<UnsubscribeView> {
    return this.unsubscribing.decline(token);
  }
}
