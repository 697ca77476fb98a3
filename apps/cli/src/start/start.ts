import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import Redis from 'ioredis';
import { FirstAdministrator } from '#organisation/first-administrator';
import { OrganisationModule } from '#organisation/organisation.module';
import { migrate } from '#platform/database';
import { PlatformModule, type RunningSettings } from '#platform/platform.module';
import { readSettings, SettingsError } from '#platform/settings';
import { startApi } from '../../../api/src/main';
import { startWorker } from '../../../worker/src/main';
import { ProcessorsModule } from '../../../worker/src/worker.module';
import { explain, withDatabase } from '../running';

export type ProcessRole = 'all' | 'api' | 'worker';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Starts what `role` asks for and waits until it is told to stop. Gives the exit code. */
export async function start(role: ProcessRole): Promise<number> {
  // In the order of starting; closed the other way round.
  const started: { close(): Promise<void> }[] = [];
  const closeAll = async () => {
    for (const part of started.reverse()) await part.close();
  };
  const stopped = stopSignal();
  let settings: RunningSettings | undefined;
  try {
    if (role !== 'all' && !readSettings(process.env).databaseUrl) {
      throw new SettingsError(`用 --role ${role} 分开运行时，请用 DATABASE_URL 指定数据库。`);
    }
    if (!process.env.DATABASE_URL) say('正在启动数据库…');
    const running = await withDatabase('own');
    started.push(running);
    ({ settings } = running);
    await checkRedis(settings.redisUrl);
    const applied = await migrate(settings.databaseUrl);
    if (applied.length > 0) say(`数据库结构已升级（${applied.length} 项）。`);
    const first = role === 'worker' ? null : await firstAdministrator(settings);
    if (role === 'worker') started.push(await startWorker(settings));
    else started.push(await startApi(settings, role === 'all' ? [ProcessorsModule] : []));
    announce(role, settings, first);
  } catch (error) {
    const sentence = explain(error, settings ?? safeSettings());
    process.stderr.write(`未能启动：${sentence ?? (error instanceof Error ? error.stack : String(error))}\n`);
    await closeAll();
    return 1;
  }
  await stopped;
  say('正在停止…');
  await closeAll();
  say('已停止。');
  return 0;
}

/** Resolves at the first Ctrl-C or SIGTERM; a second one ends the process at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const stop = () => {
      if (asked) process.exit(130);
      asked = true;
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}

function safeSettings() {
  try {
    return readSettings(process.env);
  } catch (error) {
    if (error instanceof SettingsError) return {};
    throw error;
  }
}

/** BullMQ would go on trying for ever; a wrong address is told at once. */
async function checkRedis(url: string | undefined): Promise<void> {
  if (url === undefined) return;
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
  let reason = '';
  redis.on('error', (error) => (reason = error.message));
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    const why = reason || (error as Error).message;
    throw new SettingsError(`连接不上 Redis（${why}）。请检查 REDIS_URL，确认 Redis 已启动。`, { cause: error });
  } finally {
    redis.disconnect();
  }
}

async function firstAdministrator(settings: RunningSettings): Promise<{ login: string; password: string } | null> {
  const context = await NestFactory.createApplicationContext(
    { module: class FirstStart {}, imports: [PlatformModule.with(settings), OrganisationModule] },
    { logger: ['error', 'fatal'], abortOnError: false },
  );
  try {
    return await context.get(FirstAdministrator).ensure();
  } finally {
    await context.close();
  }
}

function announce(
  role: ProcessRole,
  settings: RunningSettings,
  first: { login: string; password: string } | null,
): void {
  if (role === 'worker') return say('落实的后台任务已启动。按 Ctrl-C 停止。');
  const address = settings.publicUrl ?? `http://localhost:${settings.port}`;
  say('');
  say(`  落实已启动：${address}`);
  if (first) {
    say('');
    say('  首次登录（此密码只显示这一次，登录后须修改）：');
    say(`    登录名  ${first.login}`);
    say(`    密码    ${first.password}`);
  } else {
    say('  用您的登录名和密码登录；管理员忘记密码时运行 bin/luoshi reset-password 登录名。');
  }
  if (!settings.smtpUrl) say('  未设 SMTP_URL：邮件不发出，存入本机邮箱。');
  say('');
  say('  按 Ctrl-C 停止。');
}
