import type { Paragraph } from '../document.types';
import { Fields } from './docx-fields';
import { alternative, count, isGone, isOn, unwrapped } from './docx-markup';
import { Numbering } from './docx-numbering';
import { docxParts, isDocx } from './docx-package';
import { Styles } from './docx-styles';
import { TextReader, type Words } from './docx-text';
import { withLabel } from '../labels';
import type { ZipArchive } from '../archive/zip-archive';
import type { ArchiveReader } from '../reader';
import { all, down, elements, value, type XmlNode } from '../archive/xml-tree';

/** Word documents, with macros or as templates too, and what WPS writes as one. */
export const docxReader: ArchiveReader = {
  fits: isDocx,
  read: ({ archive }) => ({ format: 'docx', ...readDocx(archive) }),
};

/**
 * The paragraphs of a Word document in reading order: automatic numbers in front of their text, soft breaks as `\n`, table cells with their
 * place (a cell that spans columns counts for all of them; the rows under a vertically merged cell have no cell there). Left out is what a
 * reader does not see: tracked deletions (insertions stay), hidden text, field codes, comments, headers and footers; and the table of contents,
 * which only repeats headings. Footnotes and endnotes come apart, in the order of their marks. Throws XmlError and ArchiveError.
 */
export function readDocx(archive: ZipArchive): { paragraphs: Paragraph[]; footnotes: string[] } {
  const parts = docxParts(archive);
  const styles = new Styles(parts.styles);
  const body = down(parts.main, 'w:body');
  const reader = new DocxReader(body, styles, new Numbering(parts.numbering));
  const notes = new Map([...notesOf(parts.footnotes, 'footnote'), ...notesOf(parts.endnotes, 'endnote')]);
  const footnotes = [...reader.notes].flatMap((mark) => {
    const note = notes.get(mark);
    return note === undefined ? [] : [new DocxReader(note, styles, new Numbering(undefined)).text.trim()];
  });
  return { paragraphs: reader.paragraphs, footnotes };
}

/** The notes by the mark in the text that refers to them. */
function notesOf(part: XmlNode | undefined, kind: 'footnote' | 'endnote'): [string, XmlNode][] {
  return all(part, `w:${kind}`).map((note) => [`${kind} ${note.attributes['w:id'] ?? ''}`, note]);
}

/** A paragraph before its number: of paragraphs that were joined, the first with words gives the properties. */
interface Draft {
  properties: XmlNode | undefined;
  words: string;
}

class DocxReader {
  readonly paragraphs: Paragraph[] = [];
  private tables = 0;
  private readonly fields: Fields;
  private readonly texts: TextReader;
  /** A paragraph whose end was deleted or is hidden: the next one goes on in the same line. */
  private joining: Draft | undefined;
  /** Inside a content control that holds the table of contents. */
  private inContents = false;

  constructor(
    story: XmlNode | undefined,
    private readonly styles: Styles,
    private readonly numbering: Numbering,
  ) {
    this.fields = new Fields(story);
    this.texts = new TextReader(this.fields, styles);
    this.read(story, undefined);
  }

  get text(): string {
    return this.paragraphs.map(({ text }) => text).join('\n');
  }

  /** The marks of the notes that the text refers to. */
  get notes(): ReadonlySet<string> {
    return this.texts.notes;
  }

  private read(story: XmlNode | undefined, cell: Paragraph['cell']): void {
    this.blocks(story, cell);
    this.finish(cell);
  }

  private blocks(node: XmlNode | undefined, cell: Paragraph['cell']): void {
    for (const child of elements(node)) {
      if (child.name === 'w:p') this.paragraph(child, cell);
      else if (child.name === 'w:tbl') this.table(child, cell);
      else if (child.name === 'mc:AlternateContent') this.blocks(alternative(child), cell);
      else if (child.name === 'w:sdt') this.control(child, cell);
      else if (!isGone(child)) this.blocks(child, cell);
    }
  }

