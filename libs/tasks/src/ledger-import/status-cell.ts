import type { TaskStatus } from '../task-status';

interface StatusRule {
  words: RegExp;
  status: TaskStatus;
}

/** The words of ledgers for where a task stands; the first that fits decides. */
const RULES: readonly StatusRule[] = [
  { words: /未(?:完成|办结|销号|到位)|没有完成|尚未|^否$|^×$|^✗$/, status: 'in-progress' },
  { words: /未(?:启动|开始|开展|开工|实施|办理|进行)|待(?:办|启动|开展|交办)|^未$/, status: 'assigned' },
  { words: /中止|暂停|暂缓|搁置|缓办/, status: 'suspended' },
  { words: /基本|部分|阶段性|持续|长期/, status: 'in-progress' },
  { words: /已?(?:完成|办结|销号|完结|落实|整改到位|解决|办毕)|^是$|^√$|^✓$|^✔$|^100%$/, status: 'closed' },
  {
    words: /进行|办理|推进|整改中|实施|正在|开展|超期|逾期|滞后|已启动|序时|正常|完成中|[红黄蓝绿]灯?$/,
    status: 'in-progress',
  },
];

/** The stage that the words of a status column stand for; null for words that are not known. */
export function statusOf(written: string): TaskStatus | null {
  const plain = written.replace(/[\s\u3000]/g, '');
  if (/推进中|进行中|办理中|整改中|实施中/.test(plain)) return 'in-progress';
  return RULES.find(({ words }) => words.test(plain))?.status ?? null;
}

/**
 * 完成率 in percent: 80%, 80, 已完成; null when the cell holds no number. `fractions`: the column writes 0.8 for 80 %.
 * Numbers beyond 0 to 100 come back as they are, for the caller to refuse.
 */
export function percentOf(written: string, fractions: boolean): number | null {
  const plain = written.replace(/[\s\u3000,，]/g, '').replaceAll('％', '%');
  const marked = /(-?\d+(?:\.\d+)?)%/.exec(plain);
  if (marked) return Math.round(Number(marked[1]));
  if (/^-?\d+(?:\.\d+)?$/.test(plain)) return Math.round(Number(plain) * (fractions ? 100 : 1));
  const status = statusOf(plain);
  if (status === 'closed') return 100;
  return status === 'assigned' ? 0 : null;
}

/** Whether the plain numbers of a column are parts of one. */
export function areFractions(cells: readonly string[]): boolean {
  const numbers = cells.filter((cell) => /^-?\d+(?:\.\d+)?$/.test(cell)).map(Number);
  return numbers.length > 0 && numbers.every((number) => number <= 1);
}
