import type { EntityManager } from 'typeorm';
import { Conditions } from '#platform/conditions';
import { storable } from '#platform/storable';
import type { CountKey } from './composing/figures';
import { canonicalJson } from './issuing/canonical-json';
import type { SummaryRowData } from './summary-rows';

/** Rows written and read at a time. */
const PORTION = 500;

export interface StoredRow {
  position: number;
  counts: CountKey[];
  /** Canonical JSON of a SummaryRowData. */
  data: string;
}

/** Keeps rows with a summary, in their order; the first has `position`. */
export async function storeRows(
  tx: EntityManager,
  summaryId: string,
  position: number,
  rows: readonly { row: SummaryRowData; counts: readonly CountKey[] }[],
): Promise<string[]> {
  const texts = rows.map(({ row }) => canonicalJson(row));
  const given = rows.map(({ row: { subject, id }, counts }, index) => ({
    ...{ position: position + index, subject, subject_id: id, counts, data: texts[index] },
  }));
  await tx.query(
    `INSERT INTO summary_row (summary_id, position, subject, subject_id, counts, data)
     SELECT $1, position, subject, subject_id, counts, data
     FROM jsonb_to_recordset($2) AS x (position int, subject text, subject_id uuid, counts text[], data text)`,
    [summaryId, storable(given)],
  );
  return texts;
}

export interface WhichRows {
  subject?: 'task' | 'problem';
  /** Only rows of this count. */
  count?: CountKey;
}

/** The next rows of a summary behind `after`. */
export function rowsAfter(
  db: EntityManager,
  summaryId: string,
  { subject, count }: WhichRows,
  after: number,
  limit: number,
): Promise<StoredRow[]> {
  const which = new Conditions()
    .add('summary_id = ?', summaryId)
    .add('position > ?', after)
    .given(subject, 'subject = ?')
    .given(count, '? = ANY(counts)');
  return db.query<StoredRow[]>(
    `SELECT position, counts, data FROM summary_row ${which.where} ORDER BY position LIMIT ${which.value(limit)}`,
    which.values,
  );
}

/** All rows of a summary in portions. */
export async function* storedRows(
  db: EntityManager,
  summaryId: string,
  which: WhichRows = {},
): AsyncGenerator<StoredRow[]> {
  for (let after = -1; ;) {
    const rows = await rowsAfter(db, summaryId, which, after, PORTION);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.position;
  }
}
