import { AlignmentType, Paragraph, TextRun, type FileChild, type IParagraphOptions, type IRunOptions } from 'docx';
import { xmlText, type WrittenCell, type WrittenColumn } from '../written-table';
import { FONT, lines, SIZE, TIGHT, TWO_CHARACTERS } from './official-layout';
import { tableXml } from './table-xml';
import type { Tables } from './tables';

/** A part of a document: its title, a heading with its number (一、（一）1.), a paragraph, or a table as wide as the page's text. */
export type Block =
  | { kind: 'title' | 'paragraph'; text: string }
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  /** 表题, and a line of explanation below it. */
  | { kind: 'caption' | 'note'; text: string }
  | { kind: 'table'; columns: readonly WrittenColumn[]; rows: readonly (readonly WrittenCell[])[] };

const run = (text: string, options: IRunOptions = {}) =>
  new TextRun({ font: FONT.body, size: SIZE.三号, characterSpacing: TIGHT, ...options, text: xmlText(text) });

const paragraph = (text: string, look: IRunOptions = {}, options: IParagraphOptions = {}) =>
  new Paragraph({
    spacing: lines(),
    indent: TWO_CHARACTERS,
    alignment: AlignmentType.BOTH,
    overflowPunctuation: true,
    ...options,
    children: [run(text, look)],
  });

const UNINDENTED = { indent: { firstLine: 0 } };
const CENTRED = { ...UNINDENTED, alignment: AlignmentType.CENTER };
const HEADINGS: Record<1 | 2 | 3, { look: IRunOptions; style: string }> = {
  1: { look: { font: FONT.first }, style: 'Heading1' },
  2: { look: { font: FONT.second }, style: 'Heading2' },
  3: { look: { bold: true }, style: 'Heading3' },
};

/** What Word shows of a block on a page whose text is `width` millimetres wide. */
export function drawn(block: Block, width: number, tables: Tables): FileChild[] {
  switch (block.kind) {
    case 'title':
      return [
        paragraph(
          block.text,
          { font: FONT.title, size: SIZE.二号 },
          { ...CENTRED, style: 'Title', spacing: lines(35) },
        ),
        paragraph('', {}, UNINDENTED),
      ];
    case 'heading': {
      const { look, style } = HEADINGS[block.level];
      return [paragraph(block.text, look, { style, keepNext: true })];
    }
    case 'paragraph':
      return [paragraph(block.text)];
    case 'caption':
      return [
        paragraph(
          block.text,
          { font: FONT.title, size: SIZE.二号 },
          { ...CENTRED, style: 'Heading1', spacing: lines(35) },
        ),
      ];
    case 'note':
      return [paragraph(block.text, { size: SIZE.五号 }, { ...CENTRED, spacing: { ...lines(20), after: 120 } })];
    case 'table':
      return [tables.add(tableXml(block.columns, block.rows, width))];
  }
}
