import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { FeedState, MadeFeed } from '../../libs/reminders/src/feed/feed.view';
import { startApplication, type TestApplication } from '../support/application';
import { growSubTree, type SubTree } from '../support/sub-tree';

jest.setTimeout(60_000);

let application: TestApplication;
let db: DataSource;
let tree: SubTree;
const staff = () => tree.people.staff.client;

beforeAll(async () => {
  application = await startApplication({ PUBLIC_URL: 'http://luoshi.example.com' });
  db = application.app.get(DataSource);
  const [root] = await application.admin.get<UnitView[]>('/units');
  tree = await growSubTree(application, root, '东');
  await db.query('UPDATE task SET assignee_id = $1', [tree.other.id]);
});
afterAll(() => application?.close());

const make = (client = staff()) => client.post<MadeFeed>('/feed');
/** As a calendar program fetches it: with the address and nothing else. */
const fetchFeed = (path: string, headers: Record<string, string> = {}) =>
  application.stranger().send('GET', path.replace('/api/v1', ''), undefined, headers);
const summaries = (body: string) =>
  [...body.replaceAll('\r\n ', '').matchAll(/^SUMMARY:(.*)$/gm)].map(([, words]) => words.trim());

it('shows one’s own open tasks and stages, and only those', async () => {
  const mine = await tree.task('in-progress', { title: '本人的任务', dueOn: '2026-09-30' });
  const stage = await tree.milestone(mine.id);
  await tree.task('in-progress', { title: '没有时限', dueOn: null });
  await tree.task('closed', { title: '已办结', dueOn: '2026-09-30' });
  await tree.task('drafted', { title: '没有交办', dueOn: '2026-09-30' });
  await tree.task('returned', { title: '已退回', dueOn: '2026-09-30' });
  await tree.task('suspended', { title: '中止的', dueOn: '2026-10-31' });
  await tree.task('in-progress', { title: '别人的', dueOn: '2026-09-30', assigneeId: tree.other.id });
  await tree.task('assigned', { title: '无人负责', dueOn: '2026-11-30', assigneeId: null });

  const { path } = await make();
  const { statusCode, headers, body } = await fetchFeed(path);
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(headers['cache-control']).toMatch(/private/);
  expect(summaries(body)).toEqual(['阶段目标“东片区阶段”到期：本人的任务', '到期：本人的任务', '到期：中止的']);
  expect(body).toContain(`UID:${mine.id}@luoshi`);
  expect(body).toContain(`UID:${stage}@luoshi`);
  expect(body.replaceAll('\r\n ', '')).toContain(`http://luoshi.example.com/tasks/${mine.id}`);
  expect(body).toContain('DTSTART;VALUE=DATE:20260930');

  // Where nobody is named, the liaison of the unit answers for it.
  const liaisons = await fetchFeed((await make(tree.people.liaison.client)).path);
  expect(summaries(liaisons.body)).toEqual(['到期：无人负责']);
});

it('follows what happens: a handed-over task leaves, an absent colleague’s comes', async () => {
  await db.query(`UPDATE task SET assignee_id = NULL WHERE assignee_id = $1`, [tree.people.staff.id]);
  const task = await tree.task('accepted', { title: '会移交的', dueOn: '2026-09-30' });
  const { path } = await make();
  expect(summaries((await fetchFeed(path)).body)).toEqual(['到期：会移交的']);
  await db.query('UPDATE task SET assignee_id = $2 WHERE id = $1', [task.id, tree.other.id]);
  expect(summaries((await fetchFeed(path)).body)).not.toContain('到期：会移交的');
  await db.query(
    'INSERT INTO absence (person_id, deputy_id, from_day, to_day) VALUES ($1, $2, current_date - 1, current_date + 2)',
    [tree.other.id, tree.people.staff.id],
  );
  expect(summaries((await fetchFeed(path)).body)).toContain('到期：会移交的');
  await db.query('DELETE FROM absence');
});

it('is not sent again while nothing has changed', async () => {
  const { path } = await make();
  const task = await tree.task('accepted', { title: '会改期的', dueOn: '2026-09-30' });
  const first = await fetchFeed(path);
  const tag = first.headers.etag as string;
  const again = await fetchFeed(path, { 'if-none-match': tag });
  expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', tag]);
  await db.query(`UPDATE task SET due_on = '2026-10-30', version = version + 1 WHERE id = $1`, [task.id]);
  const changed = await fetchFeed(path, { 'if-none-match': tag });
  expect([changed.statusCode, changed.headers.etag === tag]).toEqual([200, false]);
  expect(changed.body).toContain('SEQUENCE:2');
});

it('keeps no address, only its hash, and when it was used last', async () => {
  const { path, createdAt } = await make();
  const token = /feed\/([\w-]{43})\.ics$/.exec(path)?.[1] as string;
  const rows = await db.query<{ token_hash: string }[]>('SELECT * FROM feed_token WHERE person_id = $1', [
    tree.people.staff.id,
  ]);
  expect(rows[0].token_hash).toBe(createHash('sha256').update(token).digest('hex'));
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(await staff().get<FeedState>('/feed')).toEqual({ createdAt, lastUsedAt: null });
  await fetchFeed(path);
  expect((await staff().get<FeedState>('/feed')).lastUsedAt).not.toBeNull();
});

it('ends when it is renewed or revoked, and when the account is', async () => {
  const first = await make();
  const second = await make();
  const status = async (path: string) => (await fetchFeed(path)).statusCode;
  expect([await status(first.path), await status(second.path)]).toEqual([404, 200]);
  await staff().delete('/feed');
  expect(await status(second.path)).toBe(404);
  expect(await staff().get<FeedState>('/feed')).toEqual({ createdAt: null, lastUsedAt: null });
  const third = await make();
  await db.query('UPDATE person SET active = false WHERE id = $1', [tree.people.staff.id]);
  expect(await status(third.path)).toBe(404);
  await db.query('UPDATE person SET active = true WHERE id = $1', [tree.people.staff.id]);
  const deeds = await db.query<{ action: string }[]>(
    `SELECT DISTINCT action FROM history WHERE subject_id = $1 AND action LIKE '%feed' ORDER BY action`,
    [tree.people.staff.id],
  );
  expect(deeds.map(({ action }) => action)).toEqual(['make-feed', 'revoke-feed']);
});

it.each(['x.ics', `${'a'.repeat(43)}.ics`, 'a'.repeat(43), '%00.ics', '..%2f..%2fsession'])(
  'knows nothing of %s',
  async (file) => {
    const answer = await fetchFeed(`/feed/${file}`);
    expect([answer.statusCode, answer.body]).toEqual([404, expect.stringContaining('feed.unknown')]);
  },
);

it('slows down whoever fetches without end', async () => {
  const { path } = await make();
  let answer = await fetchFeed(path);
  for (let n = 0; n < 70 && answer.statusCode === 200; n += 1) answer = await fetchFeed(path);
  expect([answer.statusCode, answer.body]).toEqual([429, expect.stringContaining('feed.too-many-requests')]);
});
