import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { Clock } from '#platform/clock';
import { PlatformModule } from '#platform/platform.module';
import { readSettings } from '#platform/settings';
import { RemindersModule } from '#reminders/reminders.module';
import type { Bench, BenchResult } from '../bench';
import { scratchDatabase } from '../scratch-database';
import { mailScene } from './mail-scene';
import { planScene } from './plan-scene';
import { seedDue, type Size } from './seed';

const SIZE: Size = { people: 10_000, dueEach: 10, tasks: 1_000_000 };
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** How fast a day is planned among a million tasks, and how fast its mails go out. */
export const remindersBench: Bench = {
  name: 'reminders',
  summary:
    '100 万项任务中为 1 万人各 10 项计划提醒：与只插入同样多行的一条 SQL 比较；再发出 1 万封邮件，与只用 nodemailer 比较',
  run: async () => ({
    bench: 'reminders',
    figures: { ...(await planning()), ...(await mailScene(say)) },
  }),
};

async function planning(): Promise<BenchResult['figures']> {
  const closing: (() => Promise<void>)[] = [];
  try {
    const { url, stop } = await scratchDatabase('reminders');
    closing.push(stop);
    const settings = { ...readSettings({ LOG_LEVEL: 'error' }), databaseUrl: url };
    const database = new Client(url);
    await database.connect();
    closing.push(() => database.end());
    await seedDue(database, SIZE, new Clock(settings.timeZone).today(), say);
    const app = await NestFactory.createApplicationContext(
      { module: class RemindersBench {}, imports: [PlatformModule.with(settings), RemindersModule] },
      { logger: ['error', 'fatal'], abortOnError: false },
    );
    closing.push(() => app.close());
    return await planScene(app, database, SIZE, say);
  } finally {
    for (const close of closing.reverse()) await close();
  }
}
