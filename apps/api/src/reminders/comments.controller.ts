import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { AnyPerson, Me } from '#organisation/http/decorators';
import { FindMentionable, WriteComment } from '#reminders/comments/comment.dto';
import { MentionablePerson, TaskComments } from '#reminders/comments/comment.view';
import { CommentsService } from '#reminders/comments/comments.service';

/** 评论 on a task: read by whoever sees it, written by whoever has to do with it. */
@ApiTags('tasks')
@Controller('tasks/:id/comments')
export class CommentsController {
  constructor(private readonly comments: CommentsService) {}

  @Get()
  @AnyPerson()
  listComments(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TaskComments> {
    return this.comments.list(me, id);
  }

  /** Who may see the task, and so may be named with an @. */
  @Get('mentionable')
  @AnyPerson()
  listMentionable(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { q = '' }: FindMentionable,
  ): Promise<MentionablePerson[]> {
    return this.comments.mentionable(me, id, q);
  }

  @Post()
  @HttpCode(200)
  @AnyPerson()
  writeComment(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: WriteComment,
  ): Promise<TaskComments> {
    return this.comments.write(me, id, ask);
  }

  /** One's own, within fifteen minutes. */
  @Put(':commentId')
  @AnyPerson()
  editComment(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('commentId', ParseUUIDPipe) commentId: string,
    @Body() ask: WriteComment,
  ): Promise<TaskComments> {
    return this.comments.edit(me, id, commentId, ask);
  }

  /** One's own; that there was one stays to be seen. */
  @Delete(':commentId')
  @AnyPerson()
  deleteComment(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('commentId', ParseUUIDPipe) commentId: string,
  ): Promise<TaskComments> {
    return this.comments.remove(me, id, commentId);
  }
}
