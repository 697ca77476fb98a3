import type { Client } from 'pg';

const WORDS = `ARRAY['安全生产专项整治','老旧小区改造','营商环境优化','基层党组织建设','校园食堂检查','河湖环境治理',
  '招商引资项目','乡村振兴示范','公共服务设施建设','作风纪律整顿','食品药品监管','就业创业服务','文明城市创建','信访积案化解',
  '数字政务平台','消防隐患排查','义务教育均衡','医疗服务提升','耕地保护督察','物业管理规范']`;
const VERBS = `ARRAY['推进','完成','开展','深化','落实','巩固','完善','加快','规范','启动']`;

/** Code, title and text of the task numbered by the SQL expression `n`. */
export const taskWords = (n: string) => `
  'S-' || lpad((${n})::text, 7, '0'),
  (${VERBS})[1 + ${n} % 10] || (${WORDS})[1 + (${n} / 10) % 20] || '第' || (${n} / 200) || '项',
  '按照年度工作部署，' || (${VERBS})[1 + ${n} % 10] || (${WORDS})[1 + (${n} / 7) % 20] || '，建立问题台账并逐项销号。'`;

/**
 * Below the root 39 bureaus with 49 sections each, and people `p1` to `p<n>` as staff of them. They stand in the temporary
 * table `place` (person_id, unit_id, number from 0) for whoever seeds on.
 */
export async function seedOrganisation(client: Client, rootId: string, people: number): Promise<void> {
  await client.query(
    `INSERT INTO unit (parent_id, name, sort_order)
     SELECT $1, '第' || n || '局', n FROM generate_series(1, 39) n`,
    [rootId],
  );
  await client.query(
    `INSERT INTO unit (parent_id, name, sort_order)
     SELECT b.id, b.name || '第' || n || '科', n FROM unit b, generate_series(1, 49) n WHERE b.parent_id = $1`,
    [rootId],
  );
  await client.query(
    `INSERT INTO person (name, login, email)
     SELECT '人员' || n, 'p' || n, 'p' || n || '@example.com' FROM generate_series(1, ${people}) n`,
  );
  await client.query(`
    CREATE TEMP TABLE numbered_unit AS SELECT id, row_number() OVER (ORDER BY name, id) - 1 AS n FROM unit WHERE parent_id IS NOT NULL;
    CREATE TEMP TABLE numbered_person AS SELECT id, row_number() OVER (ORDER BY login) - 1 AS n FROM person WHERE login ~ '^p\\d';
    CREATE TEMP TABLE place AS
      SELECT p.id AS person_id, u.id AS unit_id, p.n AS number FROM numbered_person p
      JOIN numbered_unit u ON u.n = p.n % (SELECT count(*) FROM numbered_unit);
    INSERT INTO role_grant (person_id, unit_id, role) SELECT person_id, unit_id, 'staff' FROM place;
    INSERT INTO position (unit_id, title, person_id) SELECT unit_id, '科员', person_id FROM place;
    CREATE UNIQUE INDEX ON place (number)`);
}

/** Fills tasks without the indexes of tasks and of their search that are no constraints, and makes those anew afterwards. */
export async function fillTasks(client: Client, fill: () => Promise<void>, say: (line: string) => void): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
     JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid IN ('task'::regclass, 'task_search'::regclass) AND NOT i.indisunique`,
  );
  for (const { name } of rows) await client.query(`DROP INDEX "${name}"`);
  await fill();
  say('建索引…');
  for (const { definition } of rows) await client.query(definition);
  await client.query('VACUUM ANALYZE');
}
