import { all, value, type XmlNode } from '../archive/xml-tree';

interface Style {
  name: string | undefined;
  base: string | undefined;
  numId: string | undefined;
  level: string | undefined;
  outline: string | undefined;
}

/** The paragraph styles of a document, each inheriting from the one it is based on. */
export class Styles {
  private readonly styles = new Map<string, Style>();
  /** The style of a paragraph that names none. */
  readonly standard: string | undefined;

  constructor(xml: XmlNode | undefined) {
    for (const node of all(xml, 'w:style')) {
      const id = node.attributes['w:styleId'];
      if (node.attributes['w:type'] !== 'paragraph' || id === undefined) continue;
      if (node.attributes['w:default'] === '1') this.standard = id;
      this.styles.set(id, {
        name: value(node, 'w:name'),
        base: value(node, 'w:basedOn'),
        numId: value(node, 'w:pPr', 'w:numPr', 'w:numId'),
        level: value(node, 'w:pPr', 'w:numPr', 'w:ilvl'),
        outline: value(node, 'w:pPr', 'w:outlineLvl'),
      });
    }
  }

  /** A property of the style, or of the nearest style it is based on that has it. */
  inherited(id: string | undefined, property: 'numId' | 'level' | 'outline'): string | undefined {
    const seen = new Set<string>();
    for (let at = id; at !== undefined && !seen.has(at); at = this.styles.get(at)?.base) {
      seen.add(at);
      const found = this.styles.get(at)?.[property];
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** 0 for a title, 1–9 for headings, undefined for body text. `outline` is the paragraph's own outline level. */
  heading(id: string | undefined, outline: string | undefined): number | undefined {
    const level = Number(outline ?? this.inherited(id, 'outline') ?? 9);
    if (level >= 0 && level < 9) return level + 1;
    const name = (id === undefined ? undefined : this.styles.get(id)?.name) ?? id ?? '';
    const numbered = /^(?:heading|标题)\s*([1-9])/i.exec(name);
    if (numbered) return Number(numbered[1]);
    return /^(?:title|标题)$/i.test(name) ? 0 : undefined;
  }
}
