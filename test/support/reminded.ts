interface Database {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

/** Makes the days around today working days, whenever the tests run. */
export async function makeWorkingDays(db: Database): Promise<void> {
  await db.query(
    `INSERT INTO calendar_exception (day, kind, name)
     SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date + n, 'workday', '测试' FROM generate_series(-1, 1) n
     ON CONFLICT (day) DO UPDATE SET kind = 'workday'`,
  );
  await db.query('UPDATE calendar_year SET version = version + 1');
}

/** `count` people of the root unit with one e-mail each, who want their digest at any hour. Returns their ids. */
export async function addRecipients(db: Database, prefix: string, count: number): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    db,
    `WITH made AS (
       INSERT INTO person (name, login, email)
       SELECT $1 || n, $1 || n, $1 || n || '@example.com' FROM generate_series(1, $2::int) n RETURNING id, login),
     placed AS (
       INSERT INTO role_grant (person_id, unit_id, role) SELECT m.id, u.id, 'staff' FROM made m, unit u WHERE u.parent_id IS NULL),
     wishes AS (INSERT INTO mail_preference (person_id, send_hour) SELECT id, 0 FROM made)
     SELECT id FROM made ORDER BY length(login), login`,
    [prefix, count],
  );
  return rows.map(({ id }) => id);
}

export interface Planned {
  taskId: string;
  reminderId: string;
}

/** For each person a task under way, due in `dueIn` days, and a planned reminder of it. */
export async function planFor(
  db: Database,
  people: readonly string[],
  {
    title = '任务',
    rule = 'due',
    dueIn = 0,
    atOnce = false,
  }: { title?: string; rule?: string; dueIn?: number; atOnce?: boolean } = {},
): Promise<Planned[]> {
  return rowsOf<Planned>(
    db,
    `WITH today AS (SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS d),
     made AS (
       INSERT INTO task (code, title, text, status, due_on, assigned_on, lead_unit_id, assignee_id, created_by_id)
       SELECT gen_random_uuid()::text, $2 || p.n, $2, CASE $3::text WHEN 'assigned' THEN 'assigned' WHEN 'verify' THEN 'submitted' ELSE 'in-progress' END,
         d + $4::int, d - 30, u.id, p.id, p.id
       FROM unnest($1::uuid[]) WITH ORDINALITY AS p (id, n), unit u, today WHERE u.parent_id IS NULL RETURNING id, due_on, assignee_id)
     INSERT INTO reminder (task_id, rule, due_on, recipient_id, planned_on, at_once)
     SELECT m.id, $3, m.due_on, m.assignee_id, d, $5 FROM made m, today RETURNING task_id AS "taskId", id AS "reminderId"`,
    [people, title, rule, dueIn, atOnce],
  );
}

/** What pg and TypeORM give back, as rows. */
export async function rowsOf<Row>(db: Database, sql: string, values?: unknown[]): Promise<Row[]> {
  const given = await db.query(sql, values);
  return (Array.isArray(given) ? given : (given as { rows: Row[] }).rows) as Row[];
}
