import { Body, Controller, Get, HttpCode, type MessageEvent, Post, Req, Sse } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import type { Actor } from '#organisation/actor';
import { AnyPerson, Me, type SignedInRequest } from '#organisation/http/decorators';
import { SESSION_COOKIE } from '#organisation/http/session.guard';
import { ReadBell } from '#reminders/bell/bell.dto';
import { BellService } from '#reminders/bell/bell.service';
import { BellStreams } from '#reminders/bell/bell-streams';
import { BellView } from '#reminders/bell/bell.view';

/** One's own reminders inside the application. */
@ApiTags('bell')
@Controller('bell')
export class BellController {
  constructor(
    private readonly bell: BellService,
    private readonly streams: BellStreams,
  ) {}

  @Get()
  @AnyPerson()
  getBell(@Me() me: Actor): Promise<BellView> {
    return this.bell.get(me);
  }

  @Post('read')
  @HttpCode(204)
  @AnyPerson()
  readBell(@Me() me: Actor, @Body() { ids }: ReadBell): Promise<void> {
    return this.bell.read(me, ids);
  }

  /** Rings (`text/event-stream`) when the bell has to be read again. */
  @Sse('stream')
  @AnyPerson()
  streamBell(@Me() me: Actor, @Req() { cookies }: SignedInRequest): Observable<MessageEvent> {
    return this.streams.open(me.personId, cookies[SESSION_COOKIE] ?? '');
  }
}
