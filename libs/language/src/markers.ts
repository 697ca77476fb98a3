import { CharacterSet } from './character-set';
import { halfWidthDigits, readNumeral } from './numerals';

/**
 * The forms that number a part of an official text, the highest first (GB/T 9704: 一、 then （一） then 1. then （1）).
 * `entry` is 问题1 over the labels of one problem, `is` is 一是, 一要 and 一抓, `ordinal` 第一，, `sequence` 首先 … 其次 …, `side` 一方面 … 另一方面.
 */
export const MARKER_KINDS = [
  'part',
  'comma',
  'bracket',
  'entry',
  'dot',
  'decimal',
  'paren',
  'circle',
  'ordinal',
  'sequence',
  'is',
  'side',
  'dash',
  'bullet',
] as const;
export type MarkerKind = (typeof MARKER_KINDS)[number];

export interface Marker {
  kind: MarkerKind;
  /** As written: 一、, （一）, 1., 一是. */
  text: string;
  /** 1 for 一、; 0 where the form does not count (——). */
  value: number;
  start: number;
  end: number;
}

interface Form {
  kind: MarkerKind;
  pattern: RegExp;
  /** The group that holds the number, or the value itself. */
  value: (match: RegExpExecArray) => number | null;
}

const HAN = '[一二三四五六七八九十百]{1,4}';
const numbered = (match: RegExpExecArray): number | null => readNumeral(match[1]);
const SEQUENCE = ['首先', '其次', '再次', '最后'];

// `y` anchors each form at the place asked for. The order decides: 1.1 before 1.
const FORMS: readonly Form[] = [
  { kind: 'part', pattern: new RegExp(`第(${HAN})(?:部分|章|节|篇)[\\s　:：、]*`, 'y'), value: numbered },
  {
    kind: 'entry',
    pattern: new RegExp(
      `(?:反馈|整改)?(?:问题|隐患|任务|事项)[（(]?(${HAN}|\\d{1,3})[）)]?(?:[：:、.．][\\s　]*|[\\s　]+|$)`,
      'y',
    ),
    value: numbered,
  },
  { kind: 'ordinal', pattern: new RegExp(`第(${HAN})(?:[，,、:：]|是(?=[^\\s]))`, 'y'), value: numbered },
  { kind: 'sequence', pattern: /(首先|其次|再次|最后)[，,、:：是]?/y, value: (m) => SEQUENCE.indexOf(m[1]) + 1 },
  { kind: 'side', pattern: /(另?一方面)[，,是要]?/y, value: (match) => (match[1] === '一方面' ? 1 : 2) },
  { kind: 'side', pattern: /其([一二三四五六七八九])[，,、是]/y, value: numbered },
  // 一、二、三产业 is a list of numbers, not a marker.
  { kind: 'comma', pattern: new RegExp(`(${HAN})[\\s　]?[、．.](?!${HAN}[、产类级])[\\s　]*`, 'y'), value: numbered },
  { kind: 'bracket', pattern: new RegExp(`[（(][\\s　]?(${HAN})[\\s　]?[）)][、．.]?[\\s　]*`, 'y'), value: numbered },
  { kind: 'paren', pattern: /[（(]?[\s　]?(\d{1,2})[\s　]?[）)][、．.]?[\s　]*/y, value: numbered },
  // 十要十不 is a name, 一抓到底 a manner.
  {
    kind: 'is',
    pattern: new RegExp(`(${HAN})(?:是要|是|要|抓(?!到底|手|实))(?![一二三四五六七八九十不求])`, 'y'),
    value: numbered,
  },
  {
    kind: 'decimal',
    pattern:
      /\d{1,2}[.．](\d{1,2})(?:[.．]\d{1,2}){0,3}[.．、]?(?:[\s　]+|(?=[一-鿿《“])(?![万亿千百倍元个公平％米吨亩]))/y,
    value: numbered,
  },
  // 1.5个单位 is the first of a list: single things are not counted in decimals.
  {
    kind: 'dot',
    pattern: /(\d{1,2})[.．、](?=\d{1,4}(?:个|家|名|项|处|户|起|件|人|条|批|次|所|座|辆|宗)(?!百分点))/y,
    value: numbered,
  },
  { kind: 'dot', pattern: /(\d{1,2})[\s　]?[.．、](?![\d])[\s　]*/y, value: numbered },
  { kind: 'circle', pattern: /([①-⑳])[、．.]?[\s　]*/y, value: (m) => m[1].charCodeAt(0) - 0x2460 + 1 },
  { kind: 'circle', pattern: /([⑴-⒇])[、．.]?[\s　]*/y, value: (m) => m[1].charCodeAt(0) - 0x2474 + 1 },
  { kind: 'dash', pattern: /(?:——|--+|—|──|－－)[\s　]*(?=[一-鿿“《])/y, value: () => 0 },
  { kind: 'bullet', pattern: /[•●■◆▪★*·][\s　]*(?=\S)/y, value: () => 0 },
];
/** The characters each form can begin with; a line that begins with another has no marker. */
const FIRSTS: Readonly<Record<MarkerKind, string>> = {
  part: '第',
  entry: '反整问隐任事',
  ordinal: '第',
  sequence: '首其再最',
  side: '一另其',
  comma: '一二三四五六七八九十百',
  bracket: '（(',
  paren: '（(0123456789０１２３４５６７８９',
  is: '一二三四五六七八九十百',
  decimal: '0123456789０１２３４５６７８９',
  dot: '0123456789０１２３４５６７８９',
  circle: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇',
  dash: '—-─－',
  bullet: '•●■◆▪★*·',
};
const FORMS_BY_FIRST = new Map<number, Form[]>();
for (const form of FORMS) {
  for (const character of FIRSTS[form.kind]) {
    const code = character.charCodeAt(0);
    FORMS_BY_FIRST.set(code, [...(FORMS_BY_FIRST.get(code) ?? []), form]);
  }
}

