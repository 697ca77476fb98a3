import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

async function run(sql: string): Promise<string> {
  const url = process.env.TEST_POSTGRES_URL;
  if (!url) throw new Error('no test database: run through `npm test`');
  const client = new Client(url);
  await client.connect();
  try {
    // Copies of one template wait for each other.
    await client.query('SELECT pg_advisory_lock(1)');
    await client.query(sql);
  } finally {
    await client.end();
  }
  return url;
}

/** A migrated database of one's own on the run's PostgreSQL, which goes with the run; `empty` for one without any table. */
export async function createTestDatabase(kind: 'migrated' | 'empty' = 'migrated'): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(await run(`CREATE DATABASE ${name}${kind === 'migrated' ? ' TEMPLATE luoshi_template' : ''}`));
  url.pathname = name;
  return url.href;
}
