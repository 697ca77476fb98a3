import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from '#platform/free-port';
import type { PersonView } from '#organisation/person.view';
import type { UnitView } from '#organisation/unit.view';
import type { TaskPage } from '#tasks/task.view';
import type { Bench, BenchResult } from '../bench';
import { scratchDatabase } from '../scratch-database';
import { compare, type Side } from './load';
import { ApiClient, startOurs, startProgram } from './our-server';
import { printPlans } from './plans';
import { seed, type Cast } from './seed';

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const DEEP = 5000;
const CONNECTIONS = [1, 16];

/** How fast tasks are read and written over HTTP among a million: against a bare Fastify handler on the same database. */
export const tasksBench: Bench = {
  name: 'tasks',
  summary: '100 万项任务时的读写速度：与直接用 Fastify 和 pg 写的同样查询比较；并列出各列表的查询计划',
  run: async () => {
    const closing: (() => Promise<void>)[] = [];
    try {
      const { url, stop: stopDatabase } = await scratchDatabase('tasks');
      closing.push(stopDatabase);
      const ports = [await freePort(), await freePort()];
      const { password = '', client: admin, stop } = await startOurs(url, ports[0]);
      closing.push(stop);
      await admin.signIn('admin', password);
      const { cast, clients } = await people(admin);
      const [root] = await admin.get<UnitView[]>('/units');
      const database = new Client(url);
      await database.connect();
      closing.push(() => database.end());
      await seed(database, root.id, cast, say);
      const bare = await startProgram(
        join(__dirname, 'bare-server.js'),
        [],
        { DATABASE_URL: url, PORT: String(ports[1]) },
        /ready/,
      );
      closing.push(bare.stop);

      const scenes = await scenarios(database, cast, clients);
      const figures: BenchResult['figures'] = {};
      for (const [name, { who, ours, bare: plain }] of Object.entries(scenes)) {
        for (const connections of CONNECTIONS) {
          const us: Side = { url: `http://127.0.0.1:${ports[0]}`, cookie: who.cookie, call: (n) => prefixed(ours(n)) };
          const them: Side = { url: `http://127.0.0.1:${ports[1]}`, call: plain };
          const { ours: a, bare: b } = await compare(us, them, connections);
          const key = `${name}_c${connections}`;
          figures[key] = { ours: a.rate, yardstick: b.rate, unit: 'requests/s', ratio: a.rate / b.rate };
          figures[`${key}_p99`] = { ours: a.p99, yardstick: b.p99, unit: 'ms' };
          say(`${key}: ${a.rate.toFixed(0)} / ${b.rate.toFixed(0)} 次每秒，p99 ${a.p99} / ${b.p99} 毫秒`);
        }
      }
      await printPlans(url, { supervisor: 'bench-supervisor', officer: 'bench-officer' }, say);
      return { bench: 'tasks', figures };
    } finally {
      for (const close of closing.reverse()) await close();
    }
  },
};

const prefixed = <T extends { path: string }>(call: T): T => ({ ...call, path: `/api/v1${call.path}` });

type Clients = Record<'supervisor' | 'chief' | 'officer' | 'reporter', ApiClient>;

/** A supervisor over everything, and in one bureau its own supervisor, an officer and a reporter; all signed in. */
async function people(admin: ApiClient): Promise<{ cast: Cast; clients: Clients }> {
  const [root] = await admin.get<UnitView[]>('/units');
  const bureau = await admin.post<UnitView>('/units', { parentId: root.id, name: '综合局', aliases: [] });
  const add = async (login: string, role: string, { id: unitId }: UnitView) => {
    const made = await admin.post<{ person: PersonView; oneTimePassword: string }>('/people', {
      ...{ name: login, login, positions: [{ unitId, title: '干事' }], roles: [{ unitId, role }] },
    });
    return { id: made.person.id, client: await admin.other().signIn(login, made.oneTimePassword) };
  };
  const supervisor = await add('bench-supervisor', 'supervisor', root);
  const chief = await add('bench-chief', 'supervisor', bureau);
  const officer = await add('bench-officer', 'staff', bureau);
  const reporter = await add('bench-reporter', 'staff', bureau);
  return {
    cast: { chief: chief.id, officer: officer.id, reporter: reporter.id, bureau: bureau.id },
    clients: {
      ...{ supervisor: supervisor.client, chief: chief.client },
      ...{ officer: officer.client, reporter: reporter.client },
    },
  };
}

