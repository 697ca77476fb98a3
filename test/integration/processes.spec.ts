import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Redis from 'ioredis';
import { Client } from 'pg';
import { createTestDatabase } from '../support/database';
import { freePort } from '../../libs/platform/src/free-port';
import { LuoshiProcess } from '../support/luoshi-process';
import { startRedis } from '../support/redis';

jest.setTimeout(120_000);

let folder: string;
let running: LuoshiProcess[] = [];
const luoshi = (args: string[], env: Record<string, string> = {}) => {
  const one = new LuoshiProcess(args, { DATA_DIR: folder, ...env });
  running.push(one);
  return one;
};
const postmaster = () => {
  const file = join(folder, 'postgres', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
};
/** A zombie that only waits to be reaped is not alive. */
const alive = (pid: number) => {
  const stat = `/proc/${pid}/stat`;
  return existsSync(stat) && !/^.*\) Z/s.test(readFileSync(stat, 'utf8'));
};
const health = async (port: number) => (await fetch(`http://127.0.0.1:${port}/api/v1/health`)).json();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'luoshi-processes-'));
  execFileSync('chmod', ['755', folder]);
});
afterEach(async () => {
  await Promise.all(running.map((one) => one.kill()));
  running = [];
  const pid = postmaster();
  if (pid !== null && alive(pid)) process.kill(pid, 'SIGQUIT');
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

describe('luoshi start on a machine of its own', () => {
  it('starts with one command, shows the first password once, and Ctrl-C stops everything', async () => {
    const port = await freePort();
    const first = luoshi(['start'], { PORT: String(port) });
    await first.says(/按 Ctrl-C 停止/);
    expect(first.output).toMatch(new RegExp(`落实已启动：http://localhost:${port}\\n`));
    expect(first.output).toMatch(/登录名 {2}admin\n\s+密码 {4}[a-z2-9-]{19}\n/);
    expect(await health(port)).toEqual({ status: 'ok', database: 'ok', queue: 'ok' });
    const pid = postmaster() as number;
    expect(alive(pid)).toBe(true);
    first.interrupt();
    expect(await first.end()).toBe(0);
    expect(alive(pid)).toBe(false);

    const second = luoshi(['start'], { PORT: String(port) });
    await second.says(/按 Ctrl-C 停止/);
    expect(second.output).not.toContain('首次登录');
  });

  it('starts again after kill -9, ending the database that was left behind', async () => {
    const port = await freePort();
    const killed = luoshi(['start'], { PORT: String(port) });
    await killed.says(/按 Ctrl-C 停止/);
    const orphan = postmaster() as number;
    await killed.kill();
    expect(alive(orphan)).toBe(true);
    const next = luoshi(['start'], { PORT: String(port) });
    await next.says(/按 Ctrl-C 停止/);
    expect(postmaster()).not.toBe(orphan);
    expect(await health(port)).toMatchObject({ status: 'ok' });
  });

  it('refuses to run twice on the same data, while commands share the database', async () => {
    const port = await freePort();
    const first = luoshi(['start'], { PORT: String(port) });
    await first.says(/按 Ctrl-C 停止/);
    const second = luoshi(['start'], { PORT: String(await freePort()) });
    expect(await second.end()).toBe(1);
    expect(second.output).toMatch(/^未能启动：落实已在运行（进程 \d+/m);
    const migrate = luoshi(['migrate']);
    expect([await migrate.end(), migrate.output]).toEqual([0, '数据库结构已是最新。\n']);
    expect(await health(port)).toMatchObject({ status: 'ok' });
  });

  it('keeps its data below a private folder, also as root', async () => {
    execFileSync('mkdir', ['-m', '700', join(folder, 'private')]);
    const migrate = luoshi(['migrate'], { DATA_DIR: join(folder, 'private', 'data') });
    expect([await migrate.end(), migrate.output]).toEqual([0, expect.stringContaining('已升级：')]);
  });

  it('starts after PostgreSQL was killed in the middle of creating its files', async () => {
    execFileSync('mkdir', ['-p', join(folder, 'postgres.new', 'base'), join(folder, 'postgres')]);
    const migrate = luoshi(['migrate']);
    expect(await migrate.end()).toBe(0);
    expect(migrate.output).toContain('已升级：');
    expect(postmaster()).toBeNull();
  });
});

describe('luoshi import', () => {
  const report = '水务站2026年上半年工作总结\n下半年工作打算\n一是完善预警。9月底前完成设备检修。\n';

  it('imports files beside the running application and tells what was found in each', async () => {
    const port = await freePort();
    const first = luoshi(['start'], { PORT: String(port) });
    await first.says(/按 Ctrl-C 停止/);
    const good = join(folder, '总结.txt');
    const empty = join(folder, '空.txt');
    writeFileSync(good, report);
    writeFileSync(empty, '');
    const both = luoshi(['import', good, empty, join(folder, '没有.txt')]);
    expect(await both.end()).toBe(1);
    expect(both.output).toContain(
      '总结.txt：已导入 1 份报告\n  水务站2026年上半年工作总结（本单位）：下一步工作 1 项，问题 0 个',
    );
    expect(both.output).toMatch(/空\.txt：.*空.*。/);
    expect(both.output).toContain('没有.txt：没有这个文件。');
    const again = luoshi(['import', good]);
    expect([await again.end(), again.output]).toEqual([0, expect.stringContaining('此前已导入')]);
    const nobody = luoshi(['import', good, '--as', 'nobody']);
    expect([await nobody.end(), nobody.output]).toEqual([2, expect.stringContaining('没有登录名为“nobody”的督办员')]);
    const reset = luoshi(['reset-password', 'admin']);
    expect([await reset.end(), reset.output]).toEqual([0, expect.stringMatching(/^admin 的一次性密码：\S{19}\n$/)]);
  });
});

describe('what keeps it from starting is told in one sentence', () => {
  let taken: Server;
  let port: number;
  beforeAll(async () => {
    port = await freePort();
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => taken.close(resolve)));

  it('a taken port', async () => {
    const one = luoshi(['start'], { PORT: String(port) });
    expect(await one.end()).toBe(1);
    expect(one.output).toMatch(new RegExp(`^未能启动：端口 ${port} 已被占用。.*$`, 'm'));
    expect(postmaster()).toBeNull();
  });

  it.each([
    ['an unreachable database', { DATABASE_URL: 'postgres://u:p@127.0.0.1:9/x' }, '连接不上数据库（ECONNREFUSED）'],
    ['a wrong setting', { PORT: 'abc' }, '环境变量 PORT=abc'],
    ['an unreachable Redis', { REDIS_URL: 'redis://127.0.0.1:9' }, '连接不上 Redis'],
  ])('%s', async (_, env, sentence) => {
    const one = luoshi(['start'], { PORT: '0', ...env });
    expect(await one.end()).toBe(1);
    expect(one.output).toMatch(new RegExp(`^未能启动：.*${sentence}.*。$`, 'm'));
    expect(one.output).not.toContain('    at ');
  });
});

it('runs api and worker apart on PostgreSQL and Redis', async () => {
  const redis = await startRedis();
  const DATABASE_URL = await createTestDatabase('empty');
  const port = await freePort();
  const env = { DATABASE_URL, REDIS_URL: redis.url, PORT: String(port) };
  const api = luoshi(['start', '--role', 'api'], env);
  const worker = luoshi(['start', '--role', 'worker'], env);
  const connection = new Redis(redis.url);
  const db = new Client(DATABASE_URL);
  try {
    await Promise.all([api.says(/落实已启动/), worker.says(/后台任务已启动/)]);
    expect(await health(port)).toMatchObject({ status: 'ok', queue: 'ok' });
    expect(await connection.keys('bull:reminders:*')).toContain('bull:reminders:repeat');

    // A task that is overdue is planned for by the worker once the queue wakes it.
    await db.connect();
    await db.query(`
      INSERT INTO task (code, title, text, status, due_on, lead_unit_id, assignee_id, assigned_on, created_by_id)
      SELECT 'T-1', '检查', '检查', 'in-progress', DATE '2020-01-01', u.id, p.id, DATE '2019-12-01', p.id FROM unit u, person p`);
    const { Queue } = await import('bullmq');
    const queue = new Queue('reminders', { connection: { url: redis.url } });
    const job = await queue.add('plan', {});
    await waitFor(async () => (await job.getState()) === 'completed');
    await queue.close();
    const { rows } = await db.query<{ rule: string }>('SELECT rule FROM reminder');
    expect(rows).toContainEqual({ rule: expect.stringMatching(/^overdue-\d+$/) });

    api.interrupt('SIGTERM');
    worker.interrupt('SIGTERM');
    expect(await Promise.all([api.end(), worker.end()])).toEqual([0, 0]);
  } finally {
    connection.disconnect();
    await db.end();
    await Promise.all([api.kill(), worker.kill()]);
    await redis.stop();
  }
});

/** Asks again until it is so; the test's own time limit ends a wait that is in vain. */
async function waitFor(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
}
