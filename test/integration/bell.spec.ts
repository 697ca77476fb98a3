import { Client } from 'pg';
import { DataSource } from 'typeorm';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import { BellStreams, HEARTBEAT } from '../../libs/reminders/src/bell/bell-streams';
import type { BellView } from '../../libs/reminders/src/bell/bell.view';
import { startApplication, type TestApplication } from '../support/application';
import { EventStream } from '../support/event-stream';
import { growSubTree, type SubTree } from '../support/sub-tree';
import { until } from '../support/until';

jest.setTimeout(60_000);

let application: TestApplication;
let db: DataSource;
let streams: BellStreams;
let base: string;
let tree: SubTree;
/** Cookies of `staff` and `leader`, signed in over the network. */
let staff: string;
let leader: string;

beforeAll(async () => {
  application = await startApplication();
  db = application.app.get(DataSource);
  streams = application.app.get(BellStreams);
  const [root] = await application.admin.get<UnitView[]>('/units');
  tree = await growSubTree(application, root, '东');
  await application.app.listen(0, '127.0.0.1');
  base = `${await application.app.getUrl()}/api/v1`;
  staff = await signIn(`staff-${tree.unit.id}`);
  leader = await signIn(`leader-${tree.unit.id}`);
  // The first stream rings once more when the database is listened to; from then on it always is.
  const first = await opened(staff);
  await until(async () => first.rings === 2);
  await first.close();
});
afterAll(() => application?.close());

