import { freePort } from '#platform/free-port';

type Lighthouse = typeof import('lighthouse', { with: { 'resolution-mode': 'import' } });
type Result = NonNullable<Awaited<ReturnType<Lighthouse['default']>>>['lhr'];

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];

export interface Measured {
  /** Of 100. */
  performance: number;
  accessibility: number;
  bestPractices: number;
  /** Addresses of all JavaScript that the page loaded. */
  scripts: string[];
  /** What cost points, in words. */
  faults: string[];
}

/** What Lighthouse says of a page, with its desktop settings and the session of `cookie`. */
export async function measure(url: string, cookie: string): Promise<Measured> {
  // Lighthouse is an ES module, and large: loaded only for this.
  const { default: lighthouse, desktopConfig } = await import('lighthouse');
  const { chromium } = await import('playwright-core');
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [...FLAGS, `--remote-debugging-port=${port}`],
  });
  try {
    const run = await lighthouse(
      url,
      {
        ...{ port, output: 'json', logLevel: 'silent', extraHeaders: { Cookie: cookie } },
        onlyCategories: ['performance', 'accessibility', 'best-practices'],
      },
      desktopConfig,
    );
    if (!run) throw new Error(`no result for ${url}`);
    if (run.lhr.runtimeError) throw new Error(`${url}: ${run.lhr.runtimeError.message}`);
    return read(run.lhr);
  } finally {
    await browser.close();
  }
}

function read({ categories, audits }: Result): Measured {
  const score = (id: string) => Math.round((categories[id].score ?? 0) * 100);
  const requests = (audits['network-requests'].details as { items?: { url: string; resourceType?: string }[] }).items;
  const faults = Object.values(categories).flatMap(({ title, auditRefs }) =>
    auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 0.9)
      .map(({ id }) => `${title}: ${audits[id].title} ${audits[id].displayValue ?? ''}`.trim()),
  );
  return {
    ...{ performance: score('performance'), accessibility: score('accessibility') },
    bestPractices: score('best-practices'),
    scripts: (requests ?? []).filter(({ resourceType }) => resourceType === 'Script').map(({ url }) => url),
    faults,
  };
}
