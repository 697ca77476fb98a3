import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A program of ours in a process of its own, found ready by a line of its output. */
export async function startProgram(
  script: string,
  args: string[],
  env: Record<string, string>,
  ready: RegExp,
): Promise<{ said: string; pid: number; stop: () => Promise<void> }> {
  const child: ChildProcess = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout) throw new Error('no output to read');
  let said = '';
  for await (const line of createInterface({ input: child.stdout })) {
    said += `${line}\n`;
    if (ready.test(line)) break;
  }
  if (!ready.test(said)) throw new Error(`did not start: ${said}`);
  child.stdout.resume();
  return {
    said,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

/** The application as it runs for users, without its worker. */
export async function startOurs(databaseUrl: string, port: number) {
  const script = join(__dirname, '..', '..', 'main.js');
  const env = { DATABASE_URL: databaseUrl, PORT: String(port), LOG_LEVEL: 'silent' };
  const { said, stop } = await startProgram(script, ['start', '--role', 'api'], env, /Ctrl-C/);
  const password = /密码 {4}(\S+)/.exec(said)?.[1];
  return { password, stop, client: new ApiClient(`http://127.0.0.1:${port}/api/v1`) };
}

/** A person's requests to the running server. */
export class ApiClient {
  cookie = '';

  constructor(private readonly base: string) {}

  async signIn(login: string, password: string): Promise<this> {
    await this.post('/session', { login, password });
    await this.post('/session/password', { current: password, next: `${login}-correct-horse-7` });
    return this;
  }

  get<T>(path: string): Promise<T> {
    return this.send('GET', path);
  }

  post<T>(path: string, body: unknown): Promise<T> {
    return this.send('POST', path, body);
  }

  /** Somebody else at the same server. */
  other(): ApiClient {
    return new ApiClient(this.base);
  }

  private async send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${this.base}${path}`, {
      method,
      headers: { cookie: this.cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    const cookie = answer.headers.get('set-cookie');
    if (cookie) this.cookie = cookie.split(';')[0];
    return (await answer.json()) as T;
  }
}
