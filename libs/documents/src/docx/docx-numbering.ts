import { isOn } from './docx-markup';
import { bulletLabel } from '../labels';
import { formatNumber } from '../number-format';
import { all, down, value, type XmlNode } from '../archive/xml-tree';

interface Level {
  start: number;
  format: string;
  text: string;
  /** The paragraph style that this level belongs to. */
  style: string | undefined;
  /** The level whose advance starts this one again; 0 never, undefined any higher level. */
  restart: number | undefined;
  /** 第一章 shown as 1 in 1.1. */
  legal: boolean;
}
interface List {
  id: string;
  link: string | undefined;
  styleLink: string | undefined;
  levels: Map<number, Level>;
}
interface Numbered {
  list: List;
  overrides: Map<number, { start: number | undefined; level: Level | undefined }>;
}
const PLAIN: Level = { start: 1, format: 'decimal', text: '', style: undefined, restart: undefined, legal: false };
const LEVELS = 9;

/** A document's automatic numbers: lists count on as its paragraphs are read in order. Rules: ECMA-376 part 1, 17.9. */
export class Numbering {
  private readonly numbered = new Map<string, Numbered>();
  private readonly counters = new Map<string, (number | undefined)[]>();
  private readonly started = new Set<string>();

  constructor(xml: XmlNode | undefined) {
    const lists = new Map<string, List>();
    for (const node of all(xml, 'w:abstractNum')) {
      const list: List = {
        id: node.attributes['w:abstractNumId'] ?? '',
        link: value(node, 'w:numStyleLink'),
        styleLink: value(node, 'w:styleLink'),
        levels: new Map(all(node, 'w:lvl').map((level) => [Number(level.attributes['w:ilvl']), levelOf(level)])),
      };
      lists.set(list.id, list);
    }
    const byStyle = new Map(
      [...lists.values()].flatMap((list) => (list.styleLink === undefined ? [] : [[list.styleLink, list] as const])),
    );
    for (const node of all(xml, 'w:num')) {
      const direct = lists.get(value(node, 'w:abstractNumId') ?? '');
      const list = direct?.link === undefined ? direct : (byStyle.get(direct.link) ?? direct);
      const id = node.attributes['w:numId'];
      if (list === undefined || id === undefined) continue;
      const overrides: Numbered['overrides'] = new Map();
      for (const override of all(node, 'w:lvlOverride')) {
        const start = value(override, 'w:startOverride');
        const level = down(override, 'w:lvl');
        overrides.set(Number(override.attributes['w:ilvl']), {
          start: start === undefined ? undefined : Number(start),
          level: level === undefined ? undefined : levelOf(level),
        });
      }
      this.numbered.set(id, { list, overrides });
    }
  }

  /** The level that a style stands for in a list. */
  levelOfStyle(numId: string, style: string): number | undefined {
    const levels = this.numbered.get(numId)?.list.levels;
    return levels === undefined ? undefined : [...levels].find(([, level]) => level.style === style)?.[0];
  }

  /** Counts the list on by one paragraph and gives its number as printed; undefined for a list that is not there. */
  next(numId: string, level: number): string | undefined {
    const numbered = this.numbered.get(numId);
    if (numbered === undefined || !Number.isInteger(level) || level < 0 || level >= LEVELS) return undefined;
    const definition = (at: number): Level =>
      numbered.overrides.get(at)?.level ?? numbered.list.levels.get(at) ?? PLAIN;
    // Lists that share a definition count on together.
    const counts = this.counters.get(numbered.list.id) ?? [];
    this.counters.set(numbered.list.id, counts);
    const key = `${numId}/${level}`;
    const start = numbered.overrides.get(level)?.start;
    const current = counts[level];
    const first = (at: number): number => numbered.overrides.get(at)?.start ?? definition(at).start;
    if (start !== undefined && !this.started.has(key)) counts[level] = start;
    else counts[level] = current === undefined ? first(level) : current + 1;
    this.started.add(key);
    for (let above = 0; above < level; above++) counts[above] ??= first(above);
    for (let below = level + 1; below < LEVELS; below++) {
      const restart = definition(below).restart;
      if (restart === undefined || (restart !== 0 && level < restart)) counts[below] = undefined;
    }
    const own = definition(level);
    if (own.format === 'bullet') return bulletLabel(own.text);
    return own.text.replace(/%([1-9])/g, (_all, digit: string) => {
      const at = Number(digit) - 1;
      return formatNumber(own.legal ? 'decimal' : definition(at).format, counts[at] ?? first(at));
    });
  }
}

function levelOf(node: XmlNode): Level {
  const restart = value(node, 'w:lvlRestart');
  const picture = down(node, 'w:lvlPicBulletId') !== undefined;
  const hidden = isOn(down(node, 'w:rPr'), 'w:vanish') === true;
  return {
    start: Number(value(node, 'w:start') ?? 1),
    // Word writes formats it added later inside mc:AlternateContent, with decimal as what older programs see.
    format: value(node, 'w:numFmt') ?? value(node, 'mc:AlternateContent', 'mc:Fallback', 'w:numFmt') ?? 'decimal',
    text: hidden ? '' : picture ? '•' : (value(node, 'w:lvlText') ?? ''),
    style: value(node, 'w:pStyle'),
    restart: restart === undefined ? undefined : Number(restart),
    legal: isOn(node, 'w:isLgl') === true,
  };
}
