import { bulletLabel } from '../labels';
import { formatNumber } from '../number-format';
import { down, elements, type XmlNode } from '../archive/xml-tree';

interface Level {
  /** A name of number-format.ts; '' shows no number. */
  format: string;
  bullet: string | undefined;
  prefix: string;
  suffix: string;
  start: number;
  /** How many levels the number shows: 2 gives 1.1. */
  shown: number;
  /** LibreOffice's own way to say the whole label: （%2%）. */
  template: string | undefined;
}
type Counts = (number | undefined)[];
type Levels = ReadonlyMap<number, Level>;

/** A list while it is read; other lists may go on with its numbers. */
export interface List {
  style: string | undefined;
  counts: Counts;
}

/** The name of a number format by the first of its numbers, as `style:num-format` gives it: 一, 二, 三, ... */
const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  '01': 'decimalZero',
  a: 'lowerAlphabet',
  A: 'upperAlphabet',
  i: 'lowerRoman',
  I: 'upperRoman',
  一: 'chineseCounting',
  壹: 'chineseLegalSimplified',
  壱: 'japaneseLegal',
  '①': 'decimalEnclosedCircle',
  '⑴': 'decimalEnclosedParen',
  '１': 'decimalFullWidth',
  // So LibreOffice writes full-width digits, which it shows all the same.
  '1, 2, 3, ...': 'decimalFullWidth',
  甲: 'ideographTraditional',
  子: 'ideographZodiac',
};
const DEEPEST = 10;

/** The automatic numbers of an OpenDocument text: lists count on as its paragraphs are read in order. Rules: OpenDocument 1.3 part 3, 5.3 and 19.880. */
export class OdtNumbering {
  private readonly styles = new Map<string, Levels>();
  private readonly byId = new Map<string, List>();
  private last: List | undefined;
  private outlineLevels: Levels = new Map();
  private readonly outlineCounts: Counts = [];

  /** `common` is the root of styles.xml, `content` that of content.xml. */
  constructor(common: XmlNode | undefined, content: XmlNode | undefined) {
    for (const part of [down(common, 'office:styles'), down(content, 'office:automatic-styles')]) {
      for (const node of elements(part)) {
        if (node.name === 'text:outline-style') this.outlineLevels = levelsOf(node);
        else if (node.name === 'text:list-style') this.styles.set(node.attributes['style:name'] ?? '', levelsOf(node));
      }
    }
  }

  /** The list that an outermost `text:list` begins, or goes on with. */
  begin({ attributes }: XmlNode): List {
    const style = attributes['text:style-name'];
    const before = this.continued(attributes);
    const list: List = { style: style ?? before?.style, counts: before?.counts ?? [] };
    const id = attributes['xml:id'] ?? attributes['text:list-id'];
    if (id !== undefined) this.byId.set(id, list);
    this.last = list;
    return list;
  }

  /** The list of paragraphs that name it one by one. */
  named(id: string, style: string | undefined): List {
    const list = this.byId.get(id) ?? { style, counts: [] };
    this.byId.set(id, list);
    return list;
  }

  /** Counts a list on and gives its label; `level` counts from 1, `start` is the number a paragraph asks for. A list without style has bullets. */
  next(list: List, style: string | undefined, level: number, start: number | undefined): string {
    const levels = this.styles.get(style ?? '');
    advance(list.counts, levels ?? new Map(), level, start);
    return levels === undefined ? '•' : labelOf(levels, list.counts, level);
  }

  /** The number of a heading outside of lists. */
  nextHeading(level: number, start: number | undefined): string {
    advance(this.outlineCounts, this.outlineLevels, level, start);
    return labelOf(this.outlineLevels, this.outlineCounts, level);
  }

  private continued(attributes: XmlNode['attributes']): List | undefined {
    const id = attributes['text:continue-list'];
    if (id !== undefined) return this.byId.get(id);
    const style = attributes['text:style-name'];
    const same = style === undefined || this.last?.style === style;
    return attributes['text:continue-numbering'] === 'true' && same ? this.last : undefined;
  }
}

/** Forgets the numbers below a level. */
export function restartBelow(list: List, level: number): void {
  list.counts.length = Math.min(list.counts.length, level);
}

function advance(counts: Counts, levels: Levels, level: number, start: number | undefined): void {
  if (level > DEEPEST) return;
  const at = level - 1;
  const before = counts[at];
  counts[at] = start ?? (before === undefined ? (levels.get(level)?.start ?? 1) : before + 1);
  counts.length = level;
  // A list that begins below its first level has a number there all the same: after 1.1 comes 2.
  for (let above = 0; above < at; above++) counts[above] ??= levels.get(above + 1)?.start ?? 1;
}

function labelOf(levels: Levels, counts: Counts, level: number): string {
  const own = levels.get(level);
  if (own === undefined) return '';
  if (own.bullet !== undefined) return bulletLabel(own.bullet);
  const number = (at: number): string => {
    const other = levels.get(at);
    return other === undefined || other.format === '' ? '' : formatNumber(other.format, counts[at - 1] ?? other.start);
  };
  if (own.template !== undefined) return own.template.replace(/%(\d{1,2})%/g, (_all, at: string) => number(Number(at)));
  const numbers: string[] = [];
  for (let at = Math.max(1, level - own.shown + 1); at <= level; at++) numbers.push(number(at));
  return own.prefix + numbers.filter((text) => text !== '').join('.') + own.suffix;
}

function levelsOf(style: XmlNode): Levels {
  return new Map(
    elements(style).flatMap((node) => {
      const level = Number(node.attributes['text:level']);
      return Number.isInteger(level) && level >= 1 && level <= DEEPEST ? [[level, levelOf(node)] as const] : [];
    }),
  );
}

function levelOf({ name, attributes }: XmlNode): Level {
  const picture = name === 'text:list-level-style-image';
  return {
    format: formatOf(attributes['style:num-format'] ?? '', attributes['style:num-letter-sync'] === 'true'),
    bullet: picture
      ? '•'
      : name === 'text:list-level-style-bullet'
        ? (attributes['text:bullet-char'] ?? '•')
        : undefined,
    prefix: attributes['style:num-prefix'] ?? '',
    suffix: attributes['style:num-suffix'] ?? '',
    start: numberIn(attributes['text:start-value']) ?? 1,
    shown: numberIn(attributes['text:display-levels']) ?? 1,
    template: attributes['loext:num-list-format'],
  };
}

export function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

/** `sync` counts z, aa, bb instead of z, aa, ab. */
function formatOf(format: string, sync: boolean): string {
  if (format === '') return '';
  const first = format.split(',')[0].trim();
  if (sync && /^a$/i.test(first)) return first === 'a' ? 'lowerLetter' : 'upperLetter';
  return FORMATS[format] ?? FORMATS[first] ?? 'decimal';
}