  private control(node: XmlNode, cell: Paragraph['cell']): void {
    const outer = this.inContents;
    const gallery = value(node, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery');
    this.inContents ||= gallery === 'Table of Contents';
    this.blocks(node, cell);
    this.inContents = outer;
  }

  private paragraph(node: XmlNode, cell: Paragraph['cell']): void {
    const properties = down(node, 'w:pPr');
    const style = this.styleOf(properties);
    // Read in any case: fields begin and end in paragraphs that are left out, too.
    const words = this.texts.read(node, style);
    if (this.inContents || this.styles.isContents(style) || (words.contents && words.text.trim() === '')) {
      this.dropContentsTitle();
      return;
    }
    const before = this.joining;
    const draft: Draft = {
      properties: before === undefined || before.words.trim() === '' ? properties : before.properties,
      words: (before?.words ?? '') + words.text,
    };
    this.joining = endIsGone(properties) ? draft : undefined;
    if (this.joining === undefined) this.add(draft, cell);
    this.boxes(words, cell);
  }

  private boxes({ boxes }: Words, cell: Paragraph['cell']): void {
    for (const box of boxes) this.fields.apart(() => this.read(box, cell));
  }

  /** A paragraph that waits for the next one where there is none. */
  private finish(cell: Paragraph['cell']): void {
    const draft = this.joining;
    this.joining = undefined;
    if (draft !== undefined && draft.words.trim() !== '') this.add(draft, cell);
  }

  private add({ properties, words }: Draft, cell: Paragraph['cell']): void {
    const style = this.styleOf(properties);
    const label = this.label(properties, style);
    // A number without words would read as a part of the report; it has counted all the same.
    const numbered = label !== undefined && label !== '' && words.trim() !== '';
    const paragraph: Paragraph = { text: numbered ? withLabel(label, words) : words };
    if (numbered) paragraph.label = label;
    const heading = this.styles.heading(style, value(properties, 'w:outlineLvl'));
    if (heading !== undefined) paragraph.heading = heading;
    if (cell !== undefined) paragraph.cell = cell;
    this.paragraphs.push(paragraph);
  }

  private styleOf(properties: XmlNode | undefined): string | undefined {
    return value(properties, 'w:pStyle') ?? this.styles.standard;
  }

  /** 目录 above a table of contents that is left out. */
  private dropContentsTitle(): void {
    if (/^\s*目\s*[录次]\s*$/.test(this.paragraphs.at(-1)?.text ?? '')) this.paragraphs.pop();
  }

  private label(properties: XmlNode | undefined, style: string | undefined): string | undefined {
    const own = value(properties, 'w:numPr', 'w:numId');
    const numId = own ?? this.styles.inherited(style, 'numId');
    // 0 takes a paragraph out of the list of its style.
    if (numId === undefined || numId === '0') return undefined;
    const stated = value(properties, 'w:numPr', 'w:ilvl');
    const byStyle = own === undefined ? this.levelOfStyle(numId, style) : undefined;
    return this.numbering.next(numId, Number(stated ?? byStyle ?? this.styles.inherited(style, 'level') ?? 0));
  }

  /** The level of the list that the style, or the nearest one it is based on, stands for. */
  private levelOfStyle(numId: string, style: string | undefined): number | undefined {
    for (const id of this.styles.chain(style)) {
      const level = this.numbering.levelOfStyle(numId, id);
      if (level !== undefined) return level;
    }
    return undefined;
  }

  private table(node: XmlNode, outer: Paragraph['cell']): void {
    this.finish(outer);
    // A table inside a cell belongs to the cell around it.
    const table = outer === undefined ? this.tables++ : outer.table;
    const rows = unwrapped(node, 'w:tr').filter((row) => !rowIsGone(row));
    let merging: ReadonlySet<number> = new Set();
    rows.forEach((row, at) => {
      merging = this.row(row, merging, (column) => outer ?? { table, row: at, column });
    });
  }

  /** `merging` has the columns whose cell the row above hands down; gives those that this row does. */
  private row(
    node: XmlNode,
    merging: ReadonlySet<number>,
    place: (column: number) => Paragraph['cell'],
  ): ReadonlySet<number> {
    const next = new Set<number>();
    let column = count(down(node, 'w:trPr'), 'w:gridBefore', 0);
    for (const cell of unwrapped(node, 'w:tc')) {
      const properties = down(cell, 'w:tcPr');
      const vertical = mergeOf(properties, 'w:vMerge');
      if (vertical !== undefined) next.add(column);
      const covered = vertical === 'continue' && merging.has(column);
      const gone = down(properties, 'w:cellDel') !== undefined || mergeOf(properties, 'w:hMerge') === 'continue';
      if (!covered && !gone) this.read(cell, place(column));
      column += Math.max(1, count(properties, 'w:gridSpan', 1));
    }
    return next;
  }
}

function mergeOf(properties: XmlNode | undefined, name: string): 'restart' | 'continue' | undefined {
  const merge = down(properties, name);
  if (merge === undefined) return undefined;
  return merge.attributes['w:val'] === 'restart' ? 'restart' : 'continue';
}

/** Whether the mark at the end of a paragraph was deleted, moved away or is hidden. */
function endIsGone(properties: XmlNode | undefined): boolean {
  const mark = down(properties, 'w:rPr');
  return elements(mark).some(isGone) || isOn(mark, 'w:vanish') === true;
}

function rowIsGone(row: XmlNode): boolean {
  const properties = down(row, 'w:trPr');
  return elements(properties).some(isGone) || isOn(properties, 'w:hidden') === true;
}
