import { getQueueToken } from '@nestjs/bullmq';
import type { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import { DeliveryService } from '../../libs/reminders/src/delivery/delivery.service';
import type { EscalationView, Nudged, NudgePreview, TalkCandidate } from '../../libs/reminders/src/nudges/nudge.view';
import { REMINDERS_QUEUE } from '../../libs/reminders/src/reminder-jobs';
import type { TaskDetail } from '../../libs/tasks/src/task.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';
import { startMailServer } from '../support/mail-server';
import { addPerson, type SignedIn } from '../support/people';

jest.setTimeout(60_000);

let mail: Awaited<ReturnType<typeof startMailServer>>;
let application: TestApplication;
let admin: Browserless;
let db: DataSource;
let units: Record<'education' | 'finance' | 'health' | 'empty', UnitView>;
let people: Record<'officer' | 'liaison' | 'second' | 'leader' | 'finance' | 'health', SignedIn>;

beforeAll(async () => {
  mail = await startMailServer();
  application = await startApplication({ SMTP_URL: mail.url });
  admin = application.admin;
  db = application.app.get(DataSource);
  const [root] = await admin.get<UnitView[]>('/units');
  const add = (name: string) => admin.post<UnitView>('/units', { parentId: root.id, name }, 201);
  units = {
    education: await add('区教育局'),
    finance: await add('区财政局'),
    health: await add('区卫健局'),
    empty: await add('区筹备组'),
  };
  people = {
    officer: await addPerson(application, 'officer', 'staff', units.education),
    liaison: await addPerson(application, 'liaison', 'liaison', units.education),
    second: await addPerson(application, 'second', 'liaison', units.education),
    leader: await addPerson(application, 'leader', 'leader', units.education),
    finance: await addPerson(application, 'finance', 'liaison', units.finance),
    health: await addPerson(application, 'health', 'liaison', units.health),
  };
  await db.query(`UPDATE person SET email = login || '@example.com' WHERE login <> 'second'`);
});
afterAll(async () => {
  await application?.close();
  await mail?.stop();
});

const get = (id: string, as = admin) => as.get<TaskDetail>(`/tasks/${id}`);
const escalation = (id: string, as = admin) => as.get<EscalationView>(`/tasks/${id}/escalation`);
const preview = (taskIds: string[], as = admin) => as.post<NudgePreview>('/tasks/nudges/preview', { taskIds });
const nudge = (taskIds: string[], note?: string, as = admin) => as.post<Nudged>('/tasks/nudges', { taskIds, note });
const ledger = (taskId: string) =>
  db.query<Record<string, unknown>[]>(
    `SELECT p.login, i.login AS stead, r.rule = 'nudge-' || r.nudge_id AS own, r.at_once AS "atOnce", r.due_on AS "dueOn", r.status
     FROM reminder r JOIN person p ON p.id = r.recipient_id LEFT JOIN person i ON i.id = r.instead_of_id
     WHERE r.task_id = $1 AND r.rule LIKE 'nudge-%' ORDER BY p.login`,
    [taskId],
  );

interface Made {
  assignee?: SignedIn | null;
  dueOn?: string | null;
  unit?: UnitView;
  support?: UnitView[];
}

/** Assigned by the administrator, who supervises everything here. */
async function assigned(title: string, made: Made = {}): Promise<TaskDetail> {
  const { assignee = people.officer, dueOn = '2099-06-30', unit = units.education, support = [] } = made;
  const charge = { leadUnitId: unit.id, assigneeId: assignee?.id ?? null, dueOn };
  const { id, version } = await admin.post<TaskDetail>('/tasks', { title, ...charge }, 201);
  if (support.length > 0) {
    const list = { version, units: support.map((one) => ({ unitId: one.id, duty: '配合' })) };
    expect((await admin.send('PUT', `/tasks/${id}/support`, list)).statusCode).toBe(204);
  }
  return admin.post(`/tasks/${id}/assign`, { version: (await get(id)).version, ...charge });
}

const forgetNudges = (taskId: string) =>
  db.query(`UPDATE nudge SET at = at - interval '4 hours' WHERE task_id = $1`, [taskId]);

describe('a nudge 催办', () => {
  it('goes at once to who is responsible and to the supporting units that are not done', async () => {
    const task = await assigned('排查校园食堂', { support: [units.finance, units.health] });
    await db.query(
      `UPDATE supporting_unit SET percent = 100, done_on = current_date WHERE task_id = $1 AND unit_id = $2`,
      [task.id, units.health.id],
    );
    expect(await preview([task.id])).toEqual({
      ...{ refused: 0, people: 2 },
      rows: [
        {
          ...{ id: task.id, code: task.code, title: task.title, refusal: null },
          people: [
            { id: people.finance.id, name: people.finance.name, insteadOf: null, mailed: true },
            { id: people.officer.id, name: people.officer.name, insteadOf: null, mailed: true },
          ],
        },
      ],
    });
    expect(await ledger(task.id)).toEqual([]);
    const queue = application.app.get<Queue>(getQueueToken(REMINDERS_QUEUE));
    const waiting = await queue.getWaitingCount();
    expect(await nudge([task.id], ' 本周五前报初稿 ')).toEqual({ tasks: 1, people: 2 });
    expect(await queue.getWaitingCount()).toBe(waiting + 1);
    const row = { stead: null, own: true, atOnce: true, dueOn: '2099-06-30', status: 'planned' };
    expect(await ledger(task.id)).toEqual([
      { login: 'finance', ...row },
      { login: 'officer', ...row },
    ]);
    const after = await get(task.id);
    expect(after.version).toBe(task.version);
    expect(after.history[0]).toMatchObject({
      ...{ action: 'nudge', by: '管理员', reason: '本周五前报初稿' },
      changes: [{ field: 'nudged', from: null, to: `${people.finance.name}、${people.officer.name}` }],
    });
    await application.app.get(DeliveryService).deliver();
    const to = mail.mails.map((one) => [one.to].flat().map((address) => address?.text));
    expect(to.sort()).toEqual([[expect.stringContaining('finance@')], [expect.stringContaining('officer@')]]);
    const { nudges, rungs, talks } = await escalation(task.id, people.officer.client);
    expect(nudges).toMatchObject([
      {
        by: '管理员',
        note: '本周五前报初稿',
        to: [{ status: 'sent', insteadOf: null, local: false }, { status: 'sent' }],
      },
    ]);
    expect([rungs, talks]).toEqual([[], []]);
  });

  it('goes to the liaisons where nobody is named, to deputies of who is away, never to oneself', async () => {
    const task = await assigned('编制预案', { assignee: null });
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const away = { fromDay: today, toDay: today, deputyId: people.officer.id };
    await admin.post(`/people/${people.liaison.id}/absences`, away, 201);
    const [{ people: to }] = (await preview([task.id])).rows;
    expect(to.map(({ name, insteadOf, mailed }) => [name, insteadOf, mailed])).toEqual([
      [people.officer.name, people.liaison.name, true],
      [people.second.name, null, false],
    ]);
    await nudge([task.id]);
    expect((await ledger(task.id)).map(({ login, stead }) => [login, stead])).toEqual([
      ['officer', 'liaison'],
      ['second', null],
    ]);
    expect((await get(task.id)).history[0].changes[0].to).toBe(
      `${people.officer.name}（代${people.liaison.name}）、${people.second.name}`,
    );
    const left = await assigned('前任的任务');
    await db.query('UPDATE person SET active = false WHERE id = $1', [people.officer.id]);
    expect((await preview([left.id])).rows[0].people.map(({ id }) => id).sort()).toEqual(
      [people.liaison.id, people.second.id].sort(),
    );
    await db.query('UPDATE person SET active = true WHERE id = $1', [people.officer.id]);
    const nobodys = await assigned('筹建办公室', { unit: units.empty, assignee: null });
    await expect(nudge([nobodys.id])).rejects.toThrow('nudge.nobody');
    const own = await assigned('自己的任务', { assignee: people.leader });
    await expect(nudge([own.id], undefined, people.leader.client)).rejects.toThrow('nudge.nobody');
  });

  it('waits four hours for the next one, whoever nudges', async () => {
    const task = await assigned('整治占道经营');
    const { client } = people.leader;
    const both = await Promise.all(
      [admin, client].map((as) => as.send('POST', '/tasks/nudges', { taskIds: [task.id] })),
    );
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 429]);
    const [{ by }] = (await escalation(task.id)).nudges;
    const refused = await client.send('POST', '/tasks/nudges', { taskIds: [task.id] });
    expect(refused.statusCode).toBe(429);
    expect(JSON.parse(refused.body)).toMatchObject({
      code: 'nudge.too-soon',
      detail: expect.stringMatching(
        new RegExp(`^${by}已于\\d+月\\d+日 \\d\\d:\\d\\d催办过，同一任务 4 小时内只催办一次`),
      ),
    });
    expect(await ledger(task.id)).toHaveLength(1);
    await forgetNudges(task.id);
    await nudge([task.id], '再催', client);
    expect((await escalation(task.id)).nudges.map(({ note }) => note)).toEqual(['再催', null]);
    expect(await ledger(task.id)).toHaveLength(2);
  });

  it('is done to all of the chosen tasks or to none', async () => {
    const titles = ['乙', '甲', '丙'];
    const tasks = await Promise.all(titles.map((title) => assigned(title, { support: [units.finance] })));
    const ids = tasks.map(({ id }) => id);
    await db.query(`UPDATE task SET status = 'submitted' WHERE id = $1`, [ids[1]]);
    const shown = await preview(ids);
    expect(shown).toMatchObject({ refused: 1, people: 2 });
    expect(shown.rows.map(({ id }) => id)[0]).toBe(ids[1]);
    expect(shown.rows[0].refusal).toContain('待核实');
    const refused = await admin.send('POST', '/tasks/nudges', { taskIds: ids });
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain(`没有催办任何任务。任务 ${tasks[1].code}`);
    expect(await ledger(ids[0])).toEqual([]);
    expect((await get(ids[0])).history[0].action).toBe('assign');
    expect(await nudge([ids[0], ids[2]], '抓紧')).toEqual({ tasks: 2, people: 2 });
    expect([(await ledger(ids[0])).length, (await ledger(ids[2])).length]).toEqual([2, 2]);
    const many = Array.from({ length: 501 }, () => ids[0]);
    expect((await admin.send('POST', '/tasks/nudges', { taskIds: many })).statusCode).toBe(422);
  });

  it('is for supervisors over the lead unit and its leaders', async () => {
    const task = await assigned('修订制度');
    expect(task.moves).toContain('nudge');
    expect((await get(task.id, people.leader.client)).moves).toContain('nudge');
    for (const who of [people.officer, people.liaison]) {
      expect((await get(task.id, who.client)).moves).not.toContain('nudge');
      await expect(nudge([task.id], undefined, who.client)).rejects.toThrow('task.not-yours');
    }
    await expect(nudge([task.id], undefined, people.health.client)).rejects.toThrow('task.unknown');
    await expect(escalation(task.id, people.health.client)).rejects.toThrow('task.unknown');
  });
});

