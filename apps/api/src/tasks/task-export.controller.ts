import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#organisation/actor';
import { AnyPerson, Me } from '#organisation/http/decorators';
import { ExportChosenTasks, ExportTasks } from '#tasks/export/export.dto';
import { TaskExportService, type TaskFile } from '#tasks/export/task-export.service';
import { FileAnswer, sendFile } from '../send-file';

/** The list of tasks as a file, of what whoever asks may see. */
@ApiTags('tasks')
@Controller('tasks/export')
export class TaskExportController {
  constructor(private readonly files: TaskExportService) {}

  @Get()
  @AnyPerson()
  @FileAnswer()
  async exportTasks(@Me() me: Actor, @Query() ask: ExportTasks, @Res() reply: FastifyReply): Promise<void> {
    await send(reply, await this.files.write(me, ask));
  }

  @Post()
  @HttpCode(200)
  @AnyPerson()
  @FileAnswer()
  async exportChosenTasks(@Me() me: Actor, @Body() ask: ExportChosenTasks, @Res() reply: FastifyReply): Promise<void> {
    await send(reply, await this.files.writeChosen(me, ask));
  }
}

/** The number of tasks goes before the file, so that whoever waits for it knows how long it will be. */
function send(reply: FastifyReply, file: TaskFile): Promise<void> {
  return sendFile(reply.header('x-total-tasks', file.total), file);
}
