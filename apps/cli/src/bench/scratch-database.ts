import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#platform/database';
import { Cluster } from '#platform/embedded-postgres/cluster';

/** A migrated database in a PostgreSQL of its own, with memory for a million tasks; it is gone after `stop`. */
export async function scratchDatabase(name: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), `luoshi-bench-${name}-`));
  // The account under which the server runs has to reach it.
  chmodSync(folder, 0o755);
  const cluster = new Cluster(folder, ['shared_buffers=1GB', 'max_wal_size=8GB', 'max_connections=100']);
  const url = cluster.url(await cluster.start(), 'postgres');
  await migrate(url);
  return {
    url,
    stop: async () => {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
