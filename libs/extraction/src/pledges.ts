import { findDeadlines } from '#language/deadlines';
import type { PlanYear } from '#language/plan-year';
import { clauses } from '#language/sentences';
import { titleOf, type Candidate } from './candidate';
import type { Day } from './extraction.types';
import { cutBlock, type Block } from './source-text';

/** What time means inside a review. */
export interface PledgeTimes {
  /** For what is told: a bare month is one of the period reported on. */
  told: PlanYear;
  /** For what is announced: a bare month is the next one after that period. */
  announced: PlanYear;
  /** The last day of the period reported on. */
  periodEnd: Day | null;
}

/** A limit with its limit word; a bare month in a review tells when something happened. */
const LIMIT =
  /(?:月|年|旬|季度|半年|节|日|期)(?:份)?(?:[底末])?(?:之|以)?前|年内|年底|年末|(?:月|季度)(?:份)?(?:[底末])?[^，。；]{0,6}(?:完工|竣工|建成|投产|投用|投入使用|通车|完成|开工|开业|运营|交付|核准)/;
const PAST = /已|了|共|累计|同比|截[至止]|以来|先后|达到?\d|完成率/;
/** 预计4月底设备进场, 8月可进场施工 */
const ANNOUNCED =
  /(?:将|预计|计划|拟|力争|争取|确保|承诺|有望)[^，。；]{0,24}(?:月|季度|年|节|旬|日)|(?:月|季度|年|节|旬)(?:份)?[底末]?(?:之|以)?前?(?:即?可|就能|能够|将|力争|确保|全部|具备)/;

/**
 * Dated commitments inside a review: “10月底前提升一批党组织”, “预计4月底设备进场”. A limit within the period reported on tells of the past,
 * unless it stands beside one that lies ahead (6月底前整顿一批，10月底前提升一批).
 */
export function pledgesIn(
  block: Block,
  times: PledgeTimes,
  place: { sectionId: string; group: string[] },
): Candidate[] {
  if (!LIMIT.test(block.text) && !ANNOUNCED.test(block.text)) return [];
  const found: { candidate: Candidate; ahead: boolean; order: number }[] = [];
  clauses(block.text).forEach(({ start, end }, order) => {
    const words = block.text.slice(start, end);
    const announced = ANNOUNCED.test(words);
    if ((!announced && !LIMIT.test(words)) || PAST.test(words)) return;
    const limits = findDeadlines(words, announced ? times.announced : times.told);
    // 预计全年实现生产总值862亿元 estimates what the year has brought.
    const days = limits.flatMap(({ value, text }) => (value === null || text.endsWith('全年') ? [] : [value]));
    if (days.length === 0) return;
    const last = days.sort()[days.length - 1];
    const ahead = times.periodEnd === null ? announced : last > times.periodEnd;
    const cut = cutBlock(block, start, /[，；。,;]$/.test(words) ? end - 1 : end);
    const candidate: Candidate = {
      kind: 'pledge',
      pieces: [cut],
      ordinal: null,
      title: titleOf(cut.text),
      group: place.group,
      sectionId: place.sectionId,
      why: [announced ? 'limit:announced' : 'limit:ahead'],
    };
    found.push({ candidate, ahead, order });
  });
  return found
    .filter(({ ahead, order }) => ahead || found.some((other) => other.ahead && Math.abs(other.order - order) === 1))
    .map(({ candidate }) => candidate);
}
