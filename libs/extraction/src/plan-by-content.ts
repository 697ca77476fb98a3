import { beginsWithAction } from './actions';
import type { Node } from './outline';

/** Fewer characters tell nothing about what a part speaks of. */
const ENOUGH = 60;
/** A plan begins most of its clauses with an action and tells hardly anything of what is done. */
const MOST_ACTION = 0.35;
const LEAST_PAST = 0.08;
const PAST =
  /了|已|同比|增长[\d０-９]|累计|先后|荣获|获评|被评|以来|完成率|达到?[\d０-９]|下降[\d０-９]|[\d０-９]%|实现“|首次|顺利|圆满|全年共/;
/** Without words of the future it may be a review that leaves 了 out. */
const FUTURE = /将|要|力争|确保|争取|计划|拟|年内|底前|继续|进一步/;
const LEAST_FUTURE = 0.08;
const FEWEST_FUTURE = 3;
/** So many clauses speak for a part. */
const SAMPLE = 200;
/** What is found without words that name a plan. */
const BY_CONTENT = 'content:plan';

/**
 * For a report in which no heading and no lead words name a plan: the last parts that read like one become the plan.
 * Gives whether any does. Only the outermost parts, or the paragraphs of a report without parts, are looked at.
 */
export function markPlanByContent(root: Node): boolean {
  let from = root.children.length;
  while (from > 1 && (looksAhead(root.children[from - 1]) || isShort(root.children[from - 1]))) from--;
  while (from < root.children.length && isShort(root.children[from])) from++;
  const plan = root.children.slice(from);
  if (!speaksOfFuture(plan)) return false;
  for (const node of plan) mark(node);
  return true;
}

function speaksOfFuture(plan: readonly Node[]): boolean {
  const clauses = plan.flatMap((node) => clausesOf(textOf(node)));
  const future = clauses.filter((clause) => FUTURE.test(clause)).length;
  return future >= Math.max(FEWEST_FUTURE, clauses.length * LEAST_FUTURE);
}

function clausesOf(text: string): string[] {
  return text
    .split(/[，。；：！\n]/)
    .filter((clause) => clause.length > 3)
    .slice(0, SAMPLE);
}

function mark(node: Node): void {
  node.turns = node.marker !== null || node.opens;
  inherit(node);
  node.why = BY_CONTENT;
}

function inherit(node: Node): void {
  node.kind = 'next_steps';
  node.children.forEach(inherit);
}

function looksAhead(node: Node): boolean {
  if (node.kind !== 'review' && node.kind !== 'other') return false;
  const clauses = clausesOf(textOf(node));
  const share = (fits: (clause: string) => boolean): number => clauses.filter(fits).length / clauses.length;
  return share(beginsWithAction) >= MOST_ACTION && share((clause) => PAST.test(clause)) <= LEAST_PAST;
}

/** Signatures, dates and closing words between or after the parts. */
function isShort(node: Node): boolean {
  return textOf(node).length < ENOUGH;
}

function textOf(node: Node): string {
  return [node.block.text, ...node.children.map(textOf)].join('\n');
}