describe('a talk 约谈', () => {
  const talk = (id: string, more: object = {}, as = admin) =>
    as.post(
      `/tasks/${id}/talks`,
      { personId: people.officer.id, heldOn: '2026-02-03', note: '限期整改', ...more },
      201,
    );

  it('is put on record about what is overdue', async () => {
    const task = await assigned('逾期的任务', { dueOn: '2026-01-05', support: [units.finance] });
    expect(task.moves).toContain('talk');
    const offered = await admin.get<TalkCandidate[]>(`/tasks/${task.id}/talks/candidates`);
    expect(offered.map(({ id }) => id).sort()).toEqual(
      ['officer', 'liaison', 'second', 'leader', 'finance'].map((who) => people[who as 'officer'].id).sort(),
    );
    expect(offered.find(({ id }) => id === people.finance.id)?.places).toBe('区财政局 科员');
    await talk(task.id, {}, people.leader.client);
    expect((await escalation(task.id)).talks).toMatchObject([
      { personName: people.officer.name, by: people.leader.name, heldOn: '2026-02-03', note: '限期整改' },
    ]);
    expect((await get(task.id)).history[0]).toMatchObject({
      ...{ action: 'talk', by: people.leader.name, reason: '限期整改' },
      changes: [{ field: 'talk', from: null, to: `${people.officer.name}，2026-02-03` }],
    });
  });

  it('is refused before the deadline, ahead of its day, with strangers, and to whoever does not lead', async () => {
    const early = await assigned('还没到期');
    expect(early.moves).not.toContain('talk');
    await expect(talk(early.id)).rejects.toThrow('task.not-overdue');
    const task = await assigned('又一项逾期', { dueOn: '2026-01-05' });
    await expect(talk(task.id, { heldOn: '2099-01-01' })).rejects.toThrow('talk.in-future');
    await expect(talk(task.id, { personId: people.health.id })).rejects.toThrow('talk.not-answerable');
    await expect(talk(task.id, {}, people.liaison.client)).rejects.toThrow('task.not-yours');
    await expect(talk(task.id, {}, people.health.client)).rejects.toThrow('task.unknown');
    const gone = await addPerson(application, 'gone', 'staff', units.education);
    await db.query('UPDATE person SET active = false WHERE id = $1', [gone.id]);
    await expect(talk(task.id, { personId: gone.id })).rejects.toThrow('talk.not-answerable');
    expect((await escalation(task.id)).talks).toEqual([]);
  });
});
