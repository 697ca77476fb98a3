import type { EntityManager } from 'typeorm';
import type { Day } from '#platform/clock';
import { PERMISSIONS } from '#organisation/role';
import { maySeeSql } from '#tasks/task-sight';
import type { MentionablePerson } from './comment.view';

/** Nobody chooses from more. */
const MOST = 20;

const READERS = [...new Set([...PERMISSIONS['task.read'], ...PERMISSIONS['task.read-drafts']])]
  .map((role) => `'${role}'`)
  .join(', ');

/**
 * Everybody active who may see task $1 on day $2: first from the roles over its units and from those it names, which an
 * index finds, then by the rule itself. Who shares a name has his unit in his words, and his login when that does not help.
 */
const SEEING = `WITH RECURSIVE seen AS (SELECT * FROM task WHERE id = $1),
  up AS (
    SELECT u.id, u.parent_id FROM unit u JOIN seen t ON u.id = t.lead_unit_id OR u.id = ANY(t.supporter_ids)
    UNION SELECT u.id, u.parent_id FROM unit u JOIN up ON up.parent_id = u.id),
  named AS (SELECT unnest(ARRAY[assignee_id, leader_id] || supporter_ids) AS id FROM seen),
  near AS (
    SELECT g.person_id AS id FROM role_grant g JOIN up ON up.id = g.unit_id WHERE g.role IN (${READERS})
    UNION SELECT id FROM named
    UNION SELECT a.deputy_id FROM absence a JOIN named ON named.id = a.person_id WHERE $2::date BETWEEN a.from_day AND a.to_day),
  person_there AS (
    SELECT p.id, p.name, p.login, (
      SELECT string_agg(DISTINCT concat_ws(' ', u.name, o.title), '、')
      FROM (SELECT unit_id FROM position WHERE person_id = p.id UNION SELECT unit_id FROM role_grant WHERE person_id = p.id) m
      JOIN unit u ON u.id = m.unit_id LEFT JOIN position o ON o.person_id = p.id AND o.unit_id = u.id) AS places,
      (SELECT u.name FROM (SELECT unit_id, 0 AS place FROM position WHERE person_id = p.id
         UNION ALL SELECT unit_id, 1 FROM role_grant WHERE person_id = p.id) m
       JOIN unit u ON u.id = m.unit_id ORDER BY m.place, u.name LIMIT 1) AS unit
    FROM near JOIN person p ON p.id = near.id AND p.active CROSS JOIN seen t
    WHERE ${maySeeSql('t', 'p.id', '$2::date')}),
  told_apart AS (
    SELECT id, name, login, coalesce(places, '') AS places,
      CASE WHEN count(*) OVER (PARTITION BY name) = 1 THEN name
        WHEN count(*) OVER (PARTITION BY name, unit) = 1 AND unit IS NOT NULL THEN name || '（' || unit || '）'
        ELSE name || '（' || coalesce(unit || ' ', '') || login || '）' END AS words
    FROM person_there)`;

/** Who may be mentioned about the task, by a part of the name or login. */
export function mentionable(db: EntityManager, taskId: string, day: Day, part: string): Promise<MentionablePerson[]> {
  return db.query(
    `${SEEING} SELECT id, name, places, words FROM told_apart
     WHERE strpos(lower(name || ' ' || login || ' ' || words), lower($3)) > 0
     ORDER BY strpos(name, $3) <> 1, name, words LIMIT ${MOST}`,
    [taskId, day, part],
  );
}

/** The words of those of `ids` who may see the task. */
export function wordsOf(
  db: EntityManager,
  taskId: string,
  day: Day,
  ids: readonly string[],
): Promise<Pick<MentionablePerson, 'id' | 'name' | 'words'>[]> {
  return db.query(`${SEEING} SELECT id, name, words FROM told_apart WHERE id = ANY($3::uuid[])`, [taskId, day, ids]);
}
