import { findDeadlines } from '#language/deadlines';
import type { PlanYear } from '#language/plan-year';
import { clauses } from '#language/sentences';
import { titleOf, type Candidate } from './candidate';
import { cutBlock, type Block } from './source-text';

/** A limit with its limit word; a bare month in a review tells when something happened. */
const LIMIT =
  /(?:月|年|旬|季度|半年|节|日|期)(?:份)?(?:[底末])?(?:之|以)?前|年内|年底|年末|(?:月|季度)(?:份)?(?:[底末])?[^，。；]{0,6}(?:完工|竣工|建成|投产|投用|投入使用|通车|完成|开工|开业|运营|交付|核准)/;
const PAST = /已|了|共|累计|同比|截[至止]|以来|先后|达到?\d|完成率/;
const FUTURE = /将|力争|确保|计划|预计|拟|争取|提升|整顿|完成|建成|实现|启动|出台|全面|达到/;

/**
 * Dated commitments inside a review: “10月底前提升一批党组织”. A limit within the period reported on tells of the past,
 * unless it stands beside one that lies ahead (6月底前整顿一批，10月底前提升一批).
 */
export function pledgesIn(
  block: Block,
  plan: PlanYear,
  periodEnd: string | null,
  place: { sectionId: string; group: string[] },
): Candidate[] {
  if (!LIMIT.test(block.text)) return [];
  const found: { candidate: Candidate; ahead: boolean; order: number }[] = [];
  clauses(block.text).forEach(({ start, end }, order) => {
    const words = block.text.slice(start, end);
    if (!LIMIT.test(words) || PAST.test(words)) return;
    const limits = findDeadlines(words, plan).filter(({ value }) => value !== null);
    if (limits.length === 0) return;
    const lastDay = limits.map(({ value }) => value ?? '').sort()[limits.length - 1];
    const ahead =
      periodEnd === null ? FUTURE.test(words) && /将|力争|确保|计划|拟|争取/.test(words) : lastDay > periodEnd;
    const cut = cutBlock(block, start, /[，；。,;]$/.test(words) ? end - 1 : end);
    const candidate: Candidate = {
      kind: 'pledge',
      pieces: [cut],
      ordinal: null,
      title: titleOf(cut.text),
      group: place.group,
      sectionId: place.sectionId,
      why: ['limit:ahead'],
    };
    found.push({ candidate, ahead, order });
  });
  return found
    .filter(({ ahead, order }) => ahead || found.some((other) => other.ahead && Math.abs(other.order - order) === 1))
    .map(({ candidate }) => candidate);
}
