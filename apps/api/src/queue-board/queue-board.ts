import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type {} from '@fastify/cookie';
import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Queue } from 'bullmq';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from '#organisation/http/session.guard';
import { SessionsService } from '#organisation/sessions.service';
import { CHANNELS_QUEUE } from '#reminders/channels/channel-jobs';
import { REMINDERS_QUEUE } from '#reminders/reminder-jobs';
import { SUMMARIES_QUEUE } from '#summaries/summary-jobs';
import { TASKS_QUEUE } from '#tasks/task-jobs';

export const QUEUE_BOARD = '/queues';

/** The page asks Google for fonts; nothing here speaks to the outside. */
const FOREIGN_FONTS = /<link href="https:\/\/fonts\.[^>]*>/g;

/**
 * 任务队列: what the workers are at, to look at only. Rows decide what is done, so nothing is gained by moving jobs by hand,
 * and nothing would be on record. The board's routes are Fastify's own: Nest's guards do not see them, the hook here does.
 */
@Injectable()
export class QueueBoard implements OnModuleInit {
  private readonly queues: Queue[];

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly sessions: SessionsService,
    @InjectQueue(REMINDERS_QUEUE) reminders: Queue,
    @InjectQueue(TASKS_QUEUE) tasks: Queue,
    @InjectQueue(CHANNELS_QUEUE) channels: Queue,
    @InjectQueue(SUMMARIES_QUEUE) summaries: Queue,
  ) {
    this.queues = [reminders, tasks, channels, summaries];
    // A lost connection is reported here; BullMQ connects again by itself.
    for (const queue of [tasks, channels, summaries]) {
      queue.on('error', (error) => new Logger(queue.name).error(error.message));
    }
  }

  async onModuleInit(): Promise<void> {
    const board = new FastifyAdapter().setBasePath(QUEUE_BOARD);
    createBullBoard({
      queues: this.queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
      serverAdapter: board,
      options: {
        uiConfig: {
          boardTitle: '落实 任务队列',
          locale: { lng: 'zh-CN' },
          hideRedisDetails: true,
          miscLinks: [{ text: '回到落实', url: '/' }],
        },
      },
    });
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    await fastify.register(async (guarded) => {
      guarded.addHook('onRequest', (request, reply) => this.admit(request, reply));
      guarded.addHook('onSend', async (_request, _reply, page) =>
        typeof page === 'string' ? page.replace(FOREIGN_FONTS, '') : page,
      );
      await guarded.register(board.registerPlugin(), { prefix: QUEUE_BOARD });
    });
  }

  /** Lets in who administers the whole organisation: the queues are everybody's. */
  private async admit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const token = request.cookies[SESSION_COOKIE];
    const actor = token === undefined ? null : await this.sessions.actor(token);
    if (!actor) return refuse(reply, 401, '您还没有登录，或登录已过期。请先登录，再从菜单打开任务队列。');
    if (actor.mustChangePassword || !actor.everywhere('organisation.manage')) {
      return refuse(reply, 403, '任务队列由最高一级单位的管理员查看，您没有这项权限。');
    }
    if (!['GET', 'HEAD'].includes(request.method)) return refuse(reply, 405, '任务队列只能查看，不能在此更改。');
  }
}

async function refuse(reply: FastifyReply, status: number, words: string): Promise<void> {
  await reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="zh-CN"><title>任务队列</title><p>${words}</p><p><a href="/">回到首页</a></p></html>`,
    );
}
