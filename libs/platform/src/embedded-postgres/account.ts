import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseError } from './database-error';

/** How to run a program of PostgreSQL: it refuses to run as root. */
export interface Account {
  /** Null: as ourselves. */
  owner: { uid: number; gid: number } | null;
  command(program: string, args: string[]): [string, string[]];
}

const OURSELVES: Account = { owner: null, command: (program, args) => [program, args] };

/** The account to run PostgreSQL under, able to reach `paths`. As root that is `postgres`, made when it is missing. */
export function accountFor(paths: string[]): Account {
  if (process.getuid?.() !== 0) return OURSELVES;
  const name = ['postgres', 'nobody'].find(
    (user) => numberOf('-u', user) !== null || (user === 'postgres' && make(user)),
  );
  const uid = name === undefined ? null : numberOf('-u', name);
  const gid = name === undefined ? null : numberOf('-g', name);
  if (uid === null || gid === null) {
    throw new DatabaseError('自带的 PostgreSQL 不能以 root 身份运行，又没有可用的普通用户。请改用普通用户启动。');
  }
  const identity = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  // Below a private home directory (0700) another account may not pass; the one right needed is to search folders.
  // PostgreSQL asks access(2) about its own programs, which counts such a right only without the set-uid fix-up.
  const search = ['--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search', '--securebits=+no_setuid_fixup'];
  const flags = paths.every((path) => passable(path, uid, gid)) ? identity : [...identity, ...search];
  const command: Account['command'] = (program, args) => ['setpriv', [...flags, program, ...args]];
  const [program, args] = command(paths[0], ['--version']);
  if (spawnSync(program, args, { stdio: 'ignore' }).status !== 0) {
    throw new DatabaseError(
      `以 root 启动时，数据库须以用户 ${name} 的身份运行，但它进不了 ${dirname(paths[0])} 所在的目录。` +
        '请把程序放到其他用户可进入的目录（如 /opt），或改用普通用户启动。',
    );
  }
  return { owner: { uid, gid }, command };
}

function numberOf(flag: '-u' | '-g', user: string): number | null {
  const { status, stdout } = spawnSync('id', [flag, user], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : null;
}

function make(user: string): boolean {
  const { status } = spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    user,
  ]);
  return status === 0;
}

/** Whether every folder above `path` lets this account through. */
function passable(path: string, uid: number, gid: number): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid: owner, gid: group } = statSync(folder);
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Gives `path` to the account, when it is not our own. */
export function handOver(account: Account, path: string): void {
  if (account.owner) execFileSync('chown', [`${account.owner.uid}:${account.owner.gid}`, path]);
}
