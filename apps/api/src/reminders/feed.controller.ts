import { Controller, Delete, Get, Headers, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#organisation/actor';
import { AnyPerson, Me, Public } from '#organisation/http/decorators';
import { FeedService } from '#reminders/feed/feed.service';
import { FeedState, MadeFeed } from '#reminders/feed/feed.view';

/** 日历订阅 */
@ApiTags('feed')
@Controller('feed')
export class FeedController {
  constructor(private readonly feed: FeedService) {}

  @Get()
  @AnyPerson()
  getFeed(@Me() me: Actor): Promise<FeedState> {
    return this.feed.state(me);
  }

  @Post()
  @HttpCode(200)
  @AnyPerson()
  makeFeed(@Me() me: Actor): Promise<MadeFeed> {
    return this.feed.make(me);
  }

  @Delete()
  @HttpCode(204)
  @AnyPerson()
  revokeFeed(@Me() me: Actor): Promise<void> {
    return this.feed.revoke(me);
  }

  /** For calendar programs, which cannot sign in: the address is the key. */
  @Get(':file')
  @Public()
  async readFeed(
    @Req() { ip }: FastifyRequest,
    @Param('file') file: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { text, tag } = await this.feed.read(file, ip);
    void reply.header('etag', tag).header('cache-control', 'private, max-age=300');
    if (known === tag) void reply.status(304).send();
    else void reply.type('text/calendar; charset=utf-8').send(text);
  }
}
