import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { May, Me } from '#organisation/http/decorators';
import { ChannelPosts } from '#reminders/channels/channel-posts.service';
import { AddChannel, ChangeChannel } from '#reminders/channels/channel.dto';
import { ChannelView } from '#reminders/channels/channel.view';
import { ChannelsService } from '#reminders/channels/channels.service';

@ApiTags('reminders')
@Controller('channels')
export class ChannelsController {
  constructor(
    private readonly channels: ChannelsService,
    private readonly posts: ChannelPosts,
  ) {}

  /** 群机器人 of all units that the present person may set them up for. */
  @Get()
  @May('policy.manage')
  listChannels(@Me() me: Actor): Promise<ChannelView[]> {
    return this.channels.list(me);
  }

  @Post()
  @May('policy.manage')
  addChannel(@Me() me: Actor, @Body() ask: AddChannel): Promise<ChannelView> {
    return this.channels.add(me, ask);
  }

  @Patch(':id')
  @May('policy.manage')
  changeChannel(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: ChangeChannel,
  ): Promise<ChannelView> {
    return this.channels.change(me, id, ask);
  }

  @Delete(':id')
  @HttpCode(204)
  @May('policy.manage')
  removeChannel(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.channels.remove(me, id);
  }

  /** Sends a message that says nothing but that the robot works. */
  @Post(':id/test')
  @HttpCode(200)
  @May('policy.manage')
  testChannel(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ChannelView> {
    return this.posts.test(me, id);
  }
}
