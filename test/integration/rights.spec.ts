import { openapi } from '../../apps/api/src/bootstrap';
import { ROLES, type Role } from '../../libs/organisation/src/role';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { AddedPerson } from '../../libs/organisation/src/person.view';
import type { ImportResult } from '../../libs/reports/src/report.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Answer, Browserless, Method } from '../support/browserless';
import { importAs, PEOPLE, xlsx } from '../support/organisation-file';
import { OWN_SESSION, RIGHTS, type Asked, type Line } from '../support/rights-table';
import { growSubTree, type SubTree } from '../support/sub-tree';

jest.setTimeout(60_000);

let application: TestApplication;
/** Everybody who asks is of the east. */
let east: SubTree;
let west: SubTree;
/** What the lists showed everybody of the east before there was a west, by role and route. */
const before = new Map<string, string>();

const LINES = Object.entries(RIGHTS).flatMap(([route, lines]) => [lines].flat().map((line, n) => ({ route, line, n })));
/** What shows the whole of somebody's scope, asked without naming a unit. */
const LISTS = LINES.filter(({ route, line }) => /^GET [^{]+$/.test(route) && line.outside !== 'free');
const ONE_SIDE = ['inside'] as const;
const BOTH_SIDES = ['inside', 'outside'] as const;
const CELLS = LINES.flatMap(({ route, line, n }) =>
  (line.outside === 'whole' || line.outside === 'free' ? ONE_SIDE : BOTH_SIDES).flatMap((side) =>
    ROLES.map((role) => ({ name: `${route}${n > 0 ? ` (${n + 1})` : ''}: ${role} ${side}`, route, line, side, role })),
  ),
);

function send(client: Browserless, route: string, { path = {}, query, body, file }: Asked): Promise<Answer> {
  const [method, pattern] = route.split(' ');
  const url = pattern.replace(/\{(\w+)\}/g, (_, name: string) => path[name]) + (query ? `?${query}` : '');
  return file
    ? client.upload(url, file.name, file.bytes, file.fields)
    : client.send(method as Method, url, method === 'GET' ? undefined : body);
}

const NEED_UNIT = new Set([
  'GET /people/assignable',
  'GET /people/positions',
  'GET /people/leaders',
  'GET /units/supporting',
  'GET /tasks/groups',
  'GET /tasks/calendar',
  'GET /tasks/timeline',
]);

const asWhole = async ({ route, line }: { route: string; line: Line }) => {
  // A list that can be asked for without a unit shows the whole scope then.
  const named = line.outside === 'whole' || NEED_UNIT.has(route);
  return { route, asked: named && line.ask ? await line.ask(east, east) : {} };
};

/** What a request came to, as the table speaks of it. */
function outcome({ statusCode, body }: Answer): string {
  if (statusCode === 403) return 'refused';
  if (statusCode === 404) return 'unknown';
  if (statusCode === 422) return 'invalid';
  if (statusCode !== 409 && statusCode >= 300) return `${statusCode} ${body}`;
  if (statusCode !== 200) return 'allowed';
  return isEmpty(body) ? 'nothing' : 'allowed';
}

function isEmpty(body: string): boolean {
  if (!/^[[{]/.test(body)) return false;
  const list = JSON.parse(body) as unknown[] | { rows?: unknown[]; total?: number };
  return Array.isArray(list) ? list.length === 0 : list.rows?.length === 0 && list.total === 0;
}

function expected(line: Line, role: Role, side: 'inside' | 'outside'): string {
  const { may, route = may, sees = route, outside, own } = line;
  if (!route.includes(role)) return 'refused';
  if (side === 'outside' && (!own || may.includes(role))) return outside;
  if (may.includes(role)) return 'allowed';
  return sees.includes(role) ? 'refused' : outside;
}

beforeAll(async () => {
  application = await startApplication();
  const [root] = await application.admin.get<UnitView[]>('/units');
  east = await growSubTree(application, root, '东');
  for (const list of LISTS) {
    const { route, asked } = await asWhole(list);
    for (const role of ROLES) {
      before.set(`${role} ${route}`, (await send(east.people[role].client, route, asked)).body);
    }
  }
  west = await growSubTree(application, root, '西');
});
afterAll(() => application?.close());

it('has a line for every route, and no other', () => {
  const routes = Object.entries(openapi(application.app).paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
  );
  expect([...Object.keys(RIGHTS), ...OWN_SESSION].sort()).toEqual(routes.sort());
});

it.each(LISTS)('$route: what happens in a sister unit changes nothing in what anybody sees', async (list) => {
  const { route, asked } = await asWhole(list);
  for (const role of ROLES) {
    const { body } = await send(east.people[role].client, route, asked);
    expect([role, body]).toEqual([role, before.get(`${role} ${route}`)]);
  }
});

it.each(CELLS)('$name', async ({ route, line, side, role }) => {
  const there = side === 'inside' ? east : west;
  const answer = await send(east.people[role].client, route, (await line.ask?.(there, east)) ?? {});
  expect(outcome(answer)).toBe(expected(line, role, side));
  // What is wrong in a file is told in the words of the file.
  if (outcome(answer) !== 'invalid') expect(answer.body).not.toContain(west.mark);
});

describe('what lies in both sub-trees', () => {
  it('a file with reports of both is not handed out, and shows each its own report only', async () => {
    const file = Buffer.concat([east.file.bytes, Buffer.from('\n\n'), west.file.bytes]);
    const first = JSON.parse((await application.admin.upload('/documents', '合编.txt', file)).body) as ImportResult;
    expect(first.reports.map(({ unitName }) => unitName)).toEqual(['东片区', '西片区']);
    const { client } = east.people.supervisor;
    const again = await client.upload('/documents', '合编.txt', file);
    expect((JSON.parse(again.body) as ImportResult).reports.map(({ unitName }) => unitName)).toEqual(['东片区']);
    await expect(client.get(`/documents/${first.document.id}/original`)).rejects.toThrow('document.unknown');
    expect((await application.admin.send('GET', `/documents/${first.document.id}/original`)).statusCode).toBe(200);
  });

  it('the account of somebody with a position in both is not handed to the administrator of one', async () => {
    const { person } = await application.admin.post<AddedPerson>(
      '/people',
      {
        ...{ name: '两边任职', login: 'in-both' },
        roles: [{ unitId: east.unit.id, role: 'staff' }],
        positions: [{ unitId: west.unit.id, title: '科员' }],
      },
      201,
    );
    const { client } = east.people.administrator;
    await expect(client.post(`/people/${person.id}/password-reset`)).rejects.toThrow('person.managed-elsewhere');
    const mine = { version: person.version, email: 'mine@example.com' };
    await expect(client.patch(`/people/${person.id}`, mine)).rejects.toThrow('person.managed-elsewhere');
    const row = ['两边任职', 'in-both', '东片区', '', '承办人', 'mine@example.com'];
    const imported = await importAs(client, await xlsx({ 人员: [PEOPLE, row] }));
    expect(imported).toMatchObject({ status: 422, body: { errors: [{ field: '姓名' }] } });
  });
});
