import { isOn } from './docx-markup';
import { all, down, value, type XmlNode } from '../archive/xml-tree';

interface Style {
  name: string | undefined;
  base: string | undefined;
  numId: string | undefined;
  level: string | undefined;
  outline: string | undefined;
  hidden: boolean | undefined;
}
/** Styles based on styles based on styles: no real document goes further. */
const DEEPEST = 32;

/** The paragraph and character styles of a document, each inheriting from the one it is based on. */
export class Styles {
  private readonly styles = new Map<string, Style>();
  /** The style of a paragraph that names none. */
  readonly standard: string | undefined;

  constructor(xml: XmlNode | undefined) {
    for (const node of all(xml, 'w:style')) {
      const id = node.attributes['w:styleId'];
      const type = node.attributes['w:type'];
      if (id === undefined || (type !== 'paragraph' && type !== 'character')) continue;
      if (type === 'paragraph' && /^(?:1|true|on)$/.test(node.attributes['w:default'] ?? '')) this.standard = id;
      this.styles.set(id, {
        name: value(node, 'w:name'),
        base: value(node, 'w:basedOn'),
        numId: value(node, 'w:pPr', 'w:numPr', 'w:numId'),
        level: value(node, 'w:pPr', 'w:numPr', 'w:ilvl'),
        outline: value(node, 'w:pPr', 'w:outlineLvl'),
        hidden: isOn(down(node, 'w:rPr'), 'w:vanish'),
      });
    }
  }

  /** The style and those it is based on, the nearest first. */
  chain(id: string | undefined): string[] {
    const chain: string[] = [];
    for (let at = id; at !== undefined && chain.length < DEEPEST && !chain.includes(at); at = this.styles.get(at)?.base)
      chain.push(at);
    return chain;
  }

  /** A property of the style, or of the nearest style it is based on that has it. */
  inherited<K extends keyof Style>(id: string | undefined, property: K): Style[K] {
    for (const at of this.chain(id)) {
      const found = this.styles.get(at)?.[property];
      if (found !== undefined) return found;
    }
    return undefined as Style[K];
  }

  /** Whether text of these styles is hidden. */
  hides(character: string | undefined, paragraph: string | undefined): boolean {
    return this.inherited(character, 'hidden') ?? this.inherited(paragraph, 'hidden') ?? false;
  }

  /** 0 for a title, 1–9 for headings, undefined for body text. `outline` is the paragraph's own outline level. */
  heading(id: string | undefined, outline: string | undefined): number | undefined {
    const level = Number(outline ?? this.inherited(id, 'outline') ?? NaN);
    if (level >= 0 && level < 9) return level + 1;
    // 9 is “body text”, said of a paragraph that looks like a heading and is none.
    if (level === 9) return undefined;
    for (const at of this.chain(id)) {
      const numbered = /^(?:heading|标题)\s*([1-9])/i.exec(this.nameOf(at));
      if (numbered) return Number(numbered[1]);
    }
    return /^(?:title|标题)$/i.test(this.nameOf(id)) ? 0 : undefined;
  }

  /** Whether paragraphs of the style are entries or the title of a table of contents. */
  isContents(id: string | undefined): boolean {
    return /^(?:toc|目录)\s*(?:\d|heading|标题)/i.test(this.nameOf(id));
  }

  private nameOf(id: string | undefined): string {
    return (id === undefined ? undefined : this.styles.get(id)?.name) ?? id ?? '';
  }
}
