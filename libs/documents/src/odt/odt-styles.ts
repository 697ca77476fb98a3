import { all, down, elements, type XmlNode } from '../archive/xml-tree';

interface Style {
  /** The name that people see: “Heading 1”. */
  name: string;
  parent: string | undefined;
  /** Made by the program for a paragraph's own formatting; a person chose its parent. */
  automatic: boolean;
  list: string | undefined;
  outline: string | undefined;
  hidden: boolean | undefined;
}
type Family = 'paragraph' | 'text';
/** Styles based on styles based on styles: no real document goes further. */
const DEEPEST = 32;

/** The paragraph and character styles of an OpenDocument text, each inheriting from its parent. */
export class OdtStyles {
  private readonly families: Record<Family, Map<string, Style>> = { paragraph: new Map(), text: new Map() };

  /** `common` is the root of styles.xml, `content` that of content.xml. */
  constructor(common: XmlNode | undefined, content: XmlNode | undefined) {
    this.add(down(common, 'office:styles'), false);
    this.add(down(content, 'office:automatic-styles'), true);
  }

  /** The list style of a paragraph in a list that names none. */
  list(style: string | undefined): string | undefined {
    return this.inherited('paragraph', style, 'list');
  }

  /** Whether a heading's own formatting takes it out of the numbers of the outline. */
  leavesOutline(style: string | undefined): boolean {
    const own = this.families.paragraph.get(style ?? '');
    return own !== undefined && own.automatic && own.list !== undefined;
  }

  hides(family: Family, style: string | undefined): boolean {
    return this.inherited(family, style, 'hidden') ?? false;
  }

  /** The outline level that a style gives its paragraphs, counted from 1. */
  outline(style: string | undefined): number | undefined {
    const level = Number(this.inherited('paragraph', style, 'outline') ?? '');
    return Number.isInteger(level) && level >= 1 ? level : undefined;
  }

  /** 0 for a title, 1–9 for a heading by the name of its style, undefined for others. */
  headingByName(style: string | undefined): number | undefined {
    const chain = this.chain('paragraph', style);
    for (const { name } of chain) {
      const numbered = /^(?:heading|标题)\s*([1-9])/i.exec(name);
      if (numbered) return Number(numbered[1]);
    }
    return /^(?:title|标题)$/i.test(chain.find(({ automatic }) => !automatic)?.name ?? style ?? '') ? 0 : undefined;
  }

  /** Whether paragraphs of the style are entries or the title of a table of contents. */
  isContents(style: string | undefined): boolean {
    return this.chain('paragraph', style).some(({ name }) =>
      /^(?:contents|toc|目录)\s*(?:\d|heading|标题)/i.test(name),
    );
  }

  private chain(family: Family, style: string | undefined): Style[] {
    const chain: Style[] = [];
    let at = this.families[family].get(style ?? '');
    while (at !== undefined && chain.length < DEEPEST && !chain.includes(at)) {
      chain.push(at);
      at = this.families[family].get(at.parent ?? '');
    }
    return chain;
  }

  private inherited<K extends keyof Style>(
    family: Family,
    style: string | undefined,
    property: K,
  ): Style[K] | undefined {
    return this.chain(family, style).find((one) => one[property] !== undefined)?.[property];
  }

  private add(parent: XmlNode | undefined, automatic: boolean): void {
    for (const node of all(parent, 'style:style')) {
      const { attributes } = node;
      const family = attributes['style:family'];
      const id = attributes['style:name'];
      if (id === undefined || (family !== 'paragraph' && family !== 'text')) continue;
      this.families[family].set(id, {
        name: attributes['style:display-name'] ?? id.replaceAll('_20_', ' '),
        parent: attributes['style:parent-style-name'],
        automatic,
        list: attributes['style:list-style-name'],
        outline: attributes['style:default-outline-level'],
        hidden: hiddenBy(node),
      });
    }
  }
}

function hiddenBy(style: XmlNode): boolean | undefined {
  const display = elements(style).find(({ name }) => name === 'style:text-properties')?.attributes['text:display'];
  return display === undefined ? undefined : display === 'none';
}
