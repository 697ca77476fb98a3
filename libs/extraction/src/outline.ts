import { CharacterSet } from '#language/character-set';
import { MARKER_KINDS, readMarker, type Marker, type MarkerKind } from '#language/markers';
import { beginsWithAction } from './actions';
import type { SectionKind } from './extraction.types';
import { labelsIn } from './labels';
import { isGreeting, isIntroduction } from './rhetoric';
import { beginsAppendix, isPlanTitle, kindOfHeading, MAIN_WORK, type Reading } from './section-kinds';
import type { Block } from './source-text';

/** A block with what stands under it. A node without marker and without heading is a paragraph. */
export interface Node {
  block: Block;
  marker: Marker | null;
  /** A heading or a paragraph that opens a part (下一步工作，主要抓好…：). */
  opens: boolean;
  /** The heading's own words, the marker left out. */
  title: string;
  kind: SectionKind;
  why: string;
  /** Whether `kind` was read here and not taken from above. */
  turns: boolean;
  children: Node[];
  depth: number;
}

/** Restarted lists nest no deeper than this; official texts use five levels. */
const DEEPEST = 12;
/** 一是 and —— list; they never head a part. */
const NEVER_PARTS = new Set<MarkerKind>(['is', 'dash', 'bullet']);
const NOT_CLOSED = /[^。；;，,！？]$/;
const LEAD =
  /^(?:针对[^，。]{0,14}[，,])?(?:下一?步|下一?阶段|接下来|今后|明年|下半年|存在|目前|当前|虽然|总结|在看到|同时|我们也|但|对照|主要|问题|不足)/;

interface Open {
  node: Node;
  last: number;
}

/** The outline of one report: its marked parts and headings as a tree, paragraphs under the part they belong to. */
export function outlineOf(blocks: readonly Block[], title: string, reviewedYear: number | null): Node {
  const plan = isPlanTitle(title);
  const review = /汇报|总结|报告|述职|小结|情况|通报/.test(title);
  const root = nodeOf(blocks[0], null, title, plan ? 'next_steps' : review ? 'review' : 'other', 0);
  root.why = plan ? 'title:plan' : review ? 'title:report' : '';
  const stack: Open[] = [{ node: root, last: 0 }];
  blocks.forEach((block, index) => {
    const marker = block.cell === undefined ? readMarker(block.text) : null;
    const next = blocks[index + 1];
    if (marker !== null) {
      const title = headingOf(block, marker);
      const read = NEVER_PARTS.has(marker.kind) ? null : kindOfHeading(title, reviewedYear);
      const parent = parentFor(stack, marker, read !== null);
      const node = nodeOf(block, marker, title, parent.kind, parent.depth + 1);
      turn(node, parent, read, plan);
      if (read === null) goOn(node, parent);
      parent.children.push(node);
      stack.push({ node, last: marker.value });
    } else if (
      opensPart(block, next, reviewedYear) &&
      !isLabelIn(stack, block) &&
      !introduces(stack, block, reviewedYear)
    ) {
      closeForHeading(stack, block);
      const parent = stack[stack.length - 1].node;
      const node = nodeOf(block, null, headingOf(block, null), parent.kind, parent.depth + 1);
      node.opens = true;
      turn(node, parent, kindOfHeading(node.title, reviewedYear), plan);
      parent.children.push(node);
      stack.push({ node, last: 0 });
    } else {
      if (leavesList(block, next, stack)) leaveList(stack);
      const parent = stack[stack.length - 1].node;
      parent.children.push(nodeOf(block, null, '', parent.kind, parent.depth + 1));
    }
  });
  return root;
}

function nodeOf(block: Block, marker: Marker | null, title: string, kind: SectionKind, depth: number): Node {
  return { block, marker, opens: false, title, kind, why: '', turns: false, children: [], depth };
}

/** What ends the words of a heading, and after how many characters it is looked for no more. */
export const HEADING_STOPS = new CharacterSet('。：:；;！？');
export const LONGEST_HEADING = 80;

/** The heading's words: up to the first 。 or ：, or the whole line when it has none. */
function headingOf(block: Block, marker: Marker | null): string {
  const from = marker?.end ?? 0;
  const stop = HEADING_STOPS.indexIn(block.text, from, from + LONGEST_HEADING);
  return block.text.slice(from, stop < 0 ? from + LONGEST_HEADING : stop).trim();
}

