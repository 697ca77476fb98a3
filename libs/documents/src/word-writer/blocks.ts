import { AlignmentType, Paragraph, TextRun, type FileChild, type IParagraphOptions, type IRunOptions } from 'docx';
import { xmlText, type WrittenCell, type WrittenColumn } from '../written-table';
import { FONT, lines, SIZE, TIGHT, TWO_CHARACTERS } from './official-layout';
import { tableXml } from './table-xml';
import type { Tables } from './tables';

/** A part of a document: its title, a heading with its number (一、（一）1.), a paragraph, or a table as wide as the page's text. */
export type Block =
  | { kind: 'title' | 'paragraph'; text: string }
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  /** 发文字号, centred below the title. */
  | { kind: 'number'; text: string }
  /** 主送机关, from the left edge. */
  | { kind: 'recipients'; text: string }
  /** 附件说明, one line for each annex. */
  | { kind: 'annexes'; titles: readonly string[] }
  /** 发文机关署名 above 成文日期. */
  | { kind: 'signature'; signatory: string; date: string }
  /** 附件1, above the title of an annex. */
  | { kind: 'annex'; text: string }
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

/** 附件说明 (§7.3.4): two characters in, numbered where there are several, without a sign at the end. */
function annexLines(titles: readonly string[]): FileChild[] {
  if (titles.length === 1) return [paragraph(`附件：${titles[0]}`)];
  return titles.map((title, index) =>
    index === 0
      ? paragraph(`附件：1．${title}`)
      : // Below the first number: behind two characters and the three of 附件：.
        paragraph(`${index + 1}．${title}`, {}, { indent: { left: 960, ...TWO_CHARACTERS } }),
  );
}

/** Without a seal (§7.3.5.2): the name two characters from the right edge, the date begins two characters further in than the name. */
function signature(signatory: string, date: string): FileChild[] {
  const before = (characters: number) => ({
    alignment: AlignmentType.RIGHT,
    indent: { firstLine: 0, right: Math.round(320 * characters) },
  });
  // Where the date is the longer, it lies two characters from the edge, and the name further in.
  const dateEdge = Math.max(2, widthOf(signatory) - widthOf(date));
  const nameEdge = Math.max(2, dateEdge + widthOf(date) + 2 - widthOf(signatory));
  return [
    ...[paragraph('', {}, UNINDENTED), paragraph('', {}, UNINDENTED)],
    paragraph(signatory, {}, { ...before(nameEdge), keepNext: true }),
    paragraph(date, {}, before(dateEdge)),
  ];
}

/** In characters: digits are half as wide. */
const widthOf = (text: string) => [...text].reduce((sum, sign) => sum + (/[\d ]/.test(sign) ? 0.5 : 1), 0);

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
    case 'number':
      return [paragraph(block.text, {}, CENTRED), paragraph('', {}, UNINDENTED)];
    case 'recipients':
      return [paragraph(block.text, {}, UNINDENTED)];
    case 'annexes':
      return [paragraph('', {}, UNINDENTED), ...annexLines(block.titles)];
    case 'signature':
      return signature(block.signatory, block.date);
    case 'annex':
      return [paragraph(block.text, { font: FONT.first }, UNINDENTED)];
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
