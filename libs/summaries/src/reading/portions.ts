import type { EntityManager } from 'typeorm';

/** Rows read at a time. */
const PORTION = 500;

/** The rows of a query in portions, all of the transaction's one moment: a cursor in the database, so that memory stays flat. */
export async function* portions<Row>(
  tx: EntityManager,
  name: 'tasks' | 'problems',
  sql: string,
  values: readonly unknown[],
): AsyncGenerator<Row[]> {
  await tx.query(`DECLARE ${name} NO SCROLL CURSOR FOR ${sql}`, [...values]);
  for (;;) {
    const rows = await tx.query<Row[]>(`FETCH ${PORTION} FROM ${name}`);
    if (rows.length === 0) break;
    yield rows;
  }
  await tx.query(`CLOSE ${name}`);
}

/** The source report's place of anchor `n` in report `r`, as JSON. */
export const SOURCE_JSON = `CASE WHEN n.id IS NOT NULL THEN json_build_object('reportId', n.report_id, 'reportTitle', r.title,
  'sectionPath', n.section_path, 'quote', n.quote) END`;
