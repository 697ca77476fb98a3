import type { EntityManager } from 'typeorm';
import { DomainError } from '#platform/domain-error';
import type { Actor } from './actor';

/**
 * Waits until no other administrator's change to units, people or roles is under way; lasts until the transaction ends.
 * Call it first: two moves at once could close a circle that neither sees alone, two administrators could remove each
 * other, and two changes that lock rows in different order would wait for each other for ever.
 */
export async function takeTurn(tx: EntityManager): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('organisation', 0))`);
}

/** What belongs to the whole installation is for whoever administers all of it. Throws system.not-yours. */
export function mustAdministerAll(actor: Actor): void {
  if (actor.everywhere('organisation.manage')) return;
  throw new DomainError('forbidden', 'system.not-yours', '这里由最高一级单位的管理员维护，请与其联系。');
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
