import { HEADING_STOPS, LONGEST_HEADING, type Node } from './outline';
import { isSignOff } from './rhetoric';
import { kindOfHeading } from './section-kinds';
import { isTableBlock } from './task-tables';

export function isPart(node: Node): boolean {
  return node.marker !== null || node.opens;
}

/** A paragraph of the text itself, not the signature under it. */
export function isParagraph(node: Node): boolean {
  return !isPart(node) && (isTableBlock(node.block) || !isSignOff(node.block.text));
}

/** A marked line without an end of its own over marked parts names what they have in common: （一）党组书记、局长 王某. */
export function isGroup(node: Node): boolean {
  return node.marker !== null && !/[。；！？：:]/.test(node.block.text) && node.children.some(isPart);
}

/** （一）存在的主要问题 inside a part on problems only names the list under it. */
export function isBareCue(node: Node): boolean {
  return (
    node.title.length <= 14 && headingEnd(node) >= node.block.text.length && kindOfHeading(node.title, null) !== null
  );
}

/** Where a heading's own words end in its block. */
export function headingEnd(node: Node): number {
  const { text } = node.block;
  const from = node.marker?.end ?? 0;
  const stop = HEADING_STOPS.indexIn(text, from, from + LONGEST_HEADING);
  return stop < 0 ? text.length : stop + 1;
}

/** The end of the last paragraph under a node. */
export function lastEnd(node: Node): number {
  let last = node;
  while (last.children.length > 0) last = last.children[last.children.length - 1];
  return last.block.end;
}
