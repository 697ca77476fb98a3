import { PairSet, PairSieve, pairCode } from './character-pairs';
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
/** How much of a problem and of a next step is compared. */
const OF_PROBLEM = 120;
const OF_STEP = 140;

/** For each next step the problems it answers, the likest first: by the pairs of characters they share, rare pairs weighing more. */
export function relateProblems(items: ExtractedItem[]): void {
  const problems = items.filter(({ kind }) => kind === 'problem');
  const steps = items.filter(({ kind }) => kind === 'next_step');
  if (problems.length === 0 || steps.length === 0) return;
  // Most pairs of a problem stand in no next step, and the other way round.
  const inSteps = new PairSieve();
  for (const { text } of steps) eachPair(text, OF_STEP, (pair) => inSteps.add(pair));
  const index = new Map<number, number[]>();
  const inProblems = new PairSieve();
  const sizes = problems.map(({ text }, at) => {
    let size = 0;
    eachPair(text, OF_PROBLEM, (pair) => {
      if (COMMON.has(pair)) return;
      size++;
      if (!inSteps.mayHave(pair)) return;
      inProblems.add(pair);
      const list = index.get(pair);
      if (list === undefined) index.set(pair, [at]);
      else list.push(at);
    });
    return size;
  });
  for (const step of steps) {
    const shared = new Map<number, { weight: number; pairs: number }>();
    eachPair(step.text, OF_STEP, (pair) => {
      const list = inProblems.mayHave(pair) ? index.get(pair) : undefined;
      if (list === undefined || list.length > TOO_COMMON) return;
      for (const at of list) {
        const sum = shared.get(at);
        if (sum === undefined) shared.set(at, { weight: 1 / list.length, pairs: 1 });
        else {
          sum.weight += 1 / list.length;
          sum.pairs++;
        }
      }
    });
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

const SEEN = new PairSet();

/** Gives each pair of neighbouring 汉字 among the first `length` characters once. */
function eachPair(text: string, length: number, use: (pair: number) => void): void {
  SEEN.clear();
  const end = Math.min(text.length, length);
  for (let at = 1; at < end; at++) {
    const pair = pairCode(text.charCodeAt(at - 1), text.charCodeAt(at));
    if (pair > 0 && SEEN.add(pair)) use(pair);
  }
}
