import { enumerationStart, findEnumeration, readMarker, type Marker } from '#language/markers';
import { sentences, statements } from '#language/sentences';
import { actionShare } from './actions';
import { hasLeadTitle, titleOf, withoutClosing, type Candidate } from './candidate';
import type { ItemKind } from './extraction.types';
import { labelsIn } from './labels';
import type { Node } from './outline';
import {
  isAppeal,
  isExhortation,
  isGreeting,
  isGuidance,
  isIntroduction,
  isMoral,
  isRule,
  isSignOff,
} from './rhetoric';
import { cutBlock, type Block } from './source-text';

/** What the items found in one place have in common. */
export interface Place {
  sectionId: string;
  group: string[];
  why: string;
}

/** 责任单位：…, 完成时限：… under a task: a line that belongs to the paragraph before it. */
const FIELD_LINE =
  /^[（(【]?(?:\d+[.、])?[^，。；：:]{0,10}(?:单位|部门|科室|领导|责任人|负责人|联系人|时限|时间|期限|节点|进度安排|牵头|配合|标准|目标任务)[^，。；：:]{0,6}[】]?[：:]/;
/** Below this share of clauses that begin with an action a paragraph tells of something else. */
const ENOUGH_ACTION = 0.2;
/** 下半年，局党组将持续深化…: over several paragraphs it says when, not what. */
const LEADS_IN = /^(?:下半年|下一?步|下一?阶段|明年|今后|来年|新的一年|接下来|20\d\d年)[，,]/;
/** 各部门要…, 公司应… lays a duty on somebody. */
const DUTY = /(?:^|[，。；])[^，。；]{2,24}(?:要|应当?|须|负责|牵头)[^，。；]{4}|^请[^，。]{2,30}于/;
const SETS_TIME = /\d月|年底|年内|季度|半年/;
/** 主体工程8月中旬完工 */
const READY =
  /(?:\d月|年底|年内|季度|半年|年)[^，。；]{0,12}(?:完工|完成|建成|投用|竣工|开工|交付|投产|到位|启用|通车|投入使用)/;
/** A shorter paragraph only adds to the one before. */
const OWN_TASK = 24;

/** The items of a marked part without marked parts below it: one, or one for each 一是 or paragraph inside it. */
export function leafSteps(node: Node, place: Place): Candidate[] {
  const around = (text: string): boolean => isGreeting(text) || isAppeal(text) || isExhortation(text);
  const bodies = attachFields(node.children.filter(({ block }) => !around(block.text)).map(({ block }) => [block]));
  const own = node.block;
  const fields = node.children.length > 0 && bodies.every(([first]) => isFieldLine(first.text));
  const pieces = (): Block[] => [own, ...bodies.flat()];
  if (bodies.length === 0 || fields) return unit(pieces(), node.marker, place);
  const inner: Place = { ...place, group: [...place.group, node.title] };
  const bare = !/[。；;！？]./.test(own.text) && own.text.length <= (/[。；]$/.test(own.text) ? 40 : 80);
  if (bare && bodies.length === 1) {
    const listed = enumerated(bodies[0], 0, inner);
    return listed.length > 0 ? listed : unit(pieces(), node.marker, place);
  }
  if (bare) return paragraphSteps(bodies, inner);
  const titled = bodies.filter(([first]) => hasLeadTitle(first.text)).length;
  if (bodies.length >= 2 && (titled >= 2 || titled * 2 >= bodies.length || own.text.length <= 60)) {
    const lengths = bodies.map(([first]) => first.text.length);
    const heading = titled * 2 >= bodies.length && (own.text.length <= 120 || own.text.length < median(lengths) * 0.8);
    return [...(heading ? [] : unit([own], node.marker, place)), ...paragraphSteps(bodies, inner)];
  }
  // A paragraph under a full one is a task of its own when it has a title or begins with an action; any other goes on with the one before.
  const groups: Block[][] = [[own]];
  for (const body of bodies) {
    const [first] = body;
    if (hasLeadTitle(first.text) || (first.text.length >= OWN_TASK && isWork(first.text))) groups.push(body);
    else groups[groups.length - 1].push(...body);
  }
  return groups.flatMap((group, index) => unit(group, index === 0 ? node.marker : null, index === 0 ? place : inner));
}

/** Whether what follows a title is work of its own, and no reflection on why the work matters. */
function tellsOfWork(rest: string): boolean {
  const [first] = sentences(rest);
  return first !== undefined && actionShare(rest) >= 0.5 && !/是|事关/.test(rest.slice(first.start, first.end));
}

/** The items of paragraphs without markers: each one, introductions and rhetoric left out. */
export function paragraphSteps(bodies: Block[][], place: Place): Candidate[] {
  const found: Candidate[] = [];
  let from = 0;
  let inner = place;
  bodies.forEach((body, at) => {
    if (!isHeadingOver(body, at, bodies)) return;
    // 全方位扩大内需 on a line of its own heads the paragraphs up to the next such line.
    found.push(...stepsOf(bodies.slice(from, at), inner));
    from = at + 1;
    inner = { ...place, group: [...place.group, body[0].text] };
  });
  found.push(...stepsOf(bodies.slice(from), inner));
  return found;
}

function stepsOf(bodies: Block[][], place: Place): Candidate[] {
  const working = bodies.filter(([first]) => !isAround(first.text));
  const titled = working.filter(([first]) => hasLeadTitle(first.text)).length;
  const rest = working.slice(1);
  if (rest.length > 0) {
    const [first] = working[0];
    const others = titled - (hasLeadTitle(first.text) ? 1 : 0);
    const short = first.text.length < median(rest.map(([block]) => block.text.length)) * 0.5;
    const listed = findEnumeration(first.text).length > 1;
    const vow = rest.length >= 2 && LEADS_IN.test(first.text) && sentences(first.text).length === 1;
    const introduces = vow || (!hasLeadTitle(first.text) && others * 2 > rest.length) || (short && rest.length >= 2);
    if (!listed && introduces && !setsFigures(first.text) && !SETS_TIME.test(first.text)) working.shift();
  }
  return working
    .filter(([first]) => working.length === 1 || !isBareLine(first.text))
    .filter(([first]) => working.length === 1 || hasLeadTitle(first.text) || isWork(first.text))
    .flatMap((pieces) => unit(pieces, readMarker(pieces[0].text), place));
}

/** Whether a paragraph among marked parts is a task too: it says what is to stand by when, or whose it is. */
export function isConcrete(text: string): boolean {
  return (READY.test(text) || OWNED.test(text)) && setsFigures(text);
}
const OWNED = /(?:牵头|责任|承办|配合)单位[：:]/;

/** Whether a paragraph tells of work: by actions, by a duty laid on somebody, or by what is to stand by when. */
function isWork(text: string): boolean {
  return actionShare(text) >= ENOUGH_ACTION || DUTY.test(text) || READY.test(text);
}

/** 聚焦改革创新，激发发展活力 alone on its line is the heading of what follows. */
function isBareLine(text: string): boolean {
  return text.length <= 40 && /^[^。；：:！？]*[^。；：:！？，]$/.test(text);
}

/** A short line without an end over a paragraph that has one. */
function isHeadingOver([first]: Block[], at: number, bodies: Block[][]): boolean {
  const next = bodies[at + 1]?.[0];
  return (
    next !== undefined &&
    first.text.length <= 40 &&
    !/[。；：:！？，]$/.test(first.text) &&
    next.text.length > first.text.length &&
    /[。；]/.test(next.text)
  );
}

/** What stands between the items of a part on future work. */
function isAround(text: string): boolean {
  return (
    isGreeting(text) ||
    isAppeal(text) ||
    isExhortation(text) ||
    isRule(text) ||
    isGuidance(text) ||
    (isIntroduction(text) && !hasLeadTitle(text) && findEnumeration(text).length < 2)
  );
}

/** One marked or unmarked unit: each 一是 inside it, or the whole. */
function unit(pieces: Block[], marker: Marker | null, place: Place): Candidate[] {
  const [first] = pieces;
  const from = enumerationStart(first.text, marker);
  const words = first.text.slice(marker?.end ?? 0);
  const inner: Place = {
    ...place,
    group:
      from === (marker?.end ?? 0) && hasLeadTitle(words) && !/^[^。]{0,40}[：:]/.test(words.slice(0, 41))
        ? [...place.group, titleOf(words)]
        : place.group,
  };
  const listed = enumerated(pieces, from, inner);
  if (listed.length > 0) {
    const head = headItem(first, from, marker, place);
    return head === null ? listed : [head, ...listed];
  }
  if (
    isAppeal(words) ||
    isGreeting(words) ||
    isExhortation(words) ||
    isRule(words) ||
    (pieces.length === 1 && /[：:]$/.test(words))
  )
    return [];
  return [candidate('next_step', trimmed(pieces), marker, titleOf(words), place)];
}

function trimmed(pieces: Block[]): Block[] {
  const last = pieces[pieces.length - 1];
  return [...pieces.slice(0, -1), withoutClosing(last, isAppealSentence)];
}

function isAppealSentence(sentence: string): boolean {
  return isAppeal(sentence) || isGreeting(sentence) || (isSignOff(sentence) && /日$/.test(sentence));
}

/** The units of an enumeration in the first of `pieces`; empty when it has none. */
function enumerated(pieces: Block[], from: number, place: Place): Candidate[] {
  const markers = findEnumeration(pieces[0].text, from);
  if (markers.length < 2) return [];
  return listItems('next_step', pieces[0], markers, pieces[0].text.length, place, pieces.slice(1));
}

/** Each marker's stretch as an item; the last one loses closing sentences that speak of no action of its own. */
export function listItems(
  kind: ItemKind,
  block: Block,
  markers: Marker[],
  to: number,
  place: Place,
  more: Block[] = [],
): Candidate[] {
  const cuts = markers.map((marker, index) => cutBlock(block, marker.start, markers[index + 1]?.start ?? to));
  const oneSentence = cuts.length > 2 && cuts.slice(0, -1).every((cut) => statements(cut.text).length === 1);
  const last = cuts.length - 1;
  if (oneSentence)
    cuts[last] = cutBlock(cuts[last], 0, (sentences(cuts[last].text)[0] ?? { end: cuts[last].text.length }).end);
  else cuts[last] = withoutClosing(cuts[last], (sentence) => isMoral(sentence) || isAppealSentence(sentence));
  return cuts.map((cut, index) => {
    const words = cut.text.slice(markers[index].end - markers[index].start);
    return candidate(kind, index === last ? [cut, ...more] : [cut], markers[index], titleOf(words), place);
  });
}

/** The items of a numbered part's own paragraph, when numbered parts follow under it: what it lists itself, or itself when it sets figures. */
export function ownSteps(node: Node, place: Place): Candidate[] {
  const { block, marker } = node;
  const rest = block.text.slice((marker?.end ?? 0) + node.title.length);
  const listed = findEnumeration(block.text, marker?.end ?? 0).length >= 2;
  const works = setsFigures(rest) || (rest.length >= 40 && tellsOfWork(rest.replace(/^[。：:]/, '')));
  return listed || (works && !isIntroduction(rest)) ? unit([block], marker, place) : [];
}

function setsFigures(text: string): boolean {
  return /\d(?:%|％|万|亿|个|项|公里|亩|户|人|家|所|座|件|条|套|台)/.test(text);
}

/** What stands before an enumeration is an item of its own only when it sets figures of its own. */
function headItem(block: Block, from: number, marker: Marker | null, place: Place): Candidate | null {
  const head = cutBlock(block, 0, findEnumeration(block.text, from)[0].start);
  const parts = sentences(head.text, from);
  if (parts.length < 2) return null;
  const introduces =
    isIntroduction(head.text.slice(parts[parts.length - 1].start)) ||
    /要|将/.test(head.text.slice(parts[parts.length - 1].start));
  const kept = introduces && parts.length > 2 ? cutBlock(head, 0, parts[parts.length - 2].end) : head;
  return setsFigures(kept.text.slice(parts[0].end))
    ? candidate('next_step', [kept], marker, titleOf(head.text.slice(from)), place)
    : null;
}

/** The items of a stretch inside a paragraph: each 一是, or the whole stretch. */
export function stretchSteps(block: Block, from: number, to: number, place: Place): Candidate[] {
  const markers = findEnumeration(block.text, from, to);
  if (markers.length >= 2) return listItems('next_step', block, markers, to, place);
  const cut = withoutClosing(cutBlock(block, from, to), isAppealSentence);
  if (cut.text.length < 12 || (isIntroduction(cut.text) && sentences(cut.text).length === 1) || isAppeal(cut.text))
    return [];
  return [candidate('next_step', [cut], null, titleOf(cut.text), place)];
}

export function candidate(
  kind: ItemKind,
  pieces: Block[],
  marker: Marker | null,
  title: string,
  place: Place,
): Candidate {
  const why = [place.why, marker === null ? 'paragraph' : `marker:${marker.text}`].filter(Boolean);
  return { kind, pieces, ordinal: marker?.text ?? null, title, group: place.group, sectionId: place.sectionId, why };
}

export function isFieldLine(text: string): boolean {
  if (text.length >= 120) return false;
  if (FIELD_LINE.test(text)) return true;
  const [label] = labelsIn(text);
  return label?.start === 0 && label.role === 'field';
}

/** Joins lines of responsibility and time to the paragraph they stand under. */
export function attachFields(bodies: Block[][]): Block[][] {
  const joined: Block[][] = [];
  for (const pieces of bodies) {
    if (joined.length > 0 && isFieldLine(pieces[0].text)) joined[joined.length - 1].push(...pieces);
    else joined.push([...pieces]);
  }
  return joined;
}

function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
