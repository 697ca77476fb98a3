import type { EntityManager } from 'typeorm';
import type { ItemChange } from './edition.view';

type Row = Omit<ItemChange, 'decidedAt'> & { decidedAt: Date | null };

/** What became of every item from the former edition to this one, in the order of the text, what is gone where it stood. */
export async function itemChanges(db: EntityManager, reportId: string): Promise<ItemChange[]> {
  const rows = await db.query<Row[]>(
    `SELECT v.id, v.change, coalesce(i.kind, f.kind) AS kind, coalesce(i.title, f.title, left(v.text, 30)) AS title,
       v.former_text AS "formerText", v.former_due_on AS "formerDueOn",
       coalesce(f.section_path || f.group_path, '{}') AS "formerSection", f.start_offset AS "formerStart",
       v.text, v.due_on AS "dueOn", coalesce(i.section_path || i.group_path, '{}') AS section, i.start_offset AS start,
       CASE WHEN v.change = 'gone' THEN f.status ELSE i.status END AS status,
       t.id AS "taskId", t.code AS "taskCode", t.status AS "taskStatus", t.due_on AS "taskDueOn", p.id AS "problemId",
       v.decision, v.reason, d.name AS "decidedBy", v.decided_at AS "decidedAt"
     FROM item_revision v
     LEFT JOIN report_item i ON i.id = v.item_id
     LEFT JOIN report_item f ON f.id = v.former_item_id
     LEFT JOIN anchor n ON n.item_id = CASE WHEN v.change = 'gone' THEN f.id ELSE i.id END
     LEFT JOIN task t ON t.anchor_id = n.id AND t.parent_id IS NULL
     LEFT JOIN problem p ON p.anchor_id = n.id
     LEFT JOIN person d ON d.id = v.decided_by_id
     WHERE v.report_id = $1
     ORDER BY coalesce(i.start_offset, f.start_offset), v.id`,
    [reportId],
  );
  return rows.map((row) => ({ ...row, decidedAt: row.decidedAt?.toISOString() ?? null }));
}
