import { Queue } from 'bullmq';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { getQueueToken } from '@nestjs/bullmq';
import { deliverReminders, REMINDERS_QUEUE } from '../../libs/reminders/src/reminder-jobs';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';
import { addPerson } from '../support/people';
import { startRedis } from '../support/redis';

jest.setTimeout(60_000);

interface BoardData {
  queues: { name: string; readOnlyMode: boolean; counts: Record<string, number>; jobs: { name: string }[] }[];
}

describe.each(['PostgreSQL', 'Redis'])('the queues’ page on %s', (backend) => {
  let redis: Awaited<ReturnType<typeof startRedis>> | undefined;
  let application: TestApplication;
  let others: Browserless[];
  beforeAll(async () => {
    redis = backend === 'Redis' ? await startRedis() : undefined;
    application = await startApplication(redis ? { REDIS_URL: redis.url } : {});
    const [top] = await application.admin.get<UnitView[]>('/units');
    const unit = await application.admin.post<UnitView>('/units', { parentId: top.id, name: '青石街道' }, 201);
    const staff = await addPerson(application, 'staff', 'staff', top);
    const local = await addPerson(application, 'local', 'administrator', unit);
    others = [staff.client, local.client];
  });
  afterAll(async () => {
    await application?.close();
    await redis?.stop();
  });

  /** The page is no part of the API. */
  const ask = (client: Browserless, path: string, method: 'GET' | 'PUT' | 'POST' = 'GET') =>
    client.send(method, `/../..${path}`);

  it('shows an administrator of the whole organisation the queues with their jobs', async () => {
    const queue = (application.app as NestFastifyApplication).get<Queue>(getQueueToken(REMINDERS_QUEUE), {
      strict: false,
    });
    await queue.add(deliverReminders.name, {}, { delay: 3_600_000 });
    const page = await ask(application.admin, '/queues');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('<div id="root">');
    expect(page.body).not.toContain('googleapis');
    expect(page.headers['content-security-policy']).toContain("script-src 'self';");
    const script = /src="(static\/js\/main[^"]+)"/.exec(page.body)?.[1];
    expect((await ask(application.admin, `/queues/${script}`)).statusCode).toBe(200);

    const data = await ask(application.admin, '/queues/api/queues?activeQueue=reminders&status=delayed');
    expect(data.statusCode).toBe(200);
    const { queues } = JSON.parse(data.body) as BoardData;
    expect(queues.map(({ name, readOnlyMode }) => [name, readOnlyMode])).toEqual([
      ['reminders', true],
      ['tasks', true],
      ['channels', true],
      ['summaries', true],
    ]);
    expect(queues[0].counts.delayed).toBe(1);
    expect(queues[0].jobs.map(({ name }) => name)).toEqual(['deliver']);
  });

  it.each(['/queues', '/queues/', '/queues/api/queues', '/queues/queue/reminders', '/queues/static/favicon-32x32.png'])(
    'refuses everybody else %s',
    async (path) => {
      expect((await ask(application.stranger(), path)).statusCode).toBe(401);
      for (const client of others) expect((await ask(client, path)).statusCode).toBe(403);
    },
  );

  it('changes nothing', async () => {
    const refused = await ask(application.admin, '/queues/api/queues/reminders/pause', 'PUT');
    expect(refused.statusCode).toBe(405);
    expect((await ask(application.stranger(), '/queues/api/queues/reminders/pause', 'PUT')).statusCode).toBe(401);
    const { queues } = JSON.parse((await ask(application.admin, '/queues/api/queues')).body) as {
      queues: { isPaused: boolean }[];
    };
    expect(queues.map(({ isPaused }) => isPaused)).toEqual([false, false, false, false]);
  });
});
