import type { Client } from 'pg';
import { fillTasks, seedOrganisation, taskWords } from '../seeding';

export const SIZE = { units: 2000, people: 10_000, tasks: 1_000_000 };
/** Tasks of the person who only reports progress, so that no two requests meet on one task. */
const TO_REPORT = 60_000;

/** People who were signed in before: by whom the tasks are read and written. */
export interface Cast {
  /** Supervisor over the bureau and its sections. */
  chief: string;
  /** Responsible for about a hundred tasks. */
  officer: string;
  /** Responsible for `TO_REPORT` tasks under way. */
  reporter: string;
  /** The bureau of these three. */
  bureau: string;
}

/** Fills a database that holds nothing but the root unit and the cast. Takes about two minutes. */
export async function seed(client: Client, rootId: string, cast: Cast, say: (line: string) => void): Promise<void> {
  say(`造数据：${SIZE.units} 个单位、${SIZE.people} 人、${SIZE.tasks} 项任务…`);
  await seedOrganisation(client, rootId, SIZE.people);
  await fillTasks(client, () => tasks(client, cast), say);
}

async function tasks(client: Client, cast: Cast): Promise<void> {
  const columns =
    'code, title, text, status, due_on, original_due_on, due_basis, lead_unit_id, assignee_id, progress, assigned_on, closed_on, closed_at, created_by_id, updated_at';
  // A third is closed, a tenth drafted; what is open is due in the year around the present day.
  await client.query(
    `INSERT INTO task (${columns})
     SELECT ${taskWords('n')}, s.status, d.due, d.due, 'explicit', p.unit_id,
       CASE WHEN s.status <> 'drafted' THEN p.person_id END, CASE WHEN s.status = 'closed' THEN 100 ELSE n * 7 % 100 END,
       CASE WHEN s.status <> 'drafted' THEN d.due - 120 END, CASE WHEN s.status = 'closed' THEN d.due - 3 + n % 7 END,
       CASE WHEN s.status = 'closed' THEN (d.due - 3 + n % 7)::timestamptz END, $1, now() - n * interval '1 second'
     FROM generate_series(1, ${SIZE.tasks - TO_REPORT}) n
     JOIN place p ON p.number = n % ${SIZE.people}
     CROSS JOIN LATERAL (SELECT (ARRAY['closed','drafted','assigned','accepted','in-progress','in-progress','closed','submitted','closed','in-progress'])[1 + (n / 3) % 10] AS status) s
     CROSS JOIN LATERAL (SELECT CASE WHEN s.status = 'closed' THEN current_date - (n * 31 % 700) ELSE current_date - 30 + (n * 37 % 365) END AS due) d`,
    [cast.officer],
  );
  await client.query(
    `INSERT INTO task (${columns})
     SELECT ${taskWords(`(${SIZE.tasks - TO_REPORT} + n)`)}, 'in-progress', current_date + 60 + n % 200, current_date + 60 + n % 200, 'explicit',
       $2, $1, n % 90, current_date - 30, NULL, NULL, $1, now()
     FROM generate_series(1, ${TO_REPORT}) n`,
    [cast.reporter, cast.bureau],
  );
  await client.query(
    `UPDATE task SET assignee_id = $1, lead_unit_id = $2 WHERE status IN ('accepted', 'in-progress') AND code IN
       (SELECT 'S-' || lpad((n * 1009)::text, 7, '0') FROM generate_series(1, 250) n)`,
    [cast.officer, cast.bureau],
  );
  await client.query(
    `INSERT INTO progress_entry (task_id, person_id, percent, narrative, at)
     SELECT id, assignee_id, progress, '按计划推进，已完成阶段任务。', now() - interval '10 days' FROM task
     WHERE status = 'in-progress' AND assignee_id IS NOT NULL AND right(code, 1) IN ('1', '4', '7')`,
  );
}
