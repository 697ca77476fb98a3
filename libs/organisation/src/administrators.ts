import type { EntityManager } from 'typeorm';
import { DomainError } from '#platform/domain-error';

/**
 * Waits until no other administrator's change to units, people or roles is under way; lasts until the transaction ends.
 * Call it first: two moves at once could close a circle that neither sees alone, two administrators could remove each
 * other, and two changes that lock rows in different order would wait for each other for ever.
 */
export async function takeTurn(tx: EntityManager): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('organisation', 0))`);
}

/** Throws person.last-administrator when nobody active is left to administer the top unit. */
export async function keepAnAdministrator(tx: EntityManager): Promise<void> {
  const rows = await tx.query<unknown[]>(
    `SELECT 1 FROM role_grant g JOIN person p ON p.id = g.person_id JOIN unit u ON u.id = g.unit_id
     WHERE g.role = 'administrator' AND p.active AND u.parent_id IS NULL LIMIT 1`,
  );
  if (rows.length === 0) {
    const message = '这是最后一名管理员，不能停用或取消其管理员角色。请先指定另一名管理员。';
    throw new DomainError('conflict', 'person.last-administrator', message);
  }
}
