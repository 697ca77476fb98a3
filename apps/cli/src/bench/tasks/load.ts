import autocannon from 'autocannon';

/** One request; `n` counts up from 0 over all requests of a scenario. */
export interface Call {
  method: 'GET' | 'POST';
  path: string;
  body?: unknown;
}

export interface Side {
  url: string;
  cookie?: string;
  call: (n: number) => Call;
}

export interface Load {
  /** Answers per second. */
  rate: number;
  /** Milliseconds that 99 of 100 answers stayed below. */
  p99: number;
}

const SECONDS = 3;

/** Sends as much as comes back in a few seconds over `connections`. Throws when anything but a success is answered. */
async function run({ url, cookie, call }: Side, connections: number, from: { n: number }): Promise<Load> {
  const result = await autocannon({
    url,
    connections,
    duration: SECONDS,
    requests: [
      {
        setupRequest: (request) => {
          const { method, path, body } = call(from.n++);
          const headers = { ...(cookie ? { cookie } : {}), ...(body ? { 'content-type': 'application/json' } : {}) };
          return { ...request, method, path, headers, body: body === undefined ? undefined : JSON.stringify(body) };
        },
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} refused and ${result.errors} failed of ${result.requests.total}`);
  }
  return { rate: result.requests.total / result.duration, p99: result.latency.p99 };
}

/** Both sides by turns, each twice after a warm-up; the better run of each, since whatever disturbs can only slow down. */
export async function compare(ours: Side, bare: Side, connections: number): Promise<{ ours: Load; bare: Load }> {
  const counters = [{ n: 0 }, { n: 0 }];
  const best: (Load | undefined)[] = [undefined, undefined];
  for (let round = 0; round < 3; round++) {
    for (const [index, side] of [ours, bare].entries()) {
      const load = await run(side, connections, counters[index]);
      if (round > 0 && load.rate >= (best[index]?.rate ?? 0)) best[index] = load;
    }
  }
  return { ours: best[0] as Load, bare: best[1] as Load };
}
