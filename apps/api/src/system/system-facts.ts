import type { DataSource } from 'typeorm';

export async function databaseFacts(db: DataSource) {
  const [{ size, version }] = await db.query<{ size: string; version: string }[]>(
    `SELECT pg_database_size(current_database()) AS size, current_setting('server_version') AS version`,
  );
  const done = await db.query<{ name: string }[]>('SELECT name FROM migration ORDER BY "timestamp" DESC');
  const names = new Set(done.map(({ name }) => name));
  const missing = db.migrations.filter(({ name }) => !names.has(name ?? '')).length;
  return { size: Number(size), version, last: done[0]?.name ?? null, missing };
}

/** When the last complete planning ended. */
export async function planningFacts(db: DataSource): Promise<Date | null> {
  const [run] = await db.query<{ at: Date }[]>('SELECT finished_at AS at FROM planning_run ORDER BY day DESC LIMIT 1');
  return run?.at ?? null;
}

/** What waits, what became of the mails of the last seven days, and when the newest was settled. */
export async function mailFacts(db: DataSource, now: Date) {
  const [counts] = await db.query<
    { waiting: number; failed: number; uncertain: number; postponed: number; undeliverable: number }[]
  >(
    `SELECT (SELECT count(*)::int FROM reminder WHERE mail_id IS NULL AND settled_at IS NULL) AS waiting,
       count(*) FILTER (WHERE status = 'failed')::int AS failed,
       count(*) FILTER (WHERE status = 'uncertain')::int AS uncertain,
       count(*) FILTER (WHERE status = 'postponed')::int AS postponed,
       (SELECT count(*)::int FROM undeliverable_address) AS undeliverable
     FROM mail WHERE claimed_at >= $1::timestamptz - interval '7 days'`,
    [now],
  );
  const [newest] = await db.query<{ at: Date | null }[]>(
    'SELECT settled_at AS at FROM mail ORDER BY claimed_at DESC, id DESC LIMIT 1',
  );
  return { ...counts, last: newest?.at ?? null };
}

export async function calendarFacts(db: DataSource, year: number): Promise<boolean> {
  const rows = await db.query<unknown[]>('SELECT 1 FROM calendar_year WHERE year = $1 AND published', [year]);
  return rows.length > 0;
}