async function signIn(login: string): Promise<string> {
  const body = JSON.stringify({ login, password: `${login}-correct-horse-7` });
  const answer = await fetch(`${base}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(answer.status).toBe(200);
  return answer.headers.getSetCookie()[0].split(';')[0];
}

/** A stream that has rung as it does at the beginning. */
async function opened(cookie: string): Promise<EventStream> {
  const stream = await EventStream.open(`${base}/bell/stream`, cookie);
  await until(async () => stream.rings >= 1);
  return stream;
}

const bell = (client = tree.people.staff.client) => client.get<BellView>('/bell');

describe('the bell', () => {
  it('counts what was not read, shows the newest twenty, and leaves out what was superseded', async () => {
    const before = await bell();
    const line = await tree.reminder(tree.people.staff.id, { rule: 'overdue-6' });
    await tree.reminder(tree.people.staff.id, { status: 'superseded' });
    const after = await bell();
    expect(after.unread).toBe(before.unread + 1);
    expect(after.rows[0]).toMatchObject({
      ...{ id: line.id, rule: '逾期 6 个工作日', kind: 'overdue', taskTitle: '东片区任务', opens: true, read: false },
    });
    for (let n = 0; n < 20; n += 1) await tree.reminder(tree.people.staff.id);
    expect((await bell()).rows).toHaveLength(20);
  });

  it('still shows what was declined as a mail, as long as it is true', async () => {
    const { id: personId, client } = tree.people.leader;
    const shown = async (id: string) => (await bell(client)).rows.some((row) => row.id === id);
    const line = await tree.reminder(personId, { status: 'superseded' });
    expect(await shown(line.id)).toBe(false);
    await db.query(`INSERT INTO mail_preference (person_id, declined) VALUES ($1, '{before}')`, [personId]);
    expect(await shown(line.id)).toBe(true);
    await db.query(`UPDATE task SET due_on = due_on + 1 WHERE id = $1`, [line.taskId]);
    expect(await shown(line.id)).toBe(false);
    await db.query('DELETE FROM mail_preference');
  });

  it('is read line by line or as a whole, one’s own only', async () => {
    const other = await tree.reminder(tree.people.leader.id);
    const mine = await tree.reminder(tree.people.staff.id);
    const { unread } = await bell();
    await tree.people.staff.client.post('/bell/read', { ids: [mine.id, other.id] }, 204);
    expect([(await bell()).unread, (await bell()).rows[0].read]).toEqual([unread - 1, true]);
    expect((await bell(tree.people.leader.client)).rows[0]).toMatchObject({ id: other.id, read: false });
    await tree.people.staff.client.post('/bell/read', {}, 204);
    expect((await bell()).unread).toBe(0);
    expect((await bell(tree.people.leader.client)).unread).toBeGreaterThan(0);
  });
});

describe('the stream', () => {
  it('is sent as it comes: no buffering, no storing, the usual protection', async () => {
    const stream = await opened(staff);
    const header = (name: string) => stream.headers.get(name);
    expect(header('content-type')).toBe('text/event-stream');
    expect(header('cache-control')).toContain('no-transform');
    expect(header('x-accel-buffering')).toBe('no');
    expect(header('content-encoding')).toBeNull();
    expect(header('content-security-policy')).toContain("default-src 'self'");
    await stream.close();
  });

  it('rings for the recipient when any process writes a reminder, and for nobody else', async () => {
    const his = await opened(staff);
    const hers = await opened(leader);
    const [before, hersBefore] = [his.rings, hers.rings];
    const other = new Client(application.settings.databaseUrl);
    await other.connect();
    await other.query('BEGIN');
    const { id } = await tree.task('in-progress');
    await other.query(
      `INSERT INTO reminder (task_id, rule, due_on, recipient_id, planned_on)
       SELECT $1, 'before-' || n, '2026-03-01', $2, '2026-02-18' FROM generate_series(1, 50) n`,
      [id, tree.people.staff.id],
    );
    expect(his.rings).toBe(before);
    await other.query('COMMIT');
    await other.end();
    // One ring for the whole transaction.
    await until(async () => his.rings === before + 1);
    // What comes to hers afterwards is the first that comes.
    await tree.reminder(tree.people.leader.id);
    await until(async () => hers.rings === hersBefore + 1);
    expect(his.rings).toBe(before + 1);
    await Promise.all([his.close(), hers.close()]);
  });

  it('tells one’s other windows what was read', async () => {
    const stream = await opened(staff);
    const before = stream.rings;
    await tree.people.staff.client.post('/bell/read', {}, 204);
    await until(async () => stream.rings === before + 1);
    await stream.close();
  });

  it('leaves nothing behind when browsers leave', async () => {
    await until(async () => streams.size === 0);
    const open = await Promise.all(Array.from({ length: 20 }, () => opened(staff)));
    expect(streams.size).toBe(20);
    await Promise.all(open.map((stream) => stream.close()));
    await until(async () => streams.size === 0);
    const [{ count }] = await db.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM pg_stat_activity
       WHERE application_name = 'luoshi listen reminder' AND datname = current_database()`,
    );
    expect(count).toBe(1);
  });

  it('rings everybody after the connection to the database was lost', async () => {
    const stream = await opened(staff);
    const before = stream.rings;
    await db.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'luoshi listen reminder' AND datname = current_database()`,
    );
    await until(async () => stream.rings > before);
    const again = stream.rings;
    await tree.reminder(tree.people.staff.id);
    await until(async () => stream.rings === again + 1);
    await stream.close();
  });

  it('gives signs of life, and ends with the session', async () => {
    const cookie = await signIn(`staff-${tree.unit.id}`);
    const stream = await opened(cookie);
    const other = await opened(staff);
    await streams.beat();
    await until(async () => stream.text.includes(': alive'));
    await fetch(`${base}/session`, { method: 'DELETE', headers: { cookie } });
    await streams.beat();
    await until(async () => stream.ended);
    await until(async () => streams.size === 1);
    expect(other.ended).toBe(false);
    await other.close();
    expect(HEARTBEAT).toBeLessThan(30_000);
  });

  it('does not keep a session alive by itself', async () => {
    const cookie = await signIn(`staff-${tree.unit.id}`);
    const stream = await opened(cookie);
    const idle = () =>
      db.query(
        `UPDATE session SET last_seen_at = now() - interval '13 hours' WHERE person_id = $1 AND last_seen_at =
        (SELECT max(last_seen_at) FROM session WHERE person_id = $1)`,
        [tree.people.staff.id],
      );
    await streams.beat();
    expect(stream.ended).toBe(false);
    await idle();
    await streams.beat();
    await until(async () => stream.ended);
  });

  it('is refused to whoever is not signed in', async () => {
    expect((await fetch(`${base}/bell/stream`)).status).toBe(401);
  });
});

it('does not hold up the end of the process', async () => {
  const stream = await opened(staff);
  await application.close();
  await until(async () => stream.ended);
});
