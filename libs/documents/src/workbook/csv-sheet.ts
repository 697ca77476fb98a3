import { CsvError, parse } from 'csv-parse/sync';
import { TableError, type TextSheet } from './text-sheet';

export type Separator = ',' | '\t' | ';';

/** A text of separated values as a sheet, no more than `most` rows of it. Throws TableError `quotes` when the quotes do not pair. */
export function csvSheet(text: string, separator: Separator, most: number): TextSheet {
  try {
    const rows: string[][] = parse(text, { delimiter: separator, relax_column_count: true, to: most });
    return { name: '', rows, merges: [], hidden: false, hiddenRows: new Set(), hiddenColumns: new Set() };
  } catch (error) {
    if (error instanceof CsvError) {
      throw new TableError('quotes', typeof error.lines === 'number' ? error.lines : undefined);
    }
    throw error;
  }
}
