import type { Client } from 'pg';

export const SIZE = { units: 2000, people: 10_000, tasks: 1_000_000 };
/** Tasks of the person who only reports progress, so that no two requests meet on one task. */
const TO_REPORT = 60_000;

/** People who were signed in before: by whom the tasks are read and written. */
export interface Cast {
  /** Supervisor over the bureau and its sections. */
  chief: string;
  /** Responsible for about a hundred tasks. */
  officer: string;
  /** Responsible for `TO_REPORT` tasks under way. */
  reporter: string;
  /** The bureau of these three. */
  bureau: string;
}

const WORDS = `ARRAY['安全生产专项整治','老旧小区改造','营商环境优化','基层党组织建设','校园食堂检查','河湖环境治理',
  '招商引资项目','乡村振兴示范','公共服务设施建设','作风纪律整顿','食品药品监管','就业创业服务','文明城市创建','信访积案化解',
  '数字政务平台','消防隐患排查','义务教育均衡','医疗服务提升','耕地保护督察','物业管理规范']`;
const VERBS = `ARRAY['推进','完成','开展','深化','落实','巩固','完善','加快','规范','启动']`;

/** Fills a database that holds nothing but the root unit and the cast. Takes about two minutes. */
export async function seed(client: Client, rootId: string, cast: Cast, say: (line: string) => void): Promise<void> {
  say(`造数据：${SIZE.units} 个单位、${SIZE.people} 人、${SIZE.tasks} 项任务…`);
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
     SELECT '人员' || n, 'p' || n, 'p' || n || '@example.com' FROM generate_series(1, ${SIZE.people}) n`,
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
  const indexes = await withoutIndexes(client);
  const task = (n: string) => `
    'S-' || lpad((${n})::text, 7, '0'),
    (${VERBS})[1 + ${n} % 10] || (${WORDS})[1 + (${n} / 10) % 20] || '第' || (${n} / 200) || '项',
    '按照年度工作部署，' || (${VERBS})[1 + ${n} % 10] || (${WORDS})[1 + (${n} / 7) % 20] || '，建立问题台账并逐项销号。'`;
  const columns =
    'code, title, text, status, due_on, original_due_on, due_basis, lead_unit_id, assignee_id, progress, assigned_on, closed_on, closed_at, created_by_id, updated_at';
  // A third is closed, a tenth drafted; what is open is due in the year around the present day.
  await client.query(
    `INSERT INTO task (${columns})
     SELECT ${task('n')}, s.status, d.due, d.due, 'explicit', p.unit_id,
       CASE WHEN s.status <> 'drafted' THEN p.person_id END, CASE WHEN s.status = 'closed' THEN 100 ELSE n * 7 % 100 END,
       CASE WHEN s.status <> 'drafted' THEN d.due - 120 END, CASE WHEN s.status = 'closed' THEN d.due - 3 + n % 7 END,
       CASE WHEN s.status = 'closed' THEN (d.due - 3 + n % 7)::timestamptz END, $1, now() - n * interval '1 second'
     FROM generate_series(1, ${SIZE.tasks - TO_REPORT}) n
     JOIN place p ON p.number = n % ${SIZE.people}
     CROSS JOIN LATERAL (SELECT (ARRAY['closed','drafted','assigned','accepted','in-progress','in-progress','closed','submitted','closed','in-progress'])[1 + (n / 3) % 10] AS status) s
     CROSS JOIN LATERAL (SELECT CASE WHEN s.status = 'closed' THEN current_date - (n * 31 % 700) ELSE current_date - 30 + (n * 37 % 365) END AS due) d`,
    [cast.officer],
  );
  await client.query(
    `INSERT INTO task (${columns})
     SELECT ${task(`(${SIZE.tasks - TO_REPORT} + n)`)}, 'in-progress', current_date + 60 + n % 200, current_date + 60 + n % 200, 'explicit',
       $2, $1, n % 90, current_date - 30, NULL, NULL, $1, now()
     FROM generate_series(1, ${TO_REPORT}) n`,
    [cast.reporter, cast.bureau],
  );
  await client.query(
    `UPDATE task SET assignee_id = $1, lead_unit_id = $2 WHERE status IN ('accepted', 'in-progress') AND code IN
       (SELECT 'S-' || lpad((n * 1009)::text, 7, '0') FROM generate_series(1, 250) n)`,
    [cast.officer, cast.bureau],
  );
  await client.query(
    `INSERT INTO progress_entry (task_id, person_id, percent, narrative, at)
     SELECT id, assignee_id, progress, '按计划推进，已完成阶段任务。', now() - interval '10 days' FROM task
     WHERE status = 'in-progress' AND assignee_id IS NOT NULL AND right(code, 1) IN ('1', '4', '7')`,
  );
  say('建索引…');
  for (const definition of indexes) await client.query(definition);
  await client.query('VACUUM ANALYZE');
}

/** Drops the indexes of tasks and of their search that are no constraints, for the time of filling it; gives their definitions. */
async function withoutIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
     JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid IN ('task'::regclass, 'task_search'::regclass) AND NOT i.indisunique`,
  );
  for (const { name } of rows) await client.query(`DROP INDEX "${name}"`);
  return rows.map(({ definition }) => definition);
}
