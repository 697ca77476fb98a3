import type { Paragraph } from '../document.types';
import { numberIn, OdtNumbering, restartBelow, type List } from './odt-numbering';
import { isEncrypted, isOdt, PREFIXES } from './odt-package';
import { OdtStyles } from './odt-styles';
import { isHidden, wordsOf } from './odt-text';
import { withLabel } from '../labels';
import { readXml } from '../archive/xml-part';
import type { ZipArchive } from '../archive/zip-archive';
import type { ArchiveReader } from '../reader';
import { refuse } from '../refusals';
import { down, elements, type XmlNode } from '../archive/xml-tree';

/** OpenDocument texts and their templates. */
export const odtReader: ArchiveReader = {
  fits: isOdt,
  read: ({ archive, name }) => {
    if (isEncrypted(archive)) {
      throw refuse('document.protected', `${name}设有密码，无法读取；请取消密码保护后再试。`);
    }
    return { format: 'odt', ...readOdt(archive) };
  },
};

/**
 * The paragraphs of an OpenDocument text in reading order: automatic numbers in front of their text, soft breaks as `\n`, table cells with their
 * place (covered cells have none). Left out: tracked deletions, hidden text, annotations, indexes. Footnotes come apart. Throws XmlError and ArchiveError.
 */
function readOdt(archive: ZipArchive): { paragraphs: Paragraph[]; footnotes: string[] } {
  const content = readXml(archive, 'content.xml', PREFIXES);
  const common = readXml(archive, 'styles.xml', PREFIXES);
  const reader = new OdtReader(new OdtStyles(common, content), new OdtNumbering(common, content));
  reader.blocks(down(content, 'office:body', 'office:text'), undefined);
  return { paragraphs: reader.paragraphs, footnotes: reader.footnotes };
}

/** Blocks that are no text of the report: old versions, indexes, which repeat it, and declarations. */
const SILENT = new Set([
  'text:tracked-changes',
  'text:table-of-content',
  'text:illustration-index',
  'text:table-index',
  'text:object-index',
  'text:user-index',
  'text:alphabetical-index',
  'text:bibliography',
  'office:annotation',
  'office:forms',
  'draw:object',
]);
const ROW_GROUPS = new Set(['table:table-header-rows', 'table:table-rows', 'table:table-row-group']);
/** A row or cell may say that it stands there many times. So many times it does, and so many characters a document may gain by that. */
const MOST_REPEATED = 100;
const MOST_COPIED = 200_000;

/** The list around a paragraph, and how deep in it the paragraph stands. */
interface Place {
  list: List;
  style: string | undefined;
  level: number;
}

type Cell = NonNullable<Paragraph['cell']>;

class OdtReader {
  readonly paragraphs: Paragraph[] = [];
  readonly footnotes: string[] = [];
  private tables = 0;
  private copied = 0;

  constructor(
    private readonly styles: OdtStyles,
    private readonly numbering: OdtNumbering,
  ) {}

  blocks(node: XmlNode | undefined, cell: Paragraph['cell']): void {
    for (const child of elements(node)) this.block(child, cell);
  }

  private block(node: XmlNode, cell: Paragraph['cell']): void {
    if (node.name === 'text:p' || node.name === 'text:h') this.paragraph(node, cell, this.outlineLabel(node));
    else if (node.name === 'text:list') this.list(node, undefined, cell);
    else if (node.name === 'text:numbered-paragraph') this.numbered(node, cell);
    else if (node.name === 'table:table') this.table(node, cell);
    else if (node.name === 'text:table-of-content') this.dropContentsTitle();
    else if (!SILENT.has(node.name) && !(node.name === 'text:section' && isHiddenSection(node)))
      this.blocks(node, cell);
  }

  private paragraph(node: XmlNode, cell: Paragraph['cell'], label: string | undefined): void {
    const style = node.attributes['text:style-name'];
    if (isHidden(node, this.styles)) return;
    if (this.styles.isContents(style)) return this.dropContentsTitle();
    const words = wordsOf(node, this.styles);
    // A number without words would read as a part of the report; it has counted all the same.
    const numbered = label !== undefined && label !== '' && words.text.trim() !== '';
    const paragraph: Paragraph = { text: numbered ? withLabel(label, words.text) : words.text };
    if (numbered) paragraph.label = label;
    const heading = this.outlineOf(node) ?? this.styles.headingByName(style);
    if (heading !== undefined) paragraph.heading = Math.min(heading, 9);
    if (cell !== undefined) paragraph.cell = cell;
    this.paragraphs.push(paragraph);
    for (const note of words.notes) this.footnotes.push(this.noteText(note));
    for (const box of words.boxes) this.block(box, cell);
  }

  private noteText(note: XmlNode): string {
    const reader = new OdtReader(this.styles, this.numbering);
    reader.blocks(note, undefined);
    return reader.paragraphs
      .map(({ text }) => text)
      .join('\n')
      .trim();
  }

  /** The outline level of a heading, or of a paragraph whose style makes it one. */
  private outlineOf(node: XmlNode): number | undefined {
    return node.name === 'text:h'
      ? numberIn(node.attributes['text:outline-level']) || 1
      : this.styles.outline(node.attributes['text:style-name']);
  }

