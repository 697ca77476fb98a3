import type { Paragraph } from '../document.types';
import { Numbering } from './docx-numbering';
import { Styles } from './docx-styles';
import type { ZipArchive } from '../archive/zip-archive';
import type { ArchiveReader } from '../reader';
import { all, down, elements, parseXml, value, type XmlNode } from '../archive/xml-tree';

/** Parts of a paragraph that are no text of the document: deletions, field codes, properties, what newer programs show otherwise. */
const SILENT = new Set([
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:instrText',
  'w:pPr',
  'w:rPr',
  'w:footnoteReference',
  'w:endnoteReference',
  'w:txbxContent',
  'mc:Fallback',
  'w:p',
]);

/** Word documents and what WPS writes as one. */
export const docxReader: ArchiveReader = {
  fits: (archive) => archive.has('word/document.xml'),
  read: ({ archive }) => ({ format: 'docx', ...readDocx(archive) }),
};

/**
 * The paragraphs of a Word document in reading order: automatic numbers in front of their text, tracked deletions left out, insertions kept,
 * soft breaks as `\n`, table cells with their place (a cell that spans columns counts for all of them; the rows under a vertically merged cell
 * have no cell there). Footnotes come apart: they are no part of the running text. Throws XmlError and ArchiveError.
 */
export function readDocx(archive: ZipArchive): { paragraphs: Paragraph[]; footnotes: string[] } {
  const part = (name: string): XmlNode | undefined => {
    const bytes = archive.read(name);
    return bytes === null ? undefined : parseXml(new TextDecoder().decode(bytes));
  };
  const reader = new DocxReader(new Styles(part('word/styles.xml')), new Numbering(part('word/numbering.xml')));
  reader.read(down(part('word/document.xml'), 'w:body'));
  // Separators are notes of a type of their own.
  const footnotes = all(part('word/footnotes.xml'), 'w:footnote')
    .filter((note) => note.attributes['w:type'] === undefined)
    .map((note) => all(note, 'w:p').map(textOf).join('\n').trim());
  return { paragraphs: reader.paragraphs, footnotes };
}

class DocxReader {
  readonly paragraphs: Paragraph[] = [];
  private tables = 0;

  constructor(
    private readonly styles: Styles,
    private readonly numbering: Numbering,
  ) {}

  read(node: XmlNode | undefined, cell?: Paragraph['cell']): void {
    for (const child of elements(node)) {
      if (child.name === 'w:p') this.paragraph(child, cell);
      else if (child.name === 'w:tbl') this.table(child, cell);
      else if (child.name !== 'mc:Fallback' && child.name !== 'w:del' && child.name !== 'w:moveFrom')
        this.read(child, cell);
    }
  }

  private paragraph(node: XmlNode, cell: Paragraph['cell']): void {
    const properties = down(node, 'w:pPr');
    const style = value(properties, 'w:pStyle') ?? this.styles.standard;
    const label = this.label(properties, style);
    const words = textOf(node);
    // A number without words would read as a part of the report; it has counted all the same.
    const numbered = label !== undefined && label !== '' && words.trim() !== '';
    const paragraph: Paragraph = { text: numbered ? withLabel(label, words) : words };
    if (numbered) paragraph.label = label;
    const heading = this.styles.heading(style, value(properties, 'w:outlineLvl'));
    if (heading !== undefined) paragraph.heading = heading;
    if (cell !== undefined) paragraph.cell = cell;
    this.paragraphs.push(paragraph);
    for (const box of textBoxes(node)) this.read(box, cell);
  }

  private label(properties: XmlNode | undefined, style: string | undefined): string | undefined {
    const own = value(properties, 'w:numPr', 'w:numId');
    const numId = own ?? this.styles.inherited(style, 'numId');
    // 0 takes a paragraph out of the list of its style.
    if (numId === undefined || numId === '0') return undefined;
    const stated = value(properties, 'w:numPr', 'w:ilvl');
    const byStyle = style === undefined || own !== undefined ? undefined : this.numbering.levelOfStyle(numId, style);
    return this.numbering.next(numId, Number(stated ?? byStyle ?? this.styles.inherited(style, 'level') ?? 0));
  }

  private table(node: XmlNode, outer: Paragraph['cell']): void {
    const table = this.tables++;
    all(node, 'w:tr').forEach((row, rowIndex) => {
      let column = Number(value(row, 'w:trPr', 'w:gridBefore') ?? 0);
      for (const cell of all(row, 'w:tc').concat(all(down(row, 'w:sdt', 'w:sdtContent'), 'w:tc'))) {
        const properties = down(cell, 'w:tcPr');
        const merge = down(properties, 'w:vMerge');
        const continues = merge !== undefined && merge.attributes['w:val'] !== 'restart';
        // A table inside a cell belongs to the cell around it.
        if (!continues) this.read(cell, outer ?? { table, row: rowIndex, column });
        column += Math.max(1, Number(value(properties, 'w:gridSpan') ?? 1) || 1);
      }
    });
  }
}

/** 一、 and （一） stand close to the text; 1. is set off, so that 1. and 2026年 do not run together. */
function withLabel(label: string, words: string): string {
  return /[、）)》】]$/.test(label) ? label + words.trimStart() : `${label} ${words.trimStart()}`;
}

function textOf(node: XmlNode): string {
  let text = '';
  for (const child of elements(node)) {
    if (SILENT.has(child.name)) continue;
    if (child.name === 'w:t') text += child.children.filter((part) => typeof part === 'string').join('');
    else if (child.name === 'w:tab' || child.name === 'w:ptab') text += '\t';
    else if (child.name === 'w:br' || child.name === 'w:cr') text += child.attributes['w:type'] === 'page' ? '' : '\n';
    else if (child.name === 'w:noBreakHyphen') text += '-';
    else text += textOf(child);
  }
  return text;
}

/** Text boxes drawn inside a paragraph hold paragraphs of their own. */
function textBoxes(node: XmlNode): XmlNode[] {
  return elements(node).flatMap((child) =>
    child.name === 'w:txbxContent'
      ? [child]
      : child.name === 'mc:Fallback' || child.name === 'w:p'
        ? []
        : textBoxes(child),
  );
}
