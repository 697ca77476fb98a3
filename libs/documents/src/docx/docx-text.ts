import { alternative, isGone, isOn } from './docx-markup';
import { isContents, type Fields } from './docx-fields';
import type { Styles } from './docx-styles';
import { down, elements, value, type XmlNode } from '../archive/xml-tree';
import { symbol, withSymbols } from '../symbol-fonts';

/** The words of one paragraph. */
export interface Words {
  text: string;
  /** Text boxes drawn inside the paragraph; they hold paragraphs of their own. */
  boxes: XmlNode[];
  /** Whether it has entries of a table of contents, which are not in `text`. */
  contents: boolean;
}

/** Parts of a paragraph that are no text of the document: properties, reading aids above the characters, words of deletions. */
const SILENT = new Set(['w:pPr', 'w:rPr', 'w:sdtPr', 'w:rt', 'w:delText', 'w:delInstrText', 'w:rubyPr', 'w:p']);

/** Reads the text of paragraphs, one after the other as they stand in the document: fields reach over paragraphs. */
export class TextReader {
  /** The notes that the text refers to, `footnote 2`, in the order of the text. */
  readonly notes = new Set<string>();

  constructor(
    private readonly fields: Fields,
    private readonly styles: Styles,
  ) {}

  read(paragraph: XmlNode, style: string | undefined): Words {
    const line = new Line(this.fields, this.styles, this.notes, style);
    line.read(paragraph);
    return { text: line.text, boxes: line.boxes, contents: line.contents };
  }
}

class Line {
  text = '';
  readonly boxes: XmlNode[] = [];
  contents: boolean;
  private hidden = false;
  private font: string | undefined;

  constructor(
    private readonly fields: Fields,
    private readonly styles: Styles,
    private readonly notes: Set<string>,
    private readonly style: string | undefined,
  ) {
    this.contents = fields.inContents;
  }

  read(node: XmlNode | undefined): void {
    for (const child of elements(node)) {
      if (!SILENT.has(child.name) && !isGone(child)) this.element(child);
    }
  }

  private element(node: XmlNode): void {
    switch (node.name) {
      case 'w:r':
        return this.run(node);
      case 'w:t':
      case 'm:t':
        return this.add(withSymbols(stringOf(node).replace(/[\n\r]+/g, ' '), this.font));
      case 'w:tab':
      case 'w:ptab':
        return this.add('\t');
      case 'w:br':
        // A page or column begins between paragraphs as well as inside one: no sign of it is left.
        return this.add(/^(?:page|column)$/.test(node.attributes['w:type'] ?? '') ? '' : '\n');
      case 'w:cr':
        return this.add('\n');
      case 'w:noBreakHyphen':
        return this.add('-');
      case 'w:sym':
        return this.add(symbol(node.attributes['w:font'], parseInt(node.attributes['w:char'] ?? '', 16)));
      case 'w16se:symEx':
        return this.add(symbol(node.attributes['w16se:font'], parseInt(node.attributes['w16se:char'] ?? '', 16)));
      case 'w:fldChar':
        return this.fieldMark(node);
      case 'w:instrText':
        return this.fields.instruct(stringOf(node));
      case 'w:fldSimple':
        return this.simpleField(node);
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        return this.note(node);
      case 'w:txbxContent':
        if (this.shows) this.boxes.push(node);
        return;
      case 'mc:AlternateContent':
        return this.read(alternative(node));
      case 'm:f':
        return this.fraction(node);
      default:
        this.read(node);
    }
  }

  /** A run may hold runs: the characters under a reading aid. */
  private run(node: XmlNode): void {
    const outer = { font: this.font, hidden: this.hidden };
    const properties = down(node, 'w:rPr');
    const fonts = down(properties, 'w:rFonts')?.attributes;
    this.font = fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'];
    this.hidden ||= isOn(properties, 'w:vanish') ?? this.styles.hides(value(properties, 'w:rStyle'), this.style);
    this.read(node);
    this.font = outer.font;
    this.hidden = outer.hidden;
  }

  private get shows(): boolean {
    return !this.hidden && !this.fields.instructing && !this.fields.inContents;
  }

  /** A soft hyphen is seen only where a line happens to end. */
  private add(text: string): void {
    if (this.shows) this.text += text.replaceAll('\u00ad', '');
  }

  private fieldMark(node: XmlNode): void {
    const shown = this.fields.meet(node);
    if (this.fields.inContents) this.contents = true;
    this.add(shown);
  }

  private simpleField(node: XmlNode): void {
    if (isContents(node.attributes['w:instr'] ?? '')) this.contents = true;
    else this.read(node);
  }

  private note(node: XmlNode): void {
    const kind = node.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
    if (this.shows) this.notes.add(`${kind} ${node.attributes['w:id'] ?? ''}`);
  }

  private fraction(node: XmlNode): void {
    this.read(down(node, 'm:num'));
    this.add('/');
    this.read(down(node, 'm:den'));
  }
}

function stringOf(node: XmlNode): string {
  return node.children.filter((part) => typeof part === 'string').join('');
}
