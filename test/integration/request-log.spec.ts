import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../libs/platform/src/free-port';
import { createTestDatabase } from '../support/database';
import { LuoshiProcess } from '../support/luoshi-process';

jest.setTimeout(60_000);

interface Line {
  context?: string;
  method: string;
  route: string;
  status: number;
  milliseconds: number;
  personId: string | null;
}

it('logs each request to the API once at LOG_LEVEL=info, with its route and person and without anything secret', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-log-'));
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env = { PORT: String(port), DATA_DIR: folder, DATABASE_URL: await createTestDatabase(), LOG_LEVEL: 'info' };
  const server = new LuoshiProcess(['start', '--role', 'api'], env);
  try {
    const password = (await server.says(/密码 {4}(\S+)/))[1];
    await server.says(/按 Ctrl-C 停止/);
    const signIn = await fetch(`${base}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'admin', password }),
    });
    const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    for (const path of ['/api/v1/health', '/', '/external/TOKEN-1', '/assets/none.js']) await fetch(base + path);
    await fetch(`${base}/api/v1/feed/TOKEN-2.ics`);
    await fetch(`${base}/api/v1/unsubscribe/TOKEN-3/kinds?q=TOKEN-4`, {
      headers: { referer: `${base}/progress/TOKEN-5` },
    });
    await fetch(`${base}/api/v1/session?q=TOKEN-6`, { headers: { cookie } });
    // The last one: what came before is out.
    await fetch(`${base}/api/v1/no-such-route`);
    await server.says(/"route":"unknown"/);

    const lines = server.output
      .split('\n')
      .filter((text) => text.startsWith('{'))
      .map((text) => JSON.parse(text) as Line)
      .filter(({ context }) => context === 'request');
    const person = expect.stringMatching(/^[0-9a-f-]{36}$/);
    expect(lines.map(({ method, route, status, personId }) => [method, route, status, personId])).toEqual([
      ['POST', '/api/v1/session', 200, null],
      ['GET', '/api/v1/feed/:file', 404, null],
      ['GET', '/api/v1/unsubscribe/:token/kinds', expect.any(Number), null],
      ['GET', '/api/v1/session', 200, person],
      ['GET', 'unknown', 404, null],
    ]);
    for (const { milliseconds } of lines) expect(milliseconds).toBeGreaterThanOrEqual(0);
    expect(server.output).not.toMatch(/TOKEN-\d/);
    expect(server.output).not.toContain(cookie.split('=')[1]);
    expect(server.output.split(password)).toHaveLength(2);
  } finally {
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});
