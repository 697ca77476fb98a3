import { xmlText, type WrittenCell, type WrittenColumn } from '../written-table';
import { FONT, SIZE, twips } from './official-layout';

/** Lines are three quarters of a point high for each half point of the type. */
const LINE = 15;
/** Millimetres for a character of a column below which the table is set in 小五 instead of 五号. */
const NARROW = 3.4;
/** The space between a cell and its text, in twentieths of a point. */
const EDGE = { side: 60, above: 40 };

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => xmlText(text).replace(/[&<>"]/g, (sign) => ESCAPED[sign]);

/**
 * A table `width` millimetres wide whose head is repeated on every page; no row is cut by the end of a page.
 * As markup (ISO/IEC 29500 §17.4): the library takes milliseconds for each cell, and lists have tens of thousands.
 */
export function tableXml(
  columns: readonly WrittenColumn[],
  rows: readonly (readonly WrittenCell[])[],
  width: number,
): string {
  const characters = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => twips((width * column.width) / characters));
  const whole = widths.reduce((sum, each) => sum + each, 0);
  const size = width / characters < NARROW ? SIZE.小五 : SIZE.五号;
  const row = (cells: readonly WrittenCell[], isHead: boolean) =>
    `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells
      .map((cell, index) => cellXml(cell, columns[index], { width: widths[index], size, isHead }))
      .join('')}</w:tr>`;
  return [
    `<w:tbl><w:tblPr><w:tblW w:type="dxa" w:w="${whole}"/>${BORDERS}<w:tblLayout w:type="fixed"/>${CELL_MARGINS}</w:tblPr>`,
    `<w:tblGrid>${widths.map((each) => `<w:gridCol w:w="${each}"/>`).join('')}</w:tblGrid>`,
    row(
      columns.map(({ title }) => ({ text: title })),
      true,
    ),
    ...rows.map((cells) => row(cells, false)),
    '</w:tbl>',
  ].join('');
}

interface Place {
  width: number;
  /** In half points. */
  size: number;
  isHead: boolean;
}

function cellXml({ text, colour }: WrittenCell, column: WrittenColumn, { width, size, isHead }: Place): string {
  const { eastAsia, ascii } = isHead ? FONT.first : FONT.body;
  const fonts = `<w:rFonts w:ascii="${ascii}" w:hAnsi="${ascii}" w:eastAsia="${eastAsia}" w:hint="eastAsia"/>`;
  const ink = colour ? `<w:color w:val="${colour.ink}"/>` : '';
  const look = `<w:rPr>${fonts}${ink}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`;
  const place = isHead || column.kind || column.centred ? 'center' : 'left';
  const layout = `<w:pPr><w:spacing w:line="${LINE * size}" w:lineRule="exact" w:before="0" w:after="0"/><w:jc w:val="${place}"/></w:pPr>`;
  const paragraphs = text
    .split(/\r?\n/)
    .map((line) => `<w:p>${layout}<w:r>${look}<w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`);
  const ground = colour ? `<w:shd w:val="clear" w:color="auto" w:fill="${colour.ground}"/>` : '';
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${ground}<w:vAlign w:val="center"/></w:tcPr>${paragraphs.join('')}</w:tc>`;
}

const BORDERS = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join('')}</w:tblBorders>`;
const CELL_MARGINS = `<w:tblCellMar>${Object.entries({
  top: EDGE.above,
  left: EDGE.side,
  bottom: EDGE.above,
  right: EDGE.side,
})
  .map(([side, space]) => `<w:${side} w:w="${space}" w:type="dxa"/>`)
  .join('')}</w:tblCellMar>`;