  /** The number that the outline of the document gives a heading outside of lists. */
  private outlineLabel(node: XmlNode): string | undefined {
    const level = this.outlineOf(node);
    const { attributes } = node;
    if (level === undefined || attributes['text:is-list-header'] === 'true') return undefined;
    if (this.styles.leavesOutline(attributes['text:style-name'])) return undefined;
    const start =
      attributes['text:restart-numbering'] === 'true' ? (numberIn(attributes['text:start-value']) ?? 1) : undefined;
    return this.numbering.nextHeading(level, start);
  }

  private list(node: XmlNode, outer: Place | undefined, cell: Paragraph['cell']): void {
    const list = outer?.list ?? this.numbering.begin(node);
    const style = node.attributes['text:style-name'] ?? (outer === undefined ? list.style : outer.style);
    const place: Place = { list, style, level: (outer?.level ?? 0) + 1 };
    for (const item of elements(node)) this.item(item, place, cell);
  }

  private item(item: XmlNode, place: Place, cell: Paragraph['cell']): void {
    // The first paragraph of an item has its number; one of a header has none.
    let counted = item.name === 'text:list-header';
    for (const child of elements(item)) {
      if (child.name === 'text:p' || child.name === 'text:h') {
        const start = numberIn(item.attributes['text:start-value']);
        this.paragraph(child, cell, counted ? undefined : this.label(child, place, start));
        counted = true;
      } else if (child.name === 'text:list') {
        // Below a paragraph a list begins anew; an item without one only carries a list that goes on.
        if (counted && child.attributes['text:continue-numbering'] !== 'true') restartBelow(place.list, place.level);
        this.list(child, place, cell);
      } else this.block(child, cell);
    }
  }

  private label(paragraph: XmlNode, { list, style, level }: Place, start: number | undefined): string {
    const listStyle = style ?? this.styles.list(paragraph.attributes['text:style-name']);
    return this.numbering.next(list, listStyle, level, start);
  }

  private numbered(node: XmlNode, cell: Paragraph['cell']): void {
    const { attributes } = node;
    const list = this.numbering.named(attributes['text:list-id'] ?? '', attributes['text:style-name']);
    const place: Place = {
      list,
      style: attributes['text:style-name'] ?? list.style,
      level: numberIn(attributes['text:level']) || 1,
    };
    this.item(node, place, cell);
  }

  /** 目录 above a table of contents that is left out. */
  private dropContentsTitle(): void {
    if (/^\s*目\s*[录次]\s*$/.test(this.paragraphs.at(-1)?.text ?? '')) this.paragraphs.pop();
  }

  private table(node: XmlNode, outer: Paragraph['cell']): void {
    // A table inside a cell belongs to the cell around it.
    const table = outer === undefined ? this.tables++ : outer.table;
    let row = 0;
    for (const one of rowsOf(node)) {
      const from = this.paragraphs.length;
      this.row(one, (column) => outer ?? { table, row, column });
      row++;
      this.repeat(one.attributes['table:number-rows-repeated'], from, () => {
        const at = row++;
        return (cell) => outer ?? { ...cell, row: at };
      });
    }
  }

  private row(node: XmlNode, place: (column: number) => Cell): void {
    let column = 0;
    for (const cell of elements(node)) {
      const repeated = cell.attributes['table:number-columns-repeated'];
      if (cell.name === 'table:covered-table-cell') column += Math.min(numberIn(repeated) || 1, MOST_REPEATED);
      else if (cell.name === 'table:table-cell') {
        const from = this.paragraphs.length;
        this.cell(cell, place(column++));
        this.repeat(repeated, from, () => {
          const at = place(column++);
          return () => at;
        });
      }
    }
  }

  private cell(node: XmlNode, place: Cell): void {
    const before = this.paragraphs.length;
    this.blocks(node, place);
    if (this.paragraphs.length === before) this.paragraphs.push({ text: '', cell: place });
  }

  /**
   * Copies the paragraphs of a row or cell, which begin at `from`, as often as it says it stands there, within what a document may gain by that.
   * `next` gives the place of the next copy.
   */
  private repeat(times: string | undefined, from: number, next: () => (cell: Cell) => Cell): void {
    const wanted = Math.min(numberIn(times) || 1, MOST_REPEATED);
    if (wanted === 1) return;
    const first = this.paragraphs.slice(from);
    const size = first.reduce((sum, { text }) => sum + text.length + 1, 0);
    for (let copy = 1; copy < wanted && this.copied + size <= MOST_COPIED; copy++) {
      this.copied += size;
      const place = next();
      for (const paragraph of first) {
        if (paragraph.cell !== undefined) this.paragraphs.push({ ...paragraph, cell: place(paragraph.cell) });
      }
    }
  }
}

function rowsOf(node: XmlNode): XmlNode[] {
  return elements(node).flatMap((child) =>
    child.name === 'table:table-row' ? [child] : ROW_GROUPS.has(child.name) ? rowsOf(child) : [],
  );
}

function isHiddenSection({ attributes }: XmlNode): boolean {
  return attributes['text:display'] === 'none' || attributes['text:is-hidden'] === 'true';
}
