import type { ExtractedItem } from './extraction.types';

/** Words of reports that say nothing about the matter. */
const COMMON = new Set(
  '工作 进一 一步 加强 问题 不够 存在 开展 推进 落实 提升 提高 建设 管理 机制 制度 发展 全面 持续 深入 强化 完善 健全 组织 有待 需要 不足 还不 不到 到位 情况 重点 实施 服务 水平 能力 积极 以及 方面 部分 个别 少数 作用 发挥'
    .split(' ')
    .map((word) => pairCode(word.charCodeAt(0), word.charCodeAt(1))),
);
/** A pair of characters in more items than this tells nothing and costs much. */
const TOO_COMMON = 40;
/** From this likeness on, with at least two shared pairs, a next step is taken to answer a problem. */
const SIMILAR = 0.35;
const FEWEST = 2;
const MOST = 3;
const SIEVE = 0x1fff;

/** For each next step the problems it answers, the likest first: by the pairs of characters they share, rare pairs weighing more. */
export function relateProblems(items: ExtractedItem[]): void {
  const problems = items.filter(({ kind }) => kind === 'problem');
  const steps = items.filter(({ kind }) => kind === 'next_step');
  if (problems.length === 0 || steps.length === 0) return;
  const index = new Map<number, number[]>();
  // Most pairs of a next step stand in no problem; one look into a byte array tells.
  const known = new Uint8Array(SIEVE + 1);
  const sizes = problems.map((problem, at) => {
    const { text } = problem;
    const end = Math.min(text.length, 120);
    let size = 0;
    for (let next = 1; next < end; next++) {
      const pair = pairCode(text.charCodeAt(next - 1), text.charCodeAt(next));
      if (pair === 0 || COMMON.has(pair)) continue;
      const list = index.get(pair);
      // A pair counts once in each problem.
      if (list !== undefined && list[list.length - 1] === at) continue;
      if (list === undefined) index.set(pair, [at]);
      else list.push(at);
      known[pair & SIEVE] = 1;
      size++;
    }
    return size;
  });
  for (const step of steps) {
    const shared = new Map<number, { weight: number; pairs: number }>();
    for (const pair of knownPairs(step.text.slice(0, 140), known)) {
      const list = index.get(pair) ?? [];
      if (list.length > TOO_COMMON) continue;
      for (const at of list) {
        const sum = shared.get(at) ?? { weight: 0, pairs: 0 };
        shared.set(at, { weight: sum.weight + 1 / list.length, pairs: sum.pairs + 1 });
      }
    }
    if (shared.size === 0) continue;
    step.relatedProblems = [...shared]
      .filter(([, { pairs }]) => pairs >= FEWEST)
      .map(([at, { weight }]) => ({ at, likeness: weight / Math.sqrt(Math.max(sizes[at], 8)) }))
      .filter(({ likeness }) => likeness >= SIMILAR)
      .sort((one, other) => other.likeness - one.likeness || one.at - other.at)
      .slice(0, MOST)
      .map(({ at }) => problems[at].id);
  }
}

/** Those pairs of neighbouring 汉字 in a text, each as one number and once, that the sieve lets pass; they are few. */
function knownPairs(text: string, known: Uint8Array): number[] {
  const pairs: number[] = [];
  for (let at = 1; at < text.length; at++) {
    const pair = pairCode(text.charCodeAt(at - 1), text.charCodeAt(at));
    if (pair > 0 && known[pair & SIEVE] === 1 && !pairs.includes(pair)) pairs.push(pair);
  }
  return pairs;
}

/** 0 unless both are 汉字. */
function pairCode(one: number, other: number): number {
  if (one < 0x4e00 || one > 0x9fff || other < 0x4e00 || other > 0x9fff) return 0;
  return (one - 0x4e00) * 0x5200 + (other - 0x4e00);
}
