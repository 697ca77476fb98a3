import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../free-port';
import { accountFor, handOver, type Account } from './account';
import { binaries } from './binaries';
import { DatabaseError } from './database-error';

const USER = 'luoshi';
const SECONDS = '60';

/** A PostgreSQL of our own in a folder, driven by its own `pg_ctl`. It runs in a session of its own: Ctrl-C does not reach it. */
export class Cluster {
  private readonly folder: string;
  private readonly passwordFile: string;
  private readonly programs = binaries();
  private readonly account: Account;

  /** Throws DatabaseError when the folder cannot be written. */
  constructor(
    dataDir: string,
    /** More server settings, name=value. */
    private readonly options: string[] = [],
  ) {
    this.folder = join(dataDir, 'postgres');
    this.passwordFile = join(dataDir, 'postgres.password');
    try {
      mkdirSync(dataDir, { recursive: true });
    } catch (error) {
      throw new DatabaseError(
        `不能建立数据目录 ${dataDir}（${(error as Error).message}）。请检查权限，或用 DATA_DIR 另指定目录。`,
      );
    }
    this.account = accountFor([this.programs.pgCtl, this.folder]);
  }

  /** The port of the running server; null when none runs. */
  async port(): Promise<number | null> {
    if (!existsSync(join(this.folder, 'PG_VERSION'))) return null;
    const { code } = await this.run(this.programs.pgCtl, ['status', '-D', this.folder]);
    if (code !== 0) return null;
    // The fourth line of postmaster.pid is the port.
    return Number(readFileSync(join(this.folder, 'postmaster.pid'), 'utf8').split('\n')[3]);
  }

  url(port: number, database: string): string {
    const password = readFileSync(this.passwordFile, 'utf8').trim();
    return `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
  }

  /** Starts the server, after creating its files the first time, and returns its port. */
  async start(): Promise<number> {
    if (!existsSync(join(this.folder, 'PG_VERSION'))) await this.create();
    const port = await freePort();
    const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', ...this.options];
    const options = settings.map((setting) => `-c ${setting}`).join(' ');
    const log = join(this.folder, 'server.log');
    const args = ['start', '-w', '-t', SECONDS, '-D', this.folder, '-l', log, '-o', options];
    const { code, output } = await this.run(this.programs.pgCtl, args);
    if (code !== 0)
      throw failure('启动', existsSync(log) ? `${output}\n${readFileSync(log, 'utf8').slice(-4000)}` : output);
    return port;
  }

  /** Ends the server, whoever started it, and waits until it is gone. */
  async stop(): Promise<void> {
    const args = ['stop', '-w', '-t', SECONDS, '-D', this.folder, '-m'];
    const fast = await this.run(this.programs.pgCtl, [...args, 'fast']);
    if (fast.code === 0 || (await this.port()) === null) return;
    const { code, output } = await this.run(this.programs.pgCtl, [...args, 'immediate']);
    if (code !== 0) throw failure('停止', output);
  }

  /** Creates the files beside their place and moves them there when all is done: a killed creation leaves nothing half. */
  private async create(): Promise<void> {
    const fresh = `${this.folder}.new`;
    rmSync(fresh, { recursive: true, force: true });
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(fresh, { mode: 0o700 });
    handOver(this.account, fresh);
    const password = randomBytes(24).toString('base64url');
    const secret = `${fresh}.password`;
    writeFileSync(secret, `${password}\n`, { mode: 0o600 });
    handOver(this.account, secret);
    // With the character type C the trigrams of Chinese text would be empty.
    const args = [
      '-D',
      fresh,
      '-U',
      USER,
      '-A',
      'scram-sha-256',
      `--pwfile=${secret}`,
      '--encoding=UTF8',
      '--locale=C.UTF-8',
    ];
    const { code, output } = await this.run(this.programs.initdb, args);
    rmSync(secret);
    if (code !== 0) {
      rmSync(fresh, { recursive: true, force: true });
      throw failure('初始化', output);
    }
    writeFileSync(this.passwordFile, `${password}\n`, { mode: 0o600 });
    renameSync(fresh, this.folder);
  }

  private run(program: string, args: string[]): Promise<{ code: number | null; output: string }> {
    const [command, all] = this.account.command(program, args);
    return new Promise((resolve, reject) => {
      // The server must not inherit a pipe of ours: it would never be closed.
      const quiet = args[0] === 'start';
      const child = spawn(command, all, {
        cwd: '/',
        stdio: ['ignore', quiet ? 'ignore' : 'pipe', quiet ? 'ignore' : 'pipe'],
      });
      let output = '';
      child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.once('error', (error) => reject(new DatabaseError(`不能运行 ${program}：${error.message}`)));
      child.once('close', (code) => resolve({ code, output }));
    });
  }
}

function failure(what: string, output: string): DatabaseError {
  if (/No space left on device|could not write|Disk quota exceeded/.test(output)) {
    return new DatabaseError(`数据库${what}失败：磁盘已满。请清理磁盘，或用 DATA_DIR 把数据放到有空间的目录。`);
  }
  if (/Permission denied/.test(output)) {
    return new DatabaseError(
      `数据库${what}失败：没有数据目录的读写权限。请检查目录的所有者，或用 DATA_DIR 另指定目录。`,
    );
  }
  const said = output.trim().split('\n').slice(-3).join(' ');
  return new DatabaseError(`数据库${what}失败：${said || '没有给出原因'}。`);
}
