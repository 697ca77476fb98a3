import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: FLAGS });
}

/** A CSS animation, as far as it is looked at here; the tests are compiled without the browser's types. */
interface Moving {
  playState: string;
  effect: { getComputedTiming(): { iterations: number } };
}

/** Waits until everything asked for has come and nothing moves any more, but for what turns for ever. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  // A skeleton stands where content is still being read or drawn.
  await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' });
  await page.waitForFunction(() => {
    const { document } = globalThis as unknown as { document: { getAnimations(): Moving[] } };
    return document
      .getAnimations()
      .every(({ playState, effect }) => playState !== 'running' || effect.getComputedTiming().iterations === Infinity);
  });
}

/** Keeps a picture of the page when SCREENSHOTS names a folder for them. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: false });
}

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What can be read: while a modal dialog is open, that; what lies under its mask is dimmed on purpose. */
const READ = `[...document.querySelectorAll('[role=dialog][aria-modal=true]')].filter((d) => d.checkVisibility()).at(-1) ?? document`;

interface Violation {
  id: string;
  impact: string | null;
  nodes: { html: string }[];
}

/** What axe calls serious or critical on the page, in words for a test's message. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // The page's own security policy refuses scripts from elsewhere; the debugger's protocol may.
  const violations = (await page.evaluate(
    `${AXE}; axe.run(${READ}, { resultTypes: ['violations'] }).then((r) => r.violations)`,
  )) as Violation[];
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
