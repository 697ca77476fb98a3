import { chmodSync, mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/** One real PostgreSQL for the whole run, with a migrated template that every test file copies. `npm test` builds first. */
export default async function setup() {
  const { Cluster } = require('../../dist/libs/platform/src/embedded-postgres/cluster.js');
  const { migrate } = require('../../dist/libs/platform/src/database.js');
  const { Client } = require('pg');

  const folder = mkdtempSync(join(tmpdir(), 'luoshi-test-'));
  chmodSync(folder, 0o755);
  // Nothing here has to survive a power cut.
  const cluster = new Cluster(folder, [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'max_connections=300',
  ]);
  const port = await cluster.start();
  globalThis.__CLUSTER__ = { cluster, folder };

  const client = new Client(cluster.url(port, 'postgres'));
  await client.connect();
  await client.query('CREATE DATABASE luoshi_template');
  await client.end();
  await migrate(cluster.url(port, 'luoshi_template'));
  process.env.TEST_POSTGRES_URL = cluster.url(port, 'postgres');
}
