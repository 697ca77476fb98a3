import { Client } from 'pg';
import { startApplication, type TestApplication } from '../support/application';
import { startRedis } from '../support/redis';
import { until } from '../support/until';

jest.setTimeout(60_000);

let application: TestApplication | undefined;
afterEach(async () => {
  await application?.close();
  application = undefined;
});

const ask = async (of: TestApplication) => {
  const { statusCode, body } = await of.stranger().send('GET', '/health');
  return [statusCode, JSON.parse(body)] as const;
};
const WELL = [200, { status: 'ok', database: 'ok', queue: 'ok' }];

/** Takes the database away from whoever uses it, and gives it back: as if its server stopped and started. */
async function outage(databaseUrl: string, away: boolean): Promise<void> {
  const name = new URL(databaseUrl).pathname.slice(1);
  const client = new Client(process.env.TEST_POSTGRES_URL);
  await client.connect();
  try {
    await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${!away}`);
    if (away) await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  } finally {
    await client.end();
  }
}

it('is 503 while the database is away, and well again when it is back', async () => {
  application = await startApplication({ LOG_LEVEL: 'silent' });
  expect(await ask(application)).toEqual(WELL);
  await outage(application.settings.databaseUrl, true);
  // The queue lies in the same database.
  expect(await ask(application)).toEqual([503, { status: 'failing', database: 'failing', queue: 'failing' }]);
  await outage(application.settings.databaseUrl, false);
  const again = application;
  await until(async () => (await ask(again))[0] === 200);
  expect(await ask(application)).toEqual(WELL);
});

it('is 503 while Redis is away, which would otherwise be waited for without end, and well again when it is back', async () => {
  let redis = await startRedis();
  try {
    application = await startApplication({ LOG_LEVEL: 'silent', REDIS_URL: redis.url });
    expect(await ask(application)).toEqual(WELL);
    await redis.stop();
    const away = await ask(application);
    redis = await startRedis(Number(new URL(redis.url).port));
    expect(away).toEqual([503, { status: 'failing', database: 'ok', queue: 'failing' }]);
    const again = application;
    await until(async () => (await ask(again))[0] === 200);
  } finally {
    await application?.close();
    application = undefined;
    await redis.stop();
  }
});

it('tells a stranger nothing else', async () => {
  application = await startApplication();
  const { headers, body } = await application.stranger().send('GET', '/health');
  expect(Object.keys(JSON.parse(body) as object)).toEqual(['status', 'database', 'queue']);
  expect(headers['cache-control']).toBe('no-store');
});