function turn(node: Node, parent: Node, read: Reading | null, plan: boolean): void {
  if (read === null) return;
  // Inside a part on future work “解决突出问题” is a task; only a heading that is nothing but a cue turns it.
  const settled = parent.kind === 'next_steps' && parent.depth + (plan ? 1 : 0) > 0;
  if (settled && (read.kind === 'review' || (read.kind === 'problems' && !/^(?:当前|目前|主要)?存在/.test(node.title))))
    return;
  if (plan && read.kind === 'review') return;
  // A list item inside a part on problems that happens to end in 问题 is one of them.
  if (parent.kind === 'problems' && (read.kind === 'problems' || read.kind === 'review' || read.kind === 'other'))
    return;
  // 3.关于…的问题 inside a part on rectification is one of its problems, not a part on problems.
  if (node.depth > 1 && /^(?:关于|针对)/.test(node.title)) return;
  // 主要工作 after the aims or the plan of the coming year is more of that plan.
  const kind =
    read.why === MAIN_WORK && parent.depth === 0 && parent.children.some(looksAhead) ? 'next_steps' : read.kind;
  node.turns = kind !== parent.kind;
  node.kind = kind;
  node.why = `heading:${read.why}`;
}

function looksAhead({ kind, why }: Node): boolean {
  return kind === 'next_steps' || (kind === 'other' && why === 'heading:总体要求');
}

/** Why a part goes on with the plan of the one before it. */
export const AFTER_PLAN = 'after:next_steps';

/** 四、加强政府自身建设 after 三、今年重点工作 is more of the plan. */
function goOn(node: Node, parent: Node): void {
  const last = parent.children[parent.children.length - 1];
  if (parent.depth > 0 || last?.kind !== 'next_steps' || !last.turns || !beginsWithAction(node.title)) return;
  node.turns = node.kind !== 'next_steps';
  node.kind = 'next_steps';
  node.why = AFTER_PLAN;
}

/** A second list that begins again at 一、 inside a part: under a lead sentence, or right under the heading of the part. */
function restarts(stack: readonly Open[], same: number, marker: Marker): boolean {
  if (marker.value !== 1 || stack[same].last < 1) return false;
  const top = stack[stack.length - 1].node;
  if (stack.slice(same + 1).some(({ node }) => node.opens)) return true;
  return same === stack.length - 1 && stack[same].last > 1 && top.children.length === 0 && top.turns;
}

/** Where two lists of one form are open, a heading that is a cue goes on with the outer one. */
function outermost(stack: readonly Open[], same: number, marker: Marker): number {
  const outer = stack.findIndex(
    ({ node, last }, at) => at > 0 && at < same && node.marker?.kind === marker.kind && last + 1 === marker.value,
  );
  return outer < 0 ? same : outer;
}

/** Closes what the marker ends and gives the node it belongs under. */
function parentFor(stack: Open[], marker: Marker, turning: boolean): Node {
  const same = lastIndex(stack, ({ node }) => node.marker?.kind === marker.kind);
  if (same >= 0) {
    if (restarts(stack, same, marker) && stack.length <= DEEPEST) return stack[stack.length - 1].node;
    stack.length = turning ? outermost(stack, same, marker) : same;
    return stack[stack.length - 1].node;
  }
  // 一、…四、 and then 五是: it continues the list that has counted so far.
  const continued =
    marker.value > 1 && NEVER_PARTS.has(marker.kind)
      ? lastIndex(stack, ({ node, last }) => node.marker !== null && last + 1 === marker.value)
      : -1;
  const rank = MARKER_KINDS.indexOf(marker.kind);
  if (
    continued >= 0 &&
    MARKER_KINDS.indexOf(stack[continued].node.marker?.kind ?? 'bullet') < rank &&
    continued === stack.length - 1
  ) {
    stack.length = continued;
    return stack[stack.length - 1].node;
  }
  while (stack.length > 1) {
    const top = stack[stack.length - 1].node;
    if (top.marker === null) break;
    if (MARKER_KINDS.indexOf(top.marker.kind) < rank) break;
    stack.pop();
  }
  if (stack.length > DEEPEST) stack.length = DEEPEST;
  return stack[stack.length - 1].node;
}

