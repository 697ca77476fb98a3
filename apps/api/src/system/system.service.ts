import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { freemem } from 'node:os';
import { join } from 'node:path';
import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { mustAdministerAll } from '#organisation/administrators';
import { Clock } from '#platform/clock';
import { Mailer } from '#platform/mailer';
import { Settings } from '#platform/settings';
import { within } from '#platform/within';
import { CHANNELS_QUEUE } from '#reminders/channels/channel-jobs';
import { REMINDERS_QUEUE } from '#reminders/reminder-jobs';
import { TASKS_QUEUE } from '#tasks/task-jobs';
import { appVersion } from './app-version';
import * as judge from './judge';
import { calendarFacts, databaseFacts, mailFacts, planningFacts } from './system-facts';
import type { Area, HealthLine, MailServerCheck, SystemHealth } from './system.view';

/** Milliseconds that one look may take. */
const LONGEST = 5_000;
const QUEUE_NAMES: Record<string, string> = { reminders: '提醒队列', tasks: '任务队列', channels: '群机器人队列' };

/** 系统状态: how database, queues, mails and machine are, and what to do about them. */
@Injectable()
export class SystemService {
  private readonly started: Date;
  private readonly queues: Queue[];

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
    private readonly settings: Settings,
    @InjectQueue(REMINDERS_QUEUE) reminders: Queue,
    @InjectQueue(TASKS_QUEUE) tasks: Queue,
    @InjectQueue(CHANNELS_QUEUE) channels: Queue,
  ) {
    this.queues = [reminders, tasks, channels];
    this.started = clock.now();
  }

  async health(actor: Actor): Promise<SystemHealth> {
    mustAdministerAll(actor);
    const looks = [
      this.look('database', '数据库', () => this.database()),
      ...this.queues.map((queue) => this.look('queue', QUEUE_NAMES[queue.name] ?? queue.name, () => this.queue(queue))),
      this.look('queue', '提醒计划', () => this.planning()),
      this.look('mail', '邮件', () => this.mails()),
      this.look('calendar', '工作日历', () => this.calendar()),
      this.look('machine', '磁盘', () => this.disk()),
      this.look('machine', '内存与版本', () => this.machine()),
    ];
    return { at: this.clock.now().toISOString(), lines: (await Promise.all(looks)).flat() };
  }

  /** Asks the mail server whether it takes our sign-in; sends nothing. */
  async checkMailServer(actor: Actor): Promise<MailServerCheck> {
    mustAdministerAll(actor);
    if (!this.mailer.ready) return { state: 'ok', found: '没有设置发信服务器，邮件存入本机邮箱', advice: null };
    try {
      await within(3 * LONGEST, this.mailer.verify());
      return { state: 'ok', found: '可以连接和登录', advice: null };
    } catch (error) {
      const advice = '请检查 SMTP_URL 的主机、端口、用户名和密码，以及防火墙是否允许连接。';
      return { state: 'fault', found: `连接不上：${(error as Error).message}`, advice };
    }
  }

  /** What cannot be looked at is a line of its own, and keeps nothing else from being shown. */
  private async look(area: Area, name: string, ask: () => Promise<HealthLine[]>): Promise<HealthLine[]> {
    try {
      return await within(LONGEST, ask());
    } catch (error) {
      return [judge.line(area, name, judge.unanswered((error as Error).message))];
    }
  }

  private async database(): Promise<HealthLine[]> {
    const { size, version, last, missing } = await databaseFacts(this.db);
    const found = `可以访问，大小 ${judge.bytes(size)}，PostgreSQL ${version}`;
    return [
      judge.line('database', '数据库', { state: 'ok', found, advice: null }),
      judge.line('database', '数据库结构', judge.judgeMigrations(last, missing)),
    ];
  }

  private async queue(queue: Queue): Promise<HealthLine[]> {
    const { waiting, active, failed } = await queue.getJobCounts('waiting', 'active', 'failed');
    const [oldest] = await queue.getJobs('waiting', 0, 0, true);
    const counts = { waiting, active, failed, oldest: oldest ? new Date(oldest.timestamp) : null };
    const { found, ...rest } = judge.judgeQueue(counts, this.clock.now());
    const kept = this.settings.redisUrl ? 'Redis' : 'PostgreSQL';
    return [judge.line('queue', QUEUE_NAMES[queue.name] ?? queue.name, { ...rest, found: `存放在 ${kept}；${found}` })];
  }

  private async planning(): Promise<HealthLine[]> {
    const finished = await planningFacts(this.db);
    return [judge.line('queue', '提醒计划', judge.judgePlanning(finished, this.clock.now(), this.started))];
  }

  private async mails(): Promise<HealthLine[]> {
    const now = this.clock.now();
    const { undeliverable, last, ...counts } = await mailFacts(this.db, now);
    const server = this.mailer.ready ? '已设置' : '没有设置，邮件存入本机邮箱';
    const advice = this.mailer.ready ? null : '需要把邮件发到各人的邮箱时，请设置环境变量 SMTP_URL 后重新启动。';
    const sent = last ? `最近一封在${judge.ago(last, now)}` : '还没有发过邮件';
    return [
      judge.line('mail', '发信服务器', { state: this.mailer.ready ? 'ok' : 'attention', found: server, advice }),
      judge.line('mail', '最近发信', { state: 'ok', found: sent, advice: null }),
      judge.line('mail', '邮件', judge.judgeMails(counts)),
      judge.line('mail', '退信地址', judge.judgeUndeliverable(undeliverable)),
    ];
  }

  private async calendar(): Promise<HealthLine[]> {
    const today = this.clock.today();
    const next = Number(today.slice(0, 4)) + 1;
    const published = await calendarFacts(this.db, next);
    return [judge.line('calendar', '明年的工作日历', judge.judgeCalendar(next, published, today))];
  }

  /** Only where the data lies on this machine; the disk of another PostgreSQL cannot be seen from here. */
  private async disk(): Promise<HealthLine[]> {
    const { dataDir } = this.settings;
    if (!existsSync(join(dataDir, 'postgres'))) return [];
    const { bavail, blocks, bsize } = await statfs(dataDir);
    return [judge.line('machine', '数据目录所在磁盘', judge.judgeDisk(bavail * bsize, blocks * bsize))];
  }

  private async machine(): Promise<HealthLine[]> {
    // Older Node does not know what can be freed at once.
    const available = (process as { availableMemory?: () => number }).availableMemory?.() ?? freemem();
    const versions = `落实 ${appVersion()}，Node ${process.versions.node}`;
    return [
      judge.line('machine', '内存', judge.judgeMemory(process.memoryUsage.rss(), available)),
      judge.line('machine', '版本', { state: 'ok', found: versions, advice: null }),
    ];
  }
}
