import { startPage, type StartedPage } from './started-page';

jest.setTimeout(180_000);

let started: StartedPage;
beforeAll(async () => {
  started = await startPage();
});
afterAll(() => started?.close());

it('allows no script but its own files, and sends them packed and to be kept', async () => {
  const { page } = started;
  const answer = await page.request.get(started.base);
  const policy = answer.headers()['content-security-policy'];
  expect(policy.split(';')).toContain("script-src 'self'");
  expect(await answer.text()).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|\son\w+=/);
  const [, script] = /<script type="module"[^>]* src="([^"]+)"/.exec(await answer.text()) ?? [];
  const file = await page.request.get(started.base + script, { headers: { 'accept-encoding': 'gzip, br' } });
  expect(file.headers()).toMatchObject({
    'content-encoding': 'br',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect((await page.request.get(`${started.base}/assets/of-an-older-build.js`)).status()).toBe(404);
});
