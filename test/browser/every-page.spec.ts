import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ROUTES, routesIn, type Ids } from './every-route';
import { accessibilityFaults, picture, settled } from './page-tools';
import { seedPages } from './seeded-pages';
import { startPage, type StartedPage } from './started-page';

jest.setTimeout(600_000);

const MAIN = readFileSync(join(__dirname, '..', '..', 'apps', 'web', 'src', 'app.tsx'), 'utf8');
const DESKTOP = { width: 1360, height: 850 };
const PHONE = { width: 390, height: 844 };
const DEVICES = [
  ['desktop', DESKTOP],
  ['phone', PHONE],
] as const;

let started: StartedPage;
let page: Page;
let ids: Ids;

beforeAll(async () => {
  started = await startPage();
  ({ page } = started);
  // Some hundred looks at a stretch, on a machine that may be busy.
  page.setDefaultTimeout(40_000);
  ids = await seedPages(page.context().request, started.base);
});
afterAll(() => started?.close());

/** What makes the page wider than the window, in words for a test's message. */
function overflow(): Promise<string[]> {
  return page.evaluate(`(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1);
    return ['page of ' + root.scrollWidth, ...wide.slice(0, 4).map((e) => e.outerHTML.slice(0, 120))];
  })()`);
}

it('knows every route of the web', () => {
  expect(Object.keys(ROUTES).sort()).toEqual(routesIn(MAIN).sort());
});

it('is in order on every page, light and dark, at a desk and on a phone', async () => {
  const faults: Record<string, string[]> = {};
  const titles = new Map<string, string>();
  for (const [route, address] of Object.entries(ROUTES)) {
    started.errors.length = 0;
    await page.setViewportSize(DESKTOP);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(started.base + address(ids));
    await page.locator('h1').first().waitFor();
    await settled(page);
    const title = await page.title();
    const found = title === '' || title === '落实' ? ['no title'] : [];
    if (titles.has(title)) found.push(`the title “${title}” is that of ${titles.get(title)}`);
    titles.set(title, route);
    for (const [device, size] of DEVICES) {
      await page.setViewportSize(size);
      await settled(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.locator(`:root[data-appearance=${colorScheme}]`).waitFor();
        await picture(page, `every-${device}-${colorScheme}-${route.replaceAll(/[^a-z-]+/g, '_')}`);
        const here = [...(await accessibilityFaults(page)), ...(await overflow())];
        found.push(...here.map((fault) => `${device}, ${colorScheme}: ${fault}`));
      }
    }
    found.push(...started.errors);
    if (found.length > 0) faults[route] = found;
  }
  expect(faults).toEqual({});
});
