import type { Extraction } from '#extraction/extraction.types';
import { HEADINGS, rowsOf } from './item-rows';

const WIDTHS = [28, 12, 10, 36, 36, 70, 12, 16, 28, 8];

/** The items as an Excel workbook with one sheet. Cells are texts, so nothing in them can run as a formula. */
export async function toWorkbook(found: Extraction): Promise<Uint8Array> {
  // The spreadsheet library is large; the other formats start without it.
  const { Workbook } = await import('exceljs');
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('报告事项', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = HEADINGS.map((header, index) => ({ header, width: WIDTHS[index] }));
  sheet.getRow(1).font = { bold: true };
  for (const row of rowsOf(found)) sheet.addRow(row);
  sheet.eachRow((row) => {
    row.alignment = { vertical: 'top', wrapText: true };
  });
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: HEADINGS.length } };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
