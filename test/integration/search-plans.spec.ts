import { DataSource } from 'typeorm';
import { startApplication, type TestApplication } from '../support/application';

/** A node of EXPLAIN (FORMAT JSON). */
interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Node[];
}

let application: TestApplication;
let db: DataSource;
beforeAll(async () => {
  application = await startApplication();
  db = application.app.get(DataSource);
  await db.query(`
    INSERT INTO unit (parent_id, name) SELECT id, '单位' || n FROM unit, generate_series(1, 200) n;
    INSERT INTO task (code, title, text, status, due_on, lead_unit_id, created_by_id, created_at)
    SELECT 'X-' || n, (ARRAY['推进项目建设', '开展专项检查', '完善工作机制', '加强队伍建设'])[1 + n % 4] || n,
      '落实责任' || CASE WHEN n % 5000 = 0 THEN '，抓好食堂卫生' ELSE '' END, 'assigned', DATE '2026-01-01' + n % 400,
      (ARRAY(SELECT id FROM unit ORDER BY name))[1 + n % 201], (SELECT id FROM person LIMIT 1), now() - n * interval '1 minute'
    FROM generate_series(1, 50000) n;
    ANALYZE`);
}, 240_000);
afterAll(() => application?.close());

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** The plans of all statements about tasks that answering `path` takes. */
async function plansOf(path: string): Promise<Node[]> {
  const statements: [sql: string, values: unknown[]][] = [];
  const query = db.manager.query.bind(db.manager);
  const spy = jest.spyOn(db.manager, 'query').mockImplementation((sql: string, asked?: unknown) => {
    const values = (asked ?? []) as unknown[];
    // Whether somebody sees few tasks is asked by counting to five thousand, in whatever order they lie.
    if (/FROM .*task/s.test(sql) && !sql.includes('OFFSET')) statements.push([sql, [...values]]);
    return query(sql, values);
  });
  await application.admin.get(path);
  spy.mockRestore();
  expect(statements.length).toBeGreaterThan(0);
  const nodes: Node[] = [];
  for (const [sql, values] of statements) {
    const [row] = await db.query<{ 'QUERY PLAN': { Plan: Node }[] }[]>(`EXPLAIN (FORMAT JSON) ${sql}`, values);
    nodes.push(...nodesOf(row['QUERY PLAN'][0].Plan));
  }
  return nodes;
}

it.each([
  ['/search?q=食堂', 'task_search_pairs'],
  ['/search?q=食堂 责任', 'task_search_pairs'],
  ['/search?q=食堂卫生', 'task_search_pairs'],
  ['/search?q=没有的词', 'task_search_pairs'],
  ['/search?q=检查', 'task_search_newest'],
  ['/search?q=X-4711', 'task_code_key'],
  ['/tasks?q=食堂', 'task_search_pairs'],
  ['/tasks?q=食堂卫生 责任', 'task_search_pairs'],
])('answers %s by the index %s and scans no table of tasks', async (path, index) => {
  const nodes = await plansOf(encodeURI(path));
  expect(nodes.map((node) => node['Index Name'])).toContain(index);
  const scanned = nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name']);
  expect(scanned.filter((table) => table === 'task' || table === 'task_search')).toEqual([]);
});