/** The marker that stands at `at`, or null. Trailing spaces belong to it. */
export function readMarker(text: string, at = 0): Marker | null {
  const forms = FORMS_BY_FIRST.get(text.charCodeAt(at));
  if (forms === undefined) return null;
  // No marker is longer than this; a slice keeps the pattern from walking a line of a million characters.
  const head = halfWidthDigits(text.slice(at, at + 24));
  for (const form of forms) {
    form.pattern.lastIndex = 0;
    const match = form.pattern.exec(head);
    if (!match) continue;
    const value = form.value(match);
    if (value === null) continue;
    const length = match[0].length;
    return { kind: form.kind, text: text.slice(at, at + length).trim(), value, start: at, end: at + length };
  }
  return null;
}

/** Forms that may stand in the middle of a paragraph, with the characters that give a place away. */
const INLINE = new RegExp(
  `^(?:(?:${HAN})(?:是|要|抓)|第${HAN}[，,、是]|首先|其次|再次|最后|另?一方面|其[一二三四五六七八九][，,、是]|[（(](?:${HAN}|\\d{1,2})[）)]|[①-⑳]|\\d{1,2}[.．、](?!\\d)|${HAN}、)`,
);
const FIRST_OF_INLINE = new CharacterSet('一二三四五六七八九十百第首其再最另（(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳0123456789');
/** No form is longer, with the character after it. */
const LONGEST_INLINE = 8;
const BOUNDARY = new CharacterSet('。；：！？;:，,、!? \t\n　）)”》…');
/** A numeral with 、 or . is a marker within a line only after the end of a sentence; inside it is a list of numbers. */
const AFTER_SENTENCE = new CharacterSet('。；：！？;: \t\n　”）】');

/**
 * The enumerations inside a paragraph: 一是…；二是…；三是…. Each is a run of markers of one kind that counts 1, 2, 3 …; at least two of them,
 * or a single one at the very beginning. Only the outermost run is given where runs are nested.
 */
export function findEnumeration(text: string, from = 0, to = text.length): Marker[] {
  const runs: Marker[][] = [];
  for (let at = FIRST_OF_INLINE.indexIn(text, from, to); at >= 0; at = FIRST_OF_INLINE.indexIn(text, at + 1, to)) {
    if (at > from && !BOUNDARY.at(text, at - 1)) continue;
    if (!INLINE.test(text.slice(at, Math.min(to, at + LONGEST_INLINE)))) continue;
    const marker = readMarker(text, at);
    if (!marker || marker.end > to) continue;
    const strict =
      marker.kind === 'comma' || marker.kind === 'dot' || marker.kind === 'bracket' || marker.kind === 'paren';
    if (strict && at > from && !AFTER_SENTENCE.at(text, at - 1)) continue;
    const open = runs.find((run) => run[0].kind === marker.kind && follows(run[run.length - 1], marker));
    if (open) open.push(marker);
    else if (marker.value === 1 && !runs.some((run) => run[0].kind === marker.kind)) runs.push([marker]);
    at = marker.end - 1;
  }
  const whole = runs.filter((run) => run.length > 1 || run[0].start === from);
  whole.sort((one, other) => one[0].start - other[0].start);
  const first = whole[0] ?? [];
  return first.length === 1 && whole.length > 1 && whole[1].length > 1 ? whole[1] : first;
}

/** 首先 … 其次 … 最后 skips 再次. */
function follows(last: Marker, next: Marker): boolean {
  return next.kind === 'sequence' ? next.value > last.value : next.value === last.value + 1;
}

/**
 * Where the enumeration inside a paragraph that begins with `marker` is to be looked for: after the marker,
 * or at the very beginning when the marker is itself the first of it (一是…；二是… in one paragraph).
 */
export function enumerationStart(text: string, marker: Marker | null): number {
  if (marker === null) return 0;
  if (marker.value !== 1) return marker.end;
  const [first, second] = findEnumeration(text, marker.start);
  return second !== undefined && first.start === marker.start && first.kind === marker.kind ? marker.start : marker.end;
}
