import type { LedgerField } from './fields';
import { LEDGER_FIELDS } from './fields';
import type { LedgerTable } from './ledger-table';

/** One task as the ledger writes it. */
export interface LedgerRow {
  /** As a spreadsheet shows it. */
  row: number;
  title: string;
  /** Cells of each field with the head of their column; columns without content are left out. */
  said: Partial<Record<LedgerField, { head: string; text: string }[]>>;
  group: string | null;
  /** The row above that it continues. */
  continues: number | null;
}

/** Cells that a row which only continues the one above does not repeat. */
const CARRIED = ['leadUnit', 'supportingUnits', 'assignee', 'leader', 'dueOn', 'basis'] as const;
const SHORT = 40;

/**
 * The rows of a table by what their columns mean. A row without a title of its own goes on with the task above and takes what it leaves
 * empty from there. Rows that share a title (one 工作任务 with several 措施) are told apart by the beginning of their own measure.
 */
export function ledgerRows(table: LedgerTable, fields: readonly (LedgerField | null)[]): LedgerRow[] {
  const rows: LedgerRow[] = [];
  for (const { row, cells, group } of table.rows) {
    const said: LedgerRow['said'] = {};
    table.columns.forEach(({ at, head }, place) => {
      const field = fields[place];
      const text = cells[at] ?? '';
      if (field && text !== '') (said[field] ??= []).push({ head, text });
    });
    if (Object.keys(said).length === 0) continue;
    const own = said.title?.[0].text ?? '';
    const above = rows.at(-1);
    if (own !== '' || above === undefined || said.text === undefined) {
      rows.push({ row, title: own || beginning(said.text?.[0].text ?? ''), said, group, continues: null });
      continue;
    }
    for (const field of CARRIED) said[field] ??= above.said[field];
    said.title = above.said.title;
    rows.push({ row, title: said.title?.[0].text ?? above.title, said, group, continues: above.row });
  }
  return tellApart(rows);
}

function tellApart(rows: LedgerRow[]): LedgerRow[] {
  const times = new Map<string, Set<string>>();
  const measure = ({ said }: LedgerRow) => said.text?.[0].text ?? '';
  for (const row of rows) times.set(row.title, (times.get(row.title) ?? new Set()).add(measure(row)));
  return rows.map((row) =>
    (times.get(row.title)?.size ?? 0) > 1 && measure(row) !== ''
      ? { ...row, title: `${row.title}：${beginning(measure(row))}` }
      : row,
  );
}

/** The first clause of a text, for a title. */
function beginning(text: string): string {
  const clause = text
    .replace(/^(?:[（(]?\d{1,2}[）).、．]|[①-⑳])\s*/, '')
    .split(/[。；;\n]/)[0]
    .trim();
  return clause.length > SHORT ? `${clause.slice(0, SHORT)}…` : clause;
}

/** The cells of a field as one text; several columns each with their head. */
export function textOf(row: LedgerRow, field: LedgerField): string {
  const cells = row.said[field] ?? [];
  return cells.map(({ head, text }) => (cells.length > 1 ? `${head}：${text}` : text)).join('\n');
}

/** What the column is called that a field was read from, for messages. */
export function columnOf(row: LedgerRow, field: LedgerField): string {
  return row.said[field]?.[0].head.replaceAll('/', ' / ') || LEDGER_FIELDS[field].label;
}
