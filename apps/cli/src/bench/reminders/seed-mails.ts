import type { Client } from 'pg';

export const PEOPLE = 10_000;
export const LINES = 10;

/** Fills an empty, migrated database: people who want their digest at any hour, and ten planned reminders for each. */
export async function seedMails(db: Client): Promise<void> {
  await db.query(`
    INSERT INTO unit (name) VALUES ('区政府');
    INSERT INTO unit (parent_id, name) SELECT id, '第' || n || '局' FROM unit, generate_series(1, 100) n;
    INSERT INTO person (name, login, email)
    SELECT '人员' || n, 'p' || n, 'p' || n || '@example.com' FROM generate_series(1, ${PEOPLE}) n;
    INSERT INTO mail_preference (person_id, send_hour) SELECT id, 0 FROM person;
    INSERT INTO calendar_exception (day, kind, name)
    SELECT current_date + n, 'workday', '测速' FROM generate_series(-1, 1) n
    ON CONFLICT (day) DO UPDATE SET kind = 'workday';
    UPDATE calendar_year SET version = version + 1 WHERE year = extract(year FROM current_date);
    CREATE TEMP TABLE place AS
      SELECT p.id AS person_id, u.id AS unit_id
      FROM (SELECT id, row_number() OVER (ORDER BY login) AS n FROM person) p
      JOIN (SELECT id, row_number() OVER (ORDER BY name) - 1 AS n FROM unit WHERE parent_id IS NOT NULL) u ON u.n = p.n % 100;
    INSERT INTO role_grant (person_id, unit_id, role) SELECT person_id, unit_id, 'staff' FROM place;
    INSERT INTO task (code, title, text, status, due_on, original_due_on, due_basis, lead_unit_id, assignee_id, assigned_on, progress, created_by_id)
    SELECT 'M-' || lpad(row_number() OVER ()::text, 7, '0'), '推进老旧小区改造第' || n || '项，建立问题台账并逐项销号', '推进老旧小区改造',
      'in-progress', current_date - 3 + n, current_date - 3 + n, 'explicit', unit_id, person_id, current_date - 60, n * 10, person_id
    FROM place, generate_series(0, ${LINES - 1}) n;
    INSERT INTO reminder (task_id, rule, due_on, recipient_id, planned_on)
    SELECT id, CASE WHEN due_on < current_date THEN 'overdue-1' WHEN due_on = current_date THEN 'due' ELSE 'before-7' END,
      due_on, assignee_id, current_date FROM task;
    ANALYZE`);
}
