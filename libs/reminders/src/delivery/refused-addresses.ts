import type { EntityManager } from 'typeorm';
import type { Day } from '#platform/clock';

/** An address that a mail server refused for good, and whose it is. */
export interface RefusedAddress {
  address: string;
  personId: string;
  answer: string;
}

/** Supervisors of the nearest unit above the person that has any; else those who administer the top unit. */
const TOLD = `
  WITH RECURSIVE up AS (
    SELECT u.id, u.parent_id, 0 AS height FROM unit u
    WHERE u.id IN (SELECT unit_id FROM position WHERE person_id = $2 UNION SELECT unit_id FROM role_grant WHERE person_id = $2)
    UNION SELECT u.id, u.parent_id, up.height + 1 FROM unit u JOIN up ON u.id = up.parent_id),
  supervisor AS (
    SELECT DISTINCT g.person_id, up.height FROM up JOIN role_grant g ON g.unit_id = up.id AND g.role = 'supervisor'),
  candidate AS (
    SELECT person_id, height FROM supervisor
    UNION SELECT g.person_id, 1000 FROM role_grant g JOIN unit u ON u.id = g.unit_id
    WHERE g.role = 'administrator' AND u.parent_id IS NULL),
  reachable AS (
    SELECT p.id, p.email, c.height FROM candidate c JOIN person p ON p.id = c.person_id
    WHERE p.active AND p.id <> $2 AND p.email IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM undeliverable_address x WHERE x.address = lower(p.email)))`;

/** Sends nothing more to an address, and has those told who can put it right: once for an address. */
export async function refuseAddress(
  db: EntityManager,
  { address, personId, answer }: RefusedAddress,
  { now, today }: { now: Date; today: Day },
): Promise<void> {
  await db.query(
    `${TOLD},
     added AS (
       INSERT INTO undeliverable_address (address, answer, since) VALUES (lower($1), $3, $4) ON CONFLICT DO NOTHING RETURNING address),
     told AS (
       INSERT INTO mail (kind, recipient_id, address, day, status, attempt, claimed_at, subject, text)
       SELECT 'notice', r.id, r.email, $5, 'postponed', 0, $4, '邮箱被拒收：' || b.name,
         b.name || '的邮箱 ' || $1 || ' 被邮件服务器拒收，提醒没有送达。邮件服务器的答复：' || $3
           || E'\\n在更正邮箱以前不再向它发信，提醒仍在系统内显示。请核对并在“组织机构”中更正此人的邮箱。'
       FROM added, reachable r, person b
       WHERE b.id = $2 AND r.height = (SELECT min(height) FROM reachable))
     SELECT count(*) FROM added`,
    [address, personId, answer, now, today],
  );
}
