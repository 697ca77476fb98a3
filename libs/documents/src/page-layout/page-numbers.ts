/** Named at most; a longer list says how many pages there are. */
const MOST_NAMED = 12;

/** 第3、5—8页, or 第3、5、…等 40 页. The numbers ascend. */
export function pageNumbers(numbers: readonly number[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && number === last.to + 1) last.to = number;
    else runs.push({ from: number, to: number });
  }
  const named = runs
    .slice(0, MOST_NAMED)
    .map(({ from, to }) => (from === to ? `${from}` : `${from}${to === from + 1 ? '、' : '—'}${to}`));
  return `第${named.join('、')}${runs.length > MOST_NAMED ? `页等 ${numbers.length} 页` : '页'}`;
}
