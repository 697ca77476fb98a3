import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import type { HistoryPage, VerifiedHistory } from '../../libs/audit/src/audit.view';
import type { AddedPerson } from '../../libs/organisation/src/person.view';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import { Clock } from '../../libs/platform/src/clock';
import { databaseOptions } from '../../libs/platform/src/database';
import { record, type Deed } from '../../libs/platform/src/history';
import { verifyHistory } from '../../libs/platform/src/history-verification';
import { startApplication, type TestApplication } from '../support/application';
import { LuoshiProcess } from '../support/luoshi-process';

// The command is a process of its own.
jest.setTimeout(60_000);

const SYSTEM = { personId: null, name: '系统' };
const SOMEBODY = '00000000-0000-4000-8000-000000000001';
const deed = (reason: string): Deed => ({ subject: 'task', subjectId: SOMEBODY, action: 'progress', reason });

let application: TestApplication;
let db: DataSource;

beforeEach(async () => {
  application = await startApplication();
  db = application.app.get(DataSource);
});
afterEach(() => application?.close());

const append = (...reasons: string[]) => db.transaction((tx) => record(tx, SYSTEM, ...reasons.map(deed)));

/** What somebody with all power over the database can do. */
async function tamper(sql: string): Promise<void> {
  await db.query('ALTER TABLE history DISABLE TRIGGER ALL');
  await db.query(sql);
  await db.query('ALTER TABLE history ENABLE TRIGGER ALL');
}

const faults = async () =>
  (await verifyHistory(db.manager)).faults.map(({ kind, from, to }) => `${kind} ${from}-${to}`);

/** The lane of the rows with this reason, as SQL. */
const LANE = `(SELECT lane FROM history WHERE reason = '甲1')`;

describe('the chain', () => {
  it('is intact after many concurrent writers, whatever they write', async () => {
    const odd = ['引号"与\\反斜杠', '换行\n制表\t', '😀', `半个字\ud83d`, '\u0001\u2028', 'x'.repeat(100_000)];
    await Promise.all(Array.from({ length: 60 }, (_, n) => append(`并发${n}`, odd[n % odd.length])));
    const found = await verifyHistory(db.manager);
    expect(found).toMatchObject({ faultCount: 0, continues: null });
    expect(found.rows).toBeGreaterThan(120);
    const [{ lanes }] = await db.query<{ lanes: number }[]>('SELECT count(DISTINCT lane)::int AS lanes FROM history');
    expect(lanes).toBeGreaterThan(4);
  });

  it('keeps the order, the version and the unit of 5,000 deeds of one transaction, in one lane', async () => {
    const [{ id: unitId }] = await db.query<{ id: string }[]>('SELECT id FROM unit');
    const deeds = Array.from({ length: 5000 }, (_, n) => ({ ...deed(`第${n}件`), version: n }));
    await db.transaction((tx) =>
      record(tx, SYSTEM, ...deeds, { subject: 'unit', subjectId: unitId, action: 'change' }),
    );
    const rows = await db.query<{ reason: string; version: number; unitId: string; lane: number }[]>(
      'SELECT reason, version, unit_id AS "unitId", lane FROM history ORDER BY id DESC LIMIT 5001',
    );
    expect(rows[0]).toMatchObject({ reason: null, version: null, unitId });
    expect(
      rows
        .slice(1)
        .reverse()
        .every(({ reason, version }, n) => reason === `第${n}件` && version === n),
    ).toBe(true);
    expect(new Set(rows.map(({ lane }) => lane)).size).toBe(1);
    expect(await faults()).toEqual([]);
  });

  it('does not depend on the settings of a session', async () => {
    await db.transaction(async (tx) => {
      await tx.query(`SET LOCAL TimeZone = 'America/New_York'`);
      await tx.query(`SET LOCAL DateStyle = 'SQL, DMY'`);
      await tx.query(`SET LOCAL extra_float_digits = -10`);
      await tx.query(`SET LOCAL bytea_output = 'escape'`);
      await record(tx, SYSTEM, deed('别处'));
    });
    expect(await faults()).toEqual([]);
  });

  it('takes up what was written before there was a chain', async () => {
    const source = await new DataSource(databaseOptions(application.settings.databaseUrl)).initialize();
    try {
      const from = source.migrations.findIndex(({ name }) => name?.startsWith('HistoryChain'));
      for (const _ of source.migrations.slice(from)) await source.undoLastMigration();
      await source.query(`INSERT INTO history (actor_name, subject, subject_id, action)
        SELECT '系统', 'task', gen_random_uuid(), 'draft' FROM generate_series(1, 50)`);
      await source.runMigrations();
    } finally {
      await source.destroy();
    }
    await append('之后');
    expect(await verifyHistory(db.manager)).toMatchObject({ faultCount: 0 });
    await tamper(`DELETE FROM history WHERE action = 'draft' AND number = 30`);
    expect(await faults()).toEqual(['missing 30-30']);
  });

  it.each([
    ['by hand', `now(), 0, 1, repeat('a', 64)`],
    ['further on', `now(), 0, 900, repeat('a', 64)`],
    ['without a head', `now(), 77, 1, repeat('a', 64)`],
  ])('refuses a row written %s', async (_, values) => {
    const row = `INSERT INTO history (actor_name, subject, subject_id, action, at, lane, number, hash)
      VALUES ('我', 'task', '${SOMEBODY}', 'close', ${values})`;
    await expect(db.query(row)).rejects.toThrow('append_history');
  });
});