/** A line that opens a part without a number: a heading of Word, a short line that is a cue, or a lead sentence with a list after it. */
function opensPart(block: Block, next: Block | undefined, reviewedYear: number | null): boolean {
  if (block.cell !== undefined || next === undefined) return false;
  if (block.heading !== undefined && block.heading > 0) return true;
  const { text } = block;
  if (text.length > 120 || isGreeting(text)) return false;
  if (text.length <= 32 && NOT_CLOSED.test(text) && !/现将|如下/.test(text))
    return kindOfHeading(text, reviewedYear) !== null;
  if (!LEAD.test(text) || !isIntroduction(text) || /(?:上述|以上|这些)(?:问题|不足)/.test(text)) return false;
  return kindOfHeading(leadWords(text), reviewedYear) !== null && readMarker(next.text) !== null;
}

/** 整改措施：… under a numbered entry is one of its labels, not a heading. */
function isLabelIn(stack: readonly Open[], block: Block): boolean {
  return stack.some(({ node }) => node.marker !== null) && labelsIn(block.text)[0]?.start === 0;
}

/** A lead sentence right under a heading of the same kind only introduces what the heading has opened. */
function introduces(stack: readonly Open[], block: Block, reviewedYear: number | null): boolean {
  const top = stack[stack.length - 1].node;
  if (block.heading !== undefined || stack.length === 1 || top.children.length > 0) return false;
  if (/[。；]$/.test(top.block.text) && !top.turns) return false;
  return (
    kindOfHeading(headingOf(block, null), reviewedYear)?.kind === top.kind ||
    kindOfHeading(leadWords(block.text), reviewedYear)?.kind === top.kind
  );
}

/** 下一步工作，主要抓好“六个聚焦”： speaks of 下一步工作. */
function leadWords(text: string): string {
  const first = text.split(/[，,：:。]/)[0];
  return kindOfHeading(first, null) === null ? text : first;
}

/** After 四是… a paragraph that speaks to the listeners or introduces another list is no part of 四是. */
function leavesList(block: Block, next: Block | undefined, stack: readonly Open[]): boolean {
  const top = stack[stack.length - 1].node;
  if (block.cell !== undefined || top.marker === null || top.turns) return false;
  if (/^(?:各位代表|同志们|各位领导|主任、各位)/.test(block.text)) return true;
  if (endsBareList(stack)) return true;
  if (!isListItem(top)) return false;
  return next !== undefined && /[：:]$/.test(block.text) && readMarker(next.text) !== null;
}

/** So many items of one paragraph make a bare list; no more of a long list is looked at. */
const FEWEST_BARE = 4;
const LIST_SEEN = 12;

/** 1.… 2.… 3.… of one paragraph each, and then a paragraph: it follows the list and is no part of 3. */
function endsBareList(stack: readonly Open[]): boolean {
  const { node } = stack[stack.length - 1];
  const last = stack[stack.length - 2].node.children.slice(-LIST_SEEN);
  const items = last.filter(({ marker }) => marker?.kind === node.marker?.kind);
  return (
    items.length >= FEWEST_BARE &&
    items.every(({ children, block }) => children.length === 0 && /[。；]$/.test(block.text))
  );
}

function leaveList(stack: Open[]): void {
  do stack.pop();
  while (stack.length > 1 && isListItem(stack[stack.length - 1].node));
}

function isListItem({ marker }: Node): boolean {
  return marker !== null && NEVER_PARTS.has(marker.kind);
}

/** An unnumbered heading ends the unnumbered heading before it, else the deepest part that is open. */
function closeForHeading(stack: Open[], block: Block): void {
  if (beginsAppendix(block.text)) {
    stack.length = 1;
    return;
  }
  if (block.heading !== undefined && block.heading > 0) {
    const level = block.heading;
    while (stack.length > 1) {
      const top = stack[stack.length - 1].node;
      if (top.block.heading !== undefined && top.block.heading > 0 && top.block.heading < level) break;
      stack.pop();
    }
    return;
  }
  const same = lastIndex(stack, ({ node }) => node.opens);
  if (same > 0) stack.length = same;
  else if (stack.length > 1) stack.pop();
}

function lastIndex(stack: readonly Open[], fits: (open: Open) => boolean): number {
  for (let at = stack.length - 1; at > 0; at--) if (fits(stack[at])) return at;
  return -1;
}
