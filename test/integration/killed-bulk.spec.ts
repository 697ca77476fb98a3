import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from '../../libs/platform/src/free-port';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { BulkPreview } from '../../libs/tasks/src/bulk.view';
import { createTestDatabase } from '../support/database';
import { LuoshiProcess } from '../support/luoshi-process';
import { until } from '../support/until';

jest.setTimeout(180_000);

const TASKS = 5000;
const ROUNDS = 4;

let folder: string;
let server: LuoshiProcess | undefined;
let db: Client;
let databaseUrl: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'luoshi-killed-'));
  databaseUrl = await createTestDatabase();
  db = new Client(databaseUrl);
  await db.connect();
});
afterAll(async () => {
  await server?.kill();
  await db.end();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the server; gives a function that sends requests as the administrator. */
async function start(password: string) {
  const port = await freePort();
  server = new LuoshiProcess(['start', '--role', 'api'], {
    ...{ DATA_DIR: folder, DATABASE_URL: databaseUrl, PORT: String(port) },
  });
  await server.says(/按 Ctrl-C 停止/);
  const first = /密码 {4}(\S+)/.exec(server.output)?.[1];
  let cookie = '';
  const send = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  await send('POST', '/session', { login: 'admin', password: first ?? password });
  if (first) await send('POST', '/session/password', { current: first, next: password });
  return send;
}

const count = async (sql: string): Promise<number> =>
  (await db.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`)).rows[0].n;

it('kill -9 in the middle of a bulk move leaves all of it or nothing', async () => {
  const password = 'admin-correct-horse-7';
  let send = await start(password);
  const [root] = await send<UnitView[]>('GET', '/units');
  await db.query(
    `INSERT INTO task (code, title, text, lead_unit_id, created_by_id, status, due_on, assigned_on)
     SELECT 'K-' || n, '任务' || n, '任务', $1, (SELECT id FROM person LIMIT 1), 'assigned', DATE '2026-12-31', DATE '2026-01-01'
     FROM generate_series(1, ${TASKS}) n`,
    [root.id],
  );
  const taskIds = (await db.query<{ id: string }>(`SELECT id FROM task`)).rows.map(({ id }) => id);
  let moved = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const ask = { taskIds, move: 're-date', dueOn: `2027-0${round + 1}-15`, reason: '统一顺延' };
    const { preview } = await send<BulkPreview>('POST', '/tasks/bulk/preview', ask);
    const answered = send('POST', '/tasks/bulk', { ...ask, preview }).then(
      () => 'done',
      () => 'lost',
    );
    // Rows are being written from here on; each round looks a little later.
    const writing = `pg_locks WHERE relation = '${round % 2 === 0 ? 'task' : 'history'}'::regclass AND mode = 'RowExclusiveLock'`;
    await until(async () => (await count(writing)) > 0 || (await count(`task WHERE due_on = '${ask.dueOn}'`)) > 0);
    await server?.kill();
    const answer = await answered;
    await until(async () => (await count(`pg_stat_activity WHERE application_name = 'luoshi'`)) === 0);
    const dated = await count(`task WHERE due_on = '${ask.dueOn}'`);
    expect([0, TASKS]).toContain(dated);
    if (answer === 'done') expect(dated).toBe(TASKS);
    if (dated === TASKS) moved += TASKS;
    expect(await count(`history WHERE action = 're-date'`)).toBe(moved);
    send = await start(password);
  }
  // The chain of the history is whole after all that.
  const broken = `history_head h WHERE h.number <> (SELECT coalesce(max(number), 0) FROM history x WHERE x.lane = h.lane)`;
  expect(await count(broken)).toBe(0);
});
