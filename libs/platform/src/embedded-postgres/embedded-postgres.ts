import { resolve } from 'node:path';
import { Client } from 'pg';
import { Cluster } from './cluster';
import { DatabaseError } from './database-error';
import { Owner } from './owner';

const DATABASE = 'luoshi';

export interface EmbeddedDatabase {
  url: string;
  /** Ends the server, unless another process owns it. */
  close(): Promise<void>;
}

/**
 * The database in `dataDir`, started when nobody runs it. `own`: for the application itself, which refuses to run twice;
 * `share`: for a command, which uses the running application's server. A server left behind by a killed process is ended.
 */
export async function openEmbedded(dataDir: string, mode: 'own' | 'share'): Promise<EmbeddedDatabase> {
  const folder = resolve(dataDir);
  const cluster = new Cluster(folder);
  const owner = new Owner(folder);
  const running = await cluster.port();
  const { pid } = owner;
  if (pid !== null && running !== null) {
    if (mode === 'share') return { url: cluster.url(running, DATABASE), close: () => Promise.resolve() };
    throw new DatabaseError(
      `落实已在运行（进程 ${pid}，数据目录 ${folder}）。请先停止它，或用 DATA_DIR 另指定数据目录。`,
    );
  }
  if (running !== null) await cluster.stop();
  owner.take();
  try {
    const port = await cluster.start();
    await ensureDatabase(cluster.url(port, 'postgres'), DATABASE);
    return {
      url: cluster.url(port, DATABASE),
      async close() {
        await cluster.stop();
        owner.release();
      },
    };
  } catch (error) {
    if ((await cluster.port()) !== null) await cluster.stop();
    owner.release();
    throw error;
  }
}

async function ensureDatabase(url: string, name: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${name}`);
  } finally {
    await client.end();
  }
}
