import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Queue } from 'bullmq';
import Redis from 'ioredis';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../../libs/platform/src/database';
import { queueConnection } from '../../libs/platform/src/queues';
import { giveUpLost } from '../../libs/reminders/src/delivery/lost-claims';
import { deliverReminders, planReminders } from '../../libs/reminders/src/reminder-jobs';
import { createTestDatabase } from '../support/database';
import { LuoshiProcess } from '../support/luoshi-process';
import { addressesOf, startMailServer, type MailHooks, type MailServer } from '../support/mail-server';
import { startRedis } from '../support/redis';
import { addRecipients, makeWorkingDays, planFor, rowsOf } from '../support/reminded';
import { seededRandom } from '../support/seeded-random';
import { until } from '../support/until';

jest.setTimeout(600_000);

const HERE = 'datname = current_database()';
const KILLS = 10;
const PEOPLE = 8;

let redis: Awaited<ReturnType<typeof startRedis>>;
let folder: string;
let databaseUrl: string;
let db: DataSource;
let queue: Queue;
let mail: MailServer;
let hooks: MailHooks;
let workers: LuoshiProcess[] = [];

beforeAll(async () => {
  redis = await startRedis();
  folder = mkdtempSync(join(tmpdir(), 'luoshi-reminders-'));
});
afterAll(async () => {
  await redis?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A worker from the build, with one connection to the mail server. */
async function startWorker(redisUrl: string | undefined): Promise<LuoshiProcess> {
  const worker = new LuoshiProcess(['start', '--role', 'worker'], {
    ...{ DATA_DIR: folder, DATABASE_URL: databaseUrl, SMTP_URL: mail.url, SMTP_CONNECTIONS: '1' },
    ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
  });
  workers.push(worker);
  await worker.says(/按 Ctrl-C 停止/);
  return worker;
}

const wake = (times = 1) =>
  queue.addBulk(
    Array.from({ length: times }, () => ({ name: deliverReminders.name, data: {}, opts: deliverReminders.options })),
  );
const count = async (from: string) => (await rowsOf<{ n: number }>(db, `SELECT count(*)::int AS n FROM ${from}`))[0].n;
const allSettled = () => until(async () => (await count(`reminder WHERE status IN ('planned', 'claimed')`)) === 0);

/** How often each task stands in a mail that the server has taken. */
function timesTold(): Map<string, number> {
  const times = new Map<string, number>();
  for (const { text = '' } of mail.mails)
    for (const [, title] of text.matchAll(/^· (\S+)$/gm)) times.set(title, (times.get(title) ?? 0) + 1);
  return times;
}

describe.each(['postgres', 'redis'] as const)('on the queue in %s', (backend) => {
  const redisUrl = () => (backend === 'redis' ? redis.url : undefined);

  beforeEach(async () => {
    databaseUrl = await createTestDatabase();
    db = await new DataSource({ ...databaseOptions(databaseUrl), applicationName: 'test' }).initialize();
    await db.query(`INSERT INTO unit (name) VALUES ('区政府')`);
    await makeWorkingDays(db);
    hooks = {};
    mail = await startMailServer({
      onRecipient: (address) => hooks.onRecipient?.(address),
      onBody: (one) => hooks.onBody?.(one),
      onAnswered: (one) => hooks.onAnswered?.(one),
    });
    queue = new Queue(deliverReminders.queue, { connection: queueConnection(databaseUrl, redisUrl()) });
    await queue.waitUntilReady();
  });
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.kill()));
    workers = [];
    if (backend === 'redis') await queue.obliterate({ force: true });
    await queue.close();
    await db.destroy();
    await mail.stop();
  });

  it(`kill -9 at ${KILLS} random points: nothing is missed, nothing sent twice, one mail at most uncertain each time`, async () => {
    const random = seededRandom();
    const people = await addRecipients(db, 'ren', PEOPLE);
    let uncertain = 0;
    for (let round = 0; round < KILLS; round++) {
      const title = `第${round}轮`;
      await planFor(db, people, { title, rule: `nudge-${round}`, atOnce: true });
      const worker = await startWorker(redisUrl());
      const nth = Math.floor(random() * PEOPLE);
      const moment = (['onRecipient', 'onBody', 'onAnswered', 'claimed'] as const)[Math.floor(random() * 4)];
      const delay = random() * 4;
      let seen = 0;
      const killed = new Promise<void>((resolve) => {
        const strike = async () => {
          if (seen++ !== nth) return;
          // Up to a few milliseconds later: while the answer travels and is recorded.
          if (random() < 0.5) await pause(delay);
          await worker.kill();
          resolve();
        };
        if (moment === 'claimed') {
          seen = nth;
          void until(async () => (await count(`reminder WHERE status = 'claimed'`)) > 0).then(strike);
        } else if (moment === 'onAnswered') hooks.onAnswered = () => void strike();
        else hooks[moment] = strike;
      });
      await wake();
      await killed;
      hooks = {};
      // Nothing it has begun is still being committed.
      await until(async () => (await count(`pg_stat_activity WHERE application_name = 'luoshi' AND ${HERE}`)) === 0);
      await giveUpLost(db.manager, new Date(), 0, new Date(0));
      const now = await count(`mail WHERE status = 'uncertain'`);
      expect(now - uncertain).toBeLessThanOrEqual(1);
      uncertain = now;
    }
    await startWorker(redisUrl());
    await wake();
    await allSettled();

    const rows = await rowsOf<{ title: string; status: string; taken: boolean }>(
      db,
      `SELECT t.title, r.status FROM reminder r JOIN task t ON t.id = r.task_id`,
    );
    expect(rows).toHaveLength(KILLS * PEOPLE);
    const times = timesTold();
    expect([...times.values()].filter((n) => n > 1)).toEqual([]);
    for (const { title, status } of rows) {
      expect(['sent', 'uncertain']).toContain(status);
      if (status === 'sent') expect([title, times.get(title)]).toEqual([title, 1]);
    }
    expect(new Set(mail.mails.map(({ messageId }) => messageId)).size).toBe(mail.mails.length);
  });

  it('two workers in the same minute send each digest once', async () => {
    const people = await addRecipients(db, 'shuang', 250);
    await planFor(db, people);
    await Promise.all([startWorker(redisUrl()), startWorker(redisUrl())]);
    await wake(8);
    await allSettled();
    expect(await rowsOf(db, 'SELECT status, count(*)::int AS n FROM reminder GROUP BY 1')).toEqual([
      { status: 'sent', n: 250 },
    ]);
    expect(mail.mails).toHaveLength(250);
    expect(new Set(mail.mails.flatMap(addressesOf)).size).toBe(250);
  });

  it('kill -9 in the middle of planning: the next worker plans the rest, and nothing twice', async () => {
    const people = await addRecipients(db, 'ban', 3);
    await planFor(
      db,
      Array.from({ length: 4500 }, (_, n) => people[n % people.length]),
    );
    // The tasks only: their reminders are to be planned. The second portion has to wait.
    await db.query(`DELETE FROM reminder; CREATE SEQUENCE portion;
      CREATE FUNCTION wait_for_the_test() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN IF nextval('portion') > 1 THEN PERFORM pg_advisory_xact_lock(4711); END IF; RETURN NULL; END $$;
      CREATE TRIGGER wait_for_the_test BEFORE INSERT ON reminder EXECUTE FUNCTION wait_for_the_test()`);
    const gate = db.createQueryRunner();
    await gate.query('SELECT pg_advisory_lock(4711)');
    const worker = await startWorker(redisUrl());
    await queue.add(planReminders.name, {}, planReminders.options);
    await until(async () => (await count(`pg_locks WHERE locktype = 'advisory' AND objid = 4711 AND NOT granted`)) > 0);
    await worker.kill();
    await gate.query('SELECT pg_advisory_unlock(4711)');
    await gate.release();
    await until(async () => (await count(`pg_stat_activity WHERE application_name = 'luoshi' AND ${HERE}`)) === 0);
    const planned = await count(`reminder WHERE rule = 'due'`);
    expect(planned).toBeGreaterThan(0);
    expect(planned).toBeLessThan(4500);
    expect(await count('planning_run')).toBe(0);

    await startWorker(redisUrl());
    await queue.add(planReminders.name, {}, planReminders.options);
    await until(async () => (await count('planning_run')) === 1);
    await allSettled();
    expect(await count(`(SELECT DISTINCT task_id FROM reminder WHERE rule = 'due') x`)).toBe(4500);
    expect(await count(`reminder WHERE rule = 'due'`)).toBe(4500);
    expect(mail.mails).toHaveLength(3);
  });

  it('a worker that is told to stop ends after the mail under way; the next one sends the rest', async () => {
    const people = await addRecipients(db, 'ting', 120);
    await planFor(db, people);
    const worker = await startWorker(redisUrl());
    hooks.onRecipient = () => {
      hooks = {};
      worker.interrupt('SIGTERM');
    };
    await wake();
    expect(await worker.end()).toBe(0);
    expect(await count(`reminder WHERE status IN ('claimed', 'uncertain')`)).toBe(0);
    expect(await count(`reminder WHERE status = 'planned'`)).toBeGreaterThan(100);
    await startWorker(redisUrl());
    await wake();
    await allSettled();
    expect(mail.mails).toHaveLength(120);
    expect(await count(`reminder WHERE status = 'sent'`)).toBe(120);
  });
});

it('Redis wiped: nothing is lost or doubled, and the schedule comes back', async () => {
  databaseUrl = await createTestDatabase();
  db = await new DataSource({ ...databaseOptions(databaseUrl), applicationName: 'test' }).initialize();
  mail = await startMailServer();
  const connection = new Redis(redis.url);
  queue = new Queue(deliverReminders.queue, { connection: queueConnection(databaseUrl, redis.url) });
  try {
    await db.query(`INSERT INTO unit (name) VALUES ('区政府')`);
    await makeWorkingDays(db);
    await planFor(db, await addRecipients(db, 'qing', 150));
    await startWorker(redis.url);
    await wake();
    await until(async () => mail.mails.length > 20);
    await connection.flushall();
    await until(async () => (await connection.exists(`bull:${deliverReminders.queue}:repeat`)) === 1);
    await wake();
    await allSettled();
    expect(mail.mails).toHaveLength(150);
    expect(await count(`reminder WHERE status = 'sent'`)).toBe(150);
  } finally {
    await Promise.all(workers.map((worker) => worker.kill()));
    await queue.close();
    connection.disconnect();
    await db.destroy();
    await mail.stop();
  }
});
