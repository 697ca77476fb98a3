import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import { Pool, types } from 'pg';

/**
 * The yardstick: the same questions and the same writes on the same database, each in the plainest SQL that answers it,
 * with nothing but Fastify and pg: no sign-in, no rights, no checks, no history chain. Who asks stands in the query.
 */
types.setTypeParser(types.builtins.DATE, String);
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 16 });
const app = Fastify();

const OPEN = `('assigned', 'accepted', 'in-progress')`;
const NEVER = `DATE '9999-12-31'`;
const ROW = `t.id, t.code, t.title, t.kind, t.status, t.due_on AS "dueOn", t.due_basis AS "dueBasis",
  t.lead_unit_id AS "leadUnitId", u.name AS "leadUnitName", t.assignee_id AS "assigneeId", a.name AS "assigneeName",
  t.progress, t.assigned_on AS "assignedOn", n.report_id AS "reportId", r.title AS "reportTitle", t.updated_at AS "updatedAt", t.version`;
const TABLES = `task t JOIN unit u ON u.id = t.lead_unit_id LEFT JOIN person a ON a.id = t.assignee_id
  LEFT JOIN anchor n ON n.id = t.anchor_id LEFT JOIN report r ON r.id = n.report_id`;
const ORDER = `ORDER BY coalesce(t.due_on, ${NEVER}), t.code LIMIT 51`;
/** The bureau and its sections; units are two deep here. */
const SCOPE = '(SELECT id FROM unit WHERE id = $1 OR parent_id = $1)';
const COUNT = 'SELECT count(*)::int AS total FROM (SELECT 1 FROM task t WHERE';
const MOST = 'LIMIT 10000) x';

const rows = async (sql: string, values: unknown[]) =>
  (await pool.query(sql, values)).rows as Record<string, unknown>[];

async function page(where: string, values: unknown[]) {
  const [{ total }] = await rows(`${COUNT} ${where} ${MOST}`, values);
  return { rows: await rows(`SELECT ${ROW} FROM ${TABLES} WHERE ${where} ${ORDER}`, values), total };
}

app.get<{ Querystring: { person: string } }>('/my_open', ({ query }) =>
  page(`t.assignee_id = $1 AND t.status IN ${OPEN}`, [query.person]),
);

/** Open ones with a light; the index of open tasks by deadline serves it. */
const OVERDUE = `t.status IN ('assigned', 'returned', 'accepted', 'in-progress', 'submitted') AND coalesce(t.due_on, ${NEVER}) < current_date`;
app.get('/overdue_first', () => page(OVERDUE, []));
app.get<{ Querystring: { due: string; code: string } }>('/overdue_deep', async ({ query }) => ({
  rows: await rows(
    `SELECT ${ROW} FROM ${TABLES} WHERE ${OVERDUE} AND (coalesce(t.due_on, ${NEVER}), t.code) > ($1::date, $2::text) ${ORDER}`,
    [query.due, query.code],
  ),
}));

app.get<{ Querystring: { unit: string; person: string } }>('/dashboard', async ({ query }) => {
  const counts = await rows(
    `SELECT t.lead_unit_id AS "unitId", u.name AS "unitName", t.status, count(*)::int AS n,
       count(*) FILTER (WHERE t.due_on < current_date)::int AS overdue,
       count(*) FILTER (WHERE t.due_on BETWEEN current_date AND current_date + 7)::int AS due_soon
     FROM task t JOIN unit u ON u.id = t.lead_unit_id WHERE t.lead_unit_id IN ${SCOPE} GROUP BY 1, 2, 3`,
    [query.unit],
  );
  const short = (where: string, values: unknown[]) =>
    rows(`SELECT ${ROW} FROM ${TABLES} WHERE ${where} ORDER BY coalesce(t.due_on, ${NEVER}), t.code LIMIT 8`, values);
  const overdue = await short(`${OVERDUE} AND t.lead_unit_id IN ${SCOPE}`, [query.unit]);
  const soon = await short(
    `t.status IN ${OPEN} AND coalesce(t.due_on, ${NEVER}) BETWEEN current_date AND current_date + 7 AND t.lead_unit_id IN ${SCOPE}`,
    [query.unit],
  );
  const mine = await short(`t.assignee_id = $1 AND t.status IN ${OPEN}`, [query.person]);
  return { counts, overdue, soon, mine };
});

app.get<{ Querystring: { q: string } }>('/search', async ({ query }) => ({
  rows: await rows(
    `SELECT ${ROW}, t.text FROM ${TABLES} WHERE t.title ILIKE $1 OR t.text ILIKE $1 OR t.code ILIKE $1
     ORDER BY t.title ILIKE $1 DESC, t.status IN ('closed', 'dropped'), t.created_at DESC LIMIT 21`,
    [`%${query.q}%`],
  ),
}));

app.get<{ Querystring: { id: string } }>('/one_task', async ({ query: { id } }) => ({
  task: await rows(`SELECT ${ROW}, t.text, t.measures FROM ${TABLES} WHERE t.id = $1`, [id]),
  entries: await rows(
    `SELECT e.*, p.name FROM progress_entry e JOIN person p ON p.id = e.person_id WHERE e.task_id = $1 ORDER BY e.at DESC`,
    [id],
  ),
  history: await rows('SELECT * FROM history WHERE subject_id = $1 ORDER BY id DESC', [id]),
}));

const LOG = 'INSERT INTO bench_log (task_id, person_id, action, changes) VALUES ($1, $2, $3, $4)';

app.post<{ Body: { title: string; leadUnitId: string; person: string } }>('/create', async ({ body }) => {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows: made } = await client.query<{ id: string }>(
      `INSERT INTO task (code, title, text, lead_unit_id, created_by_id) VALUES ($1, $2, $2, $3, $4) RETURNING *`,
      [randomUUID(), body.title, body.leadUnitId, body.person],
    );
    await client.query(LOG, [made[0].id, body.person, 'draft', '[]']);
    await client.query('COMMIT');
    return made[0];
  } finally {
    client.release();
  }
});

app.post<{ Body: { id: string; percent: number; narrative: string; person: string } }>(
  '/progress',
  async ({ body }) => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      const { rows: before } = await client.query<{ progress: number }>(
        'SELECT * FROM task WHERE id = $1 AND assignee_id = $2 FOR UPDATE',
        [body.id, body.person],
      );
      const { rows: after } = await client.query<Record<string, unknown>>(
        `UPDATE task SET progress = $2, status = 'in-progress', updated_at = now(), version = version + 1 WHERE id = $1 RETURNING *`,
        [body.id, body.percent],
      );
      await client.query(
        'INSERT INTO progress_entry (task_id, person_id, percent, narrative) VALUES ($1, $2, $3, $4)',
        [body.id, body.person, body.percent, body.narrative],
      );
      const changes = JSON.stringify([{ field: 'progress', from: before[0].progress, to: body.percent }]);
      await client.query(LOG, [body.id, body.person, 'progress', changes]);
      await client.query('COMMIT');
      return after[0];
    } finally {
      client.release();
    }
  },
);

async function main(): Promise<void> {
  await pool.query(`CREATE TABLE IF NOT EXISTS bench_log (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(), task_id uuid NOT NULL, person_id uuid NOT NULL, action text NOT NULL, changes jsonb)`);
  await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
  process.stdout.write('ready\n');
  process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
}
void main();
