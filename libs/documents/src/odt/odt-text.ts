import type { OdtStyles } from './odt-styles';
import { down, elements, type XmlNode } from '../archive/xml-tree';
import { withSymbols } from '../symbol-fonts';

/** The words of one paragraph. */
export interface Words {
  text: string;
  /** What is drawn inside the paragraph and may hold paragraphs of its own. */
  boxes: XmlNode[];
  /** The bodies of its footnotes and endnotes. */
  notes: XmlNode[];
}

/** Inside a paragraph, what is no text of the document. */
const SILENT = new Set([
  'office:annotation',
  'office:annotation-end',
  'text:hidden-text',
  'text:ruby-text',
  'text:script',
  'text:toc-mark',
  'text:tracked-changes',
]);
/** So many spaces in a row say nothing more. */
const MOST_SPACES = 1000;

/** Reads the text of a paragraph; white space between its parts counts as one space, as the format says. */
export function wordsOf(paragraph: XmlNode, styles: OdtStyles): Words {
  if (isHidden(paragraph, styles)) return { text: '', boxes: [], notes: [] };
  const line = new Line(styles);
  line.read(paragraph);
  return { text: line.text.replace(/\u0000$/, '').replaceAll('\u0000', ' '), boxes: line.boxes, notes: line.notes };
}

/** Whether all of a paragraph is hidden, by its style or by a field in it. */
export function isHidden(paragraph: XmlNode, styles: OdtStyles): boolean {
  return (
    styles.hides('paragraph', paragraph.attributes['text:style-name']) ||
    elements(paragraph).some(
      ({ name, attributes }) => name === 'text:hidden-paragraph' && attributes['text:is-hidden'] === 'true',
    )
  );
}

class Line {
  /** A space that came from white space stands as NUL, which XML cannot hold: one at the end of the line is none. */
  text = '';
  readonly boxes: XmlNode[] = [];
  readonly notes: XmlNode[] = [];

  constructor(private readonly styles: OdtStyles) {}

  read(node: XmlNode): void {
    for (const child of node.children) {
      if (typeof child === 'string') this.characters(child);
      else if (!SILENT.has(child.name)) this.element(child);
    }
  }

  private element(node: XmlNode): void {
    switch (node.name) {
      case 'text:s':
        this.text += ' '.repeat(Math.min(Number(node.attributes['text:c'] ?? 1) || 1, MOST_SPACES));
        return;
      case 'text:tab':
        this.text += '\t';
        return;
      case 'text:line-break':
        this.text += '\n';
        return;
      case 'text:span':
        if (!this.styles.hides('text', node.attributes['text:style-name'])) this.read(node);
        return;
      case 'text:note': {
        const body = down(node, 'text:note-body');
        if (body !== undefined) this.notes.push(body);
        return;
      }
      default:
        if (node.name.startsWith('draw:')) this.boxes.push(node);
        else this.read(node);
    }
  }

  private characters(raw: string): void {
    const text = withSymbols(raw.replace(/[ \t\n\r]+/g, '\u0000'), undefined).replaceAll('\u00ad', '');
    const joins = text.startsWith('\u0000') && (this.text === '' || this.text.endsWith('\u0000'));
    this.text += joins ? text.slice(1) : text;
  }
}
