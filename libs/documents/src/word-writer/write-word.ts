import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type ISectionOptions,
} from 'docx';
import { xmlText } from '../written-table';
import { drawn, type Block } from './blocks';
import { Tables } from './tables';
import {
  EDGES,
  FONT,
  lines,
  MARGINS,
  PAGE,
  SIDEWAYS_EDGES,
  SIDEWAYS_MARGINS,
  SIZE,
  TEXT_WIDTH,
} from './official-layout';

/** Pages that lie one way, for wide tables on their side. */
export interface WordSection {
  sideways?: boolean;
  blocks: readonly Block[];
}

/** When a document says it was made whose making means nothing. */
const ANY_TIME = new Date('2000-01-01T00:00:00Z');

/** A document in the layout of GB/T 9704-2012, as a .docx file: the same title, sections and time of making give the same bytes. */
export async function writeWord(
  title: string,
  sections: readonly WordSection[],
  made: Date = ANY_TIME,
): Promise<Buffer> {
  const tables = new Tables();
  const style = (font = FONT.body, size = SIZE.三号) => ({
    run: { font, size, color: '000000', bold: false, italics: false },
    paragraph: { spacing: lines() },
  });
  const file = await Packer.toBuffer(
    new Document({
      title: xmlText(title),
      creator: '落实',
      evenAndOddHeaderAndFooters: true,
      styles: {
        default: {
          document: {
            run: { font: FONT.body, size: SIZE.三号, language: { value: 'en-US', eastAsia: 'zh-CN' } },
            paragraph: { spacing: { before: 0, after: 0 } },
          },
          title: style(FONT.title, SIZE.二号),
          heading1: style(FONT.first),
          heading2: style(FONT.second),
          heading3: style(),
        },
      },
      sections: sections.map((each) => section(each, tables)),
    }),
  );
  return tables.putInto(file, made);
}

const section = ({ sideways = false, blocks }: WordSection, tables: Tables): ISectionOptions => ({
  properties: {
    page: {
      // The library itself turns the sides round for a page on its side.
      size: { ...PAGE, orientation: sideways ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
      margin: sideways ? { ...SIDEWAYS_MARGINS, ...SIDEWAYS_EDGES } : { ...MARGINS, ...EDGES },
    },
    grid: { type: DocumentGridType.DEFAULT, linePitch: 579 },
  },
  footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
  children: blocks.flatMap((block) => drawn(block, sideways ? TEXT_WIDTH.sideways : TEXT_WIDTH.upright, tables)),
});

/** 页码 — 1 — in 四号宋体: right on odd and left on even pages, one character from the edge (§7.5). */
function pageNumber(alignment: typeof AlignmentType.RIGHT | typeof AlignmentType.LEFT): Footer {
  const side = alignment === AlignmentType.RIGHT ? { right: 280 } : { left: 280 };
  const children = [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: FONT.page, size: SIZE.四号 })];
  return new Footer({
    children: [new Paragraph({ alignment, indent: side, spacing: { before: 0, after: 0 }, children })],
  });
}