describe('verification', () => {
  beforeEach(async () => {
    await append('甲1', '甲2', '甲3', '甲4');
  });
  const at = async (reason: string) => {
    const [{ number }] = await db.query<{ number: number }[]>(
      'SELECT number::int AS number FROM history WHERE reason = $1',
      [reason],
    );
    return number;
  };

  it.each([
    [`UPDATE history SET reason = '改过' WHERE reason = '甲2'`, '甲2'],
    [`UPDATE history SET at = at + interval '1 microsecond' WHERE reason = '甲3'`, '甲3'],
    [`UPDATE history SET actor_name = '别人' WHERE reason = '甲4'`, '甲4'],
    [`UPDATE history SET changes = '[{"field": "dueOn"}]' WHERE reason = '甲1'`, '甲1'],
    [`UPDATE history SET version = 7 WHERE reason = '甲1'`, '甲1'],
    [`UPDATE history SET subject_id = gen_random_uuid() WHERE reason = '甲1'`, '甲1'],
  ])('names the row that was altered: %s', async (sql, reason) => {
    const number = await at(reason);
    await tamper(sql);
    expect(await faults()).toEqual([`altered ${number}-${number}`]);
  });

  it('names rows that were removed, inside and at the end', async () => {
    const [second, fourth] = [await at('甲2'), await at('甲4')];
    await tamper(`DELETE FROM history WHERE reason IN ('甲2', '甲3')`);
    expect(await faults()).toEqual([`missing ${second}-${second + 1}`]);
    await tamper(`DELETE FROM history WHERE reason = '甲4'`);
    expect(await faults()).toEqual([`missing-newest ${second}-${fourth}`]);
  });

  it('finds a removed newest row whose head was set back to another hash, and a head that is gone', async () => {
    const third = await at('甲3');
    await tamper(`UPDATE history_head SET number = number - 1 WHERE lane = ${LANE};
      DELETE FROM history WHERE reason = '甲4'`);
    expect(await faults()).toEqual([`head-altered ${third}-${third}`]);
    await db.query(`DELETE FROM history_head WHERE lane = ${LANE}`);
    expect(await faults()).toEqual([`head-altered ${third}-${third}`]);
  });

  it('finds a history that was rewritten with its heads, by the fingerprint of an earlier day', async () => {
    const { admin } = application;
    const before = await admin.post<VerifiedHistory>('/history/verify');
    expect(before).toMatchObject({ intact: true, faults: [], continues: null });
    const since = before.fingerprint;
    await append('乙');
    expect(await admin.post('/history/verify', { since })).toMatchObject({ intact: true, continues: true });
    await tamper(`
      UPDATE history SET reason = '伪造' WHERE reason = '甲2';
      DO $$ DECLARE h history; last text; BEGIN
        FOR h IN SELECT * FROM history WHERE lane = (SELECT lane FROM history WHERE reason = '甲1') ORDER BY number LOOP
          last := history_hash(coalesce(last, repeat('0', 64)), h);
          UPDATE history SET hash = last WHERE id = h.id;
        END LOOP;
        UPDATE history_head SET hash = last WHERE lane = ${LANE};
      END $$`);
    expect(await admin.post('/history/verify')).toMatchObject({ intact: true, faultCount: 0 });
    expect(await admin.post('/history/verify', { since })).toMatchObject({ intact: false, continues: false });
    await expect(admin.post('/history/verify', { since: '0000-0000-0000-0000-0000' })).rejects.toThrow('404');
    await expect(admin.post('/history/verify', { since: '无' })).rejects.toThrow('422');
  });

  it('is a command that ends with 0 or 1 and keeps the fingerprint in a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'luoshi-audit-'));
    const file = join(folder, 'heads.json');
    const run = async (...args: string[]) => {
      const command = new LuoshiProcess(['audit', 'verify', ...args], {
        DATABASE_URL: application.settings.databaseUrl,
      });
      return [await command.end(), command.output] as const;
    };
    try {
      const [code, output] = await run('--save', file);
      expect([code, output]).toEqual([
        0,
        expect.stringMatching(/操作日志完整：\d+ 条记录.*\n指纹：([0-9a-f]{4}-){4}[0-9a-f]{4}\n/),
      ]);
      expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ numbers: expect.any(Array) });
      expect(await run('--since', file)).toEqual([0, expect.stringContaining('当时的日志至今没有变过')]);
      expect(await run('--since', join(folder, 'none'))).toEqual([2, expect.stringContaining('读不了这个文件')]);
      const [{ id, number }] = await db.query<{ id: string; number: string }[]>(
        `SELECT id, number FROM history WHERE reason = '甲2'`,
      );
      await tamper(`UPDATE history SET reason = '改过' WHERE id = ${id}`);
      expect(await run()).toEqual([1, expect.stringContaining(`第 ${number} 号（记录 ${id}）被改动`)]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('the audit log', () => {
  const list = (client = application.admin, query = '') => client.get<HistoryPage>(`/history${query}`);
  const addUnit = (parentId: string, name: string) =>
    application.admin.post<UnitView>('/units', { parentId, name }, 201);

  async function auditor(unitId: string) {
    const roles = [{ unitId, role: 'auditor' }];
    const ask = { name: '审计员甲', login: 'auditor', positions: [], roles };
    const { person, oneTimePassword } = await application.admin.post<AddedPerson>('/people', ask, 201);
    return { person, client: await application.signIn('auditor', oneTimePassword) };
  }

  it('tells who did what to what, newest first, page by page', async () => {
    const [root] = await application.admin.get<UnitView[]>('/units');
    const unit = await addUnit(root.id, '区教育局');
    await application.admin.patch(`/units/${unit.id}`, { version: unit.version, name: '区教体局' });
    const { rows } = await list();
    expect(rows[0]).toMatchObject({
      by: '管理员',
      subject: 'unit',
      action: 'change',
      subjectName: '区教体局',
      unitName: '区教体局',
      changes: [{ field: 'name', from: '区教育局', to: '区教体局' }],
    });
    const ids: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: HistoryPage = await list(undefined, `?limit=1&subject=unit${cursor && `&cursor=${cursor}`}`);
      ids.push(...page.rows.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(ids).toEqual((await list(undefined, '?subject=unit')).rows.map(({ id }) => id));
    expect(ids).toHaveLength(2);
  });

  it('is filtered by person, subject, action, day and words', async () => {
    const [root] = await application.admin.get<UnitView[]>('/units');
    await addUnit(root.id, '区教育局');
    const [{ id: adminId }] = await db.query<{ id: string }[]>(`SELECT id FROM person WHERE login = 'admin'`);
    const words = encodeURIComponent('教育');
    for (const query of [`?q=${words}&subject=unit`, `?personId=${adminId}&action=create`, `?subject=unit`]) {
      const { rows, total } = await list(undefined, query);
      expect([query, rows.map(({ reason }) => reason), total]).toEqual([query, ['区教育局'], 1]);
    }
    expect((await list(undefined, '?from=2020-01-01&to=2020-12-31')).rows).toEqual([]);
    await expect(list(undefined, '?from=2020-02-30')).rejects.toThrow('起始日期');
  });

  it('shows the auditor of a unit what happened there and below, and nothing else', async () => {
    const [root] = await application.admin.get<UnitView[]>('/units');
    const [east, west] = [await addUnit(root.id, '东片'), await addUnit(root.id, '西片')];
    await addUnit(east.id, '东一科');
    await addUnit(west.id, '西一科');
    await append('无单位');
    const { client } = await auditor(east.id);
    const { rows, total } = await list(client, '?subject=unit');
    expect([rows.map(({ reason }) => reason), total]).toEqual([['东一科', '东片'], 2]);
    const everything = await list(client);
    expect(JSON.stringify(everything)).not.toMatch(/西|无单位/);
    expect(JSON.stringify(await list())).toContain('无单位');
  });

  it('puts its own reading on record, once for each filter', async () => {
    const [root] = await application.admin.get<UnitView[]>('/units');
    const { person, client } = await auditor(root.id);
    const today = application.app.get(Clock).today();
    const page = await list(client, '?limit=1&action=create');
    await list(client, `?limit=1&action=create&cursor=${page.nextCursor}`);
    await list(client, '?action=create');
    await list(client, '?subject=person');
    const { rows } = await list(application.admin, `?subject=history&personId=${person.id}`);
    const read = rows.map(({ action, changes }) => [action, changes.map(({ field, to }) => `${field} ${to}`)]);
    expect(read).toEqual([
      ['read', expect.arrayContaining(['subject person', `to ${today}`])],
      ['read', expect.arrayContaining(['action create', `to ${today}`])],
    ]);
  });
});
