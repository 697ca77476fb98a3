import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Redis from 'ioredis';
import { createTransport } from 'nodemailer';
import { Client } from 'pg';
import { findOffice } from '#documents/libre-office/find-office';
import { binaries } from '#platform/embedded-postgres/binaries';
import { DatabaseError } from '#platform/embedded-postgres/database-error';
import type { Settings } from '#platform/settings';
import { explain } from '../running';

/** What one look at the surroundings found. */
export interface Finding {
  about: string;
  state: 'good' | 'bad' | 'info';
  found: string;
  /** What to do. */
  remedy?: string;
}

const good = (about: string, found: string): Finding => ({ about, state: 'good', found });
const bad = (about: string, found: string, remedy: string): Finding => ({ about, state: 'bad', found, remedy });
const info = (about: string, found: string, remedy?: string): Finding => ({ about, state: 'info', found, remedy });

const OLDEST_NODE = [20, 19] as const;
const LEAST_FREE = 1024 ** 3;
const OLDEST_POSTGRES = 150_000;

function node(): Finding {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const enough = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  return enough
    ? good('Node', process.version)
    : bad('Node', process.version, `请安装 Node ${OLDEST_NODE.join('.')} 或更高版本。`);
}

/** The nearest folder above `path` that exists. */
function nearest(path: string): string {
  return existsSync(path) ? path : nearest(dirname(path));
}

function disk({ dataDir }: Settings): Finding {
  const { bavail, bsize } = statfsSync(nearest(resolve(dataDir)));
  const free = bavail * bsize;
  const found = `数据目录可用 ${(free / 1024 ** 3).toFixed(1)} GB`;
  return free >= LEAST_FREE
    ? good('磁盘', found)
    : bad('磁盘', found, '请清理磁盘，或用 DATA_DIR 把数据放到有空间的目录。');
}

function dataDir({ dataDir: folder }: Settings): Finding {
  const path = resolve(folder);
  try {
    accessSync(nearest(path), constants.W_OK);
    return good('数据目录', path);
  } catch (error) {
    return bad(
      '数据目录',
      `${path} 不可写（${(error as NodeJS.ErrnoException).code}）`,
      '请检查目录的所有者，或用 DATA_DIR 另指定目录。',
    );
  }
}

async function postgres(settings: Settings): Promise<Finding> {
  const about = 'PostgreSQL';
  if (settings.databaseUrl === undefined) {
    try {
      const { stdout, status } = spawnSync(binaries().pgCtl, ['--version'], { encoding: 'utf8' });
      if (status === 0) return good(about, `自带，${stdout.trim().replace(/^.*\) /, '')}`);
      return bad(
        about,
        '自带的 PostgreSQL 不能运行',
        '请重新安装依赖（npm install），或用 DATABASE_URL 指定一台 PostgreSQL。',
      );
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      return bad(about, '没有自带的 PostgreSQL', error.message);
    }
  }
  const client = new Client({ connectionString: settings.databaseUrl, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ number: string; version: string; trigrams: boolean }>(
      `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS version,
         EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'pg_trgm') AS trigrams`,
    );
    const [{ number, version, trigrams }] = rows;
    if (Number(number) < OLDEST_POSTGRES) return bad(about, version, '版本过低，请升级到 PostgreSQL 15 或更高版本。');
    if (!trigrams)
      return bad(about, `${version}，没有 pg_trgm 扩展`, '请安装 PostgreSQL 的 contrib 包（postgresql-contrib）。');
    return good(about, version);
  } catch (error) {
    return bad(about, '连接不上', explain(error) ?? (error as Error).message);
  } finally {
    await client.end();
  }
}

async function redis({ redisUrl }: Settings): Promise<Finding> {
  if (redisUrl === undefined) return info('Redis', '未设 REDIS_URL，任务队列存放在 PostgreSQL');
  const client = new Redis(redisUrl, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
  let reason = '';
  client.on('error', (error) => (reason = error.message));
  try {
    await client.connect();
    const version = /redis_version:(\S+)/.exec(await client.info('server'))?.[1] ?? '版本未知';
    return good('Redis', version);
  } catch (error) {
    return bad('Redis', reason || (error as Error).message, '请检查 REDIS_URL，确认 Redis 已启动。');
  } finally {
    client.disconnect();
  }
}

async function mail({ smtpUrl }: Settings): Promise<Finding> {
  if (smtpUrl === undefined) return info('发信服务器', '未设 SMTP_URL，邮件不发出，存入本机邮箱');
  const transport = createTransport(smtpUrl);
  try {
    await transport.verify();
    return good('发信服务器', '可连接，可登录');
  } catch (error) {
    return bad('发信服务器', (error as Error).message, '请检查 SMTP_URL 的主机、端口、用户名和密码。');
  } finally {
    transport.close();
  }
}

function fonts(): Finding {
  const { stdout, status, error } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  if (error || status !== 0)
    return info('中文字体', '无法检查（没有 fc-list）', '只影响在服务器上生成 PDF，可安装 fontconfig。');
  const families = new Set(stdout.split('\n').filter(Boolean));
  return families.size > 0
    ? good('中文字体', `${families.size} 种`)
    : info('中文字体', '没有', '只影响在服务器上生成 PDF，可安装 fonts-noto-cjk。');
}

function office(): Finding {
  const program = findOffice();
  return program === undefined
    ? info(
        'LibreOffice',
        '没有',
        '只影响旧版 .doc、.wps 的自动编号和 .rtf、.xls，可安装 libreoffice-writer-nogui 和 libreoffice-calc-nogui。',
      )
    : good('LibreOffice', program);
}

export const CHECKS: readonly ((settings: Settings) => Finding | Promise<Finding>)[] = [
  node,
  disk,
  dataDir,
  postgres,
  redis,
  mail,
  office,
  fonts,
];
