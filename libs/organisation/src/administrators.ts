import type { EntityManager } from 'typeorm';
import { DomainError } from '#platform/domain-error';

/** Call after changing roles or people. Throws person.last-administrator when nobody active is left to administer the top unit. */
export async function keepAnAdministrator(tx: EntityManager): Promise<void> {
  // Two administrators who remove each other at once would each still see the other.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('last-administrator', 0))`);
  const rows = await tx.query<unknown[]>(
    `SELECT 1 FROM role_grant g JOIN person p ON p.id = g.person_id JOIN unit u ON u.id = g.unit_id
     WHERE g.role = 'administrator' AND p.active AND u.parent_id IS NULL LIMIT 1`,
  );
  if (rows.length === 0) {
    const message = '这是最后一名管理员，不能停用或取消其管理员角色。请先指定另一名管理员。';
    throw new DomainError('conflict', 'person.last-administrator', message);
  }
}
