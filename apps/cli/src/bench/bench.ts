/** One measured figure. `ratio` says the same without units: ours over the yardstick's, so that a machine's speed cancels out. */
export interface Figure {
  ours: number;
  yardstick?: number;
  unit: string;
  ratio?: number;
}

export interface BenchResult {
  bench: string;
  figures: Record<string, Figure>;
}

export interface Bench {
  name: string;
  summary: string;
  run: () => Promise<BenchResult>;
}

/** Milliseconds of the fastest of `rounds` runs, after one that warms up. Whatever disturbs a run can only make it slower. */
export function fastest(rounds: number, run: () => unknown): number {
  run();
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = process.hrtime.bigint();
    run();
    best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e6);
  }
  return best;
}

/** `fastest` for work that waits. */
export async function fastestOf(rounds: number, run: () => Promise<unknown>): Promise<number> {
  await run();
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = process.hrtime.bigint();
    await run();
    best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e6);
  }
  return best;
}

/** The figures as a table for reading, then as one line of JSON for programs: the last line of the output. */
export function printResult(result: BenchResult): void {
  const rows = Object.entries(result.figures).map(([name, { ours, yardstick, unit, ratio }]) => [
    name,
    shown(ours),
    yardstick === undefined ? '' : shown(yardstick),
    unit,
    ratio === undefined ? '' : ratio.toFixed(2),
  ]);
  const table = [['figure', 'ours', 'yardstick', 'unit', 'ratio'], ...rows];
  const widths = table[0].map((_head, column) => Math.max(...table.map((row) => row[column].length)));
  for (const row of table)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
  console.log(JSON.stringify(result));
}

function shown(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en-US') : String(Math.round(value * 1000) / 1000);
}
