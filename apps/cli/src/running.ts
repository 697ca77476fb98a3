import { DatabaseError } from '#platform/embedded-postgres/database-error';
import { openEmbedded } from '#platform/embedded-postgres/embedded-postgres';
import type { RunningSettings } from '#platform/platform.module';
import { readSettings, SettingsError, type Settings } from '#platform/settings';

export interface Running {
  settings: RunningSettings;
  /** Ends the embedded database, when this process started it. */
  close(): Promise<void>;
}

/** The settings with a database that answers: that of DATABASE_URL, else the embedded one. */
export async function withDatabase(mode: 'own' | 'share'): Promise<Running> {
  const settings = readSettings(process.env);
  if (settings.databaseUrl !== undefined) {
    return { settings: { ...settings, databaseUrl: settings.databaseUrl }, close: () => Promise.resolve() };
  }
  const database = await openEmbedded(settings.dataDir, mode);
  return { settings: { ...settings, databaseUrl: database.url }, close: () => database.close() };
}

const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ETIMEDOUT', 'EAI_AGAIN', 'ECONNRESET']);

/** One Chinese sentence for what keeps the application from starting or a command from working; null for a defect of ours. */
export function explain(error: unknown, settings: Partial<Settings> = {}): string | null {
  if (error instanceof SettingsError || error instanceof DatabaseError) return error.message;
  const { code, syscall, message, errors } = error as NodeJS.ErrnoException & { errors?: unknown[] };
  if (code === 'EADDRINUSE') {
    return `端口 ${settings.port} 已被占用。请停止占用它的程序，或换一个端口启动，例如 PORT=${(settings.port ?? 3000) + 1} npm start。`;
  }
  if (code === 'EACCES' && syscall === 'listen') return `没有权限使用端口 ${settings.port}。请改用 1024 以上的端口。`;
  if (code === 'ENOSPC' || code === '53100') return '磁盘已满。请清理磁盘后重新启动。';
  if (code === '28P01' || code === '28000') return '数据库拒绝了用户名或密码。请检查 DATABASE_URL。';
  if (code === '3D000') return '数据库不存在。请先建立它，或检查 DATABASE_URL 中的数据库名。';
  if (code === '42501') return `数据库用户的权限不足（${message}）。请授予它建表的权限。`;
  if (UNREACHABLE.has(code ?? ''))
    return `连接不上数据库（${code}）。请检查 DATABASE_URL 和网络，确认 PostgreSQL 已启动。`;
  return errors && errors.length > 0 ? explain(errors[0], settings) : null;
}

/** Runs a command; a failure that can be explained is told in one sentence. Gives the exit code. */
export async function telling(run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    const sentence = explain(error);
    process.stderr.write(`${sentence ?? `程序出错：${error instanceof Error ? error.stack : String(error)}`}\n`);
    return 1;
  }
}
