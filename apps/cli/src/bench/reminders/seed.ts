import type { Client } from 'pg';
import { fillTasks, seedOrganisation, taskWords } from '../seeding';

/** How many tasks there are, and how many of them each person has to be reminded of on the day. */
export interface Size {
  people: number;
  dueEach: number;
  tasks: number;
}

/**
 * Fills a migrated, empty database: tasks due on `today`, `dueEach` for each person, among others that nobody has to be
 * reminded of: closed ones, drafts, and ones under way that are due in months. Nobody is asked for progress.
 */
export async function seedDue(client: Client, size: Size, today: string, say: (line: string) => void): Promise<void> {
  say(`造数据：${size.people} 人、${size.tasks} 项任务，其中每人 ${size.dueEach} 项今天到期…`);
  const { rows } = await client.query<{ id: string }>(`INSERT INTO unit (name) VALUES ('示范区') RETURNING id`);
  const [{ id: rootId }] = rows;
  await seedOrganisation(client, rootId, size.people);
  await client.query(`INSERT INTO reminder_policy (unit_id, requests) VALUES ($1, '{}')`, [rootId]);
  await fillTasks(client, () => tasks(client, size, today), say);
}

async function tasks(client: Client, { people, dueEach, tasks: total }: Size, today: string): Promise<void> {
  const due = people * dueEach;
  await client.query(
    `INSERT INTO task (code, title, text, status, due_on, original_due_on, due_basis, lead_unit_id, assignee_id, progress,
       assigned_on, closed_on, closed_at, created_by_id, created_at, updated_at)
     SELECT ${taskWords('n')}, s.status, d.due, d.due, 'explicit', p.unit_id, CASE WHEN s.status <> 'drafted' THEN p.person_id END,
       CASE WHEN s.status = 'closed' THEN 100 ELSE n * 7 % 100 END, CASE WHEN s.status <> 'drafted' THEN $1::date - 120 END,
       CASE WHEN s.status = 'closed' THEN d.due END, CASE WHEN s.status = 'closed' THEN d.due::timestamptz END, p.person_id,
       $1::date - 120, $1::date - 30
     FROM generate_series(1, ${total}) n
     JOIN place p ON p.number = n % ${people}
     CROSS JOIN LATERAL (SELECT CASE WHEN n <= ${due} THEN 'in-progress'
       ELSE (ARRAY['closed', 'closed', 'closed', 'drafted', 'accepted', 'in-progress'])[1 + n / 7 % 6] END AS status) s
     CROSS JOIN LATERAL (SELECT CASE WHEN n <= ${due} THEN $1::date WHEN s.status = 'closed' THEN $1::date - 1 - n * 31 % 700
       ELSE $1::date + 90 + n * 37 % 300 END AS due) d`,
    [today],
  );
}