interface Scenario {
  who: ApiClient;
  ours: Side['call'];
  bare: Side['call'];
}

async function scenarios(
  database: Client,
  cast: Cast,
  { supervisor, chief, officer, reporter }: Clients,
): Promise<Record<string, Scenario>> {
  const ids = async (where: string, values: unknown[]) =>
    (await database.query<{ id: string }>(`SELECT id FROM task WHERE ${where} ORDER BY code`, values)).rows.map(
      ({ id }) => id,
    );
  const inBureau = await ids(`lead_unit_id = $1 AND status <> 'drafted'`, [cast.bureau]);
  const toReport = await ids('assignee_id = $1', [cast.reporter]);
  const get = (path: string) => () => ({ method: 'GET' as const, path });
  const words = ['安全生产', '食堂检查', '老旧小区', '信访', '河湖环境', '消防隐患'];
  const deep = await deepCursor(supervisor);
  return {
    my_open: {
      who: officer,
      ours: get('/tasks?mine=true&status=assigned,accepted,in-progress'),
      bare: get(`/my_open?person=${cast.officer}`),
    },
    overdue_first: {
      who: supervisor,
      ours: get('/tasks?light=red'),
      bare: get('/overdue_first'),
    },
    overdue_deep: {
      who: supervisor,
      ours: get(`/tasks?light=red&cursor=${deep.cursor}`),
      bare: get(`/overdue_deep?due=${deep.due}&code=${deep.code}`),
    },
    dashboard: {
      who: chief,
      ours: get('/overview'),
      bare: get(`/dashboard?unit=${cast.bureau}&person=${cast.chief}`),
    },
    one_task: {
      who: supervisor,
      ours: (n) => get(`/tasks/${inBureau[n % inBureau.length]}`)(),
      bare: (n) => get(`/one_task?id=${inBureau[n % inBureau.length]}`)(),
    },
    create: {
      who: supervisor,
      ours: (n) => ({ method: 'POST', path: '/tasks', body: { title: `新增任务${n}`, leadUnitId: cast.bureau } }),
      bare: (n) => ({
        method: 'POST',
        path: '/create',
        body: { title: `新增任务${n}`, leadUnitId: cast.bureau, person: cast.chief },
      }),
    },
    progress: {
      who: reporter,
      ours: reporting(toReport.slice(0, toReport.length / 2), (id) => `/tasks/${id}/progress`),
      bare: (n) => ({
        method: 'POST',
        path: '/progress',
        body: {
          ...{ id: toReport[toReport.length / 2 + (n % (toReport.length / 2))], percent: n % 100 },
          ...{ narrative: '按计划推进。', person: cast.reporter },
        },
      }),
    },
    // Last: what the bare handler reads through for a word goes on after nobody waits for it any more.
    search: {
      who: supervisor,
      ours: (n) => get(`/search?kind=task&q=${encodeURIComponent(words[n % words.length])}`)(),
      bare: (n) => get(`/search?q=${encodeURIComponent(words[n % words.length])}`)(),
    },
  };
}

/** Reports on one task after the other; no task twice, so that the version is known. */
function reporting(ids: string[], path: (id: string) => string): Side['call'] {
  let next = 0;
  return (n) => {
    const id = ids[next++];
    if (id === undefined) throw new Error('more reports than tasks to report on');
    const body = { version: 1, percent: n % 100, narrative: '按计划推进。' };
    return { method: 'POST', path: path(id), body };
  };
}

/** Where the list of overdue tasks goes on after `DEEP` rows, or after its last full page. */
async function deepCursor(client: ApiClient): Promise<{ cursor: string; due: string; code: string }> {
  let cursor = '';
  let last: TaskPage['rows'][number] | undefined;
  for (let seen = 0; seen < DEEP; seen += 200) {
    const page: TaskPage = await client.get(`/tasks?light=red&limit=200${cursor && `&cursor=${cursor}`}`);
    last = page.rows.at(-1);
    if (!page.nextCursor) break;
    cursor = page.nextCursor;
  }
  if (!last) throw new Error('nothing is overdue');
  return { cursor, due: last.dueOn as string, code: last.code };
}
