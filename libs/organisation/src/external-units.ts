import { In, type EntityManager } from 'typeorm';
import { DomainError } from '#platform/domain-error';
import { Unit } from './unit.entity';

/** An external body 外部单位 has neither people nor units of ours. Throws unit.external. */
export async function refuseExternal(tx: EntityManager, unitIds: readonly string[]): Promise<void> {
  const found = await tx.findOneBy(Unit, { id: In([...new Set(unitIds)]), external: true });
  if (!found) return;
  const message = `“${found.name}”是外部单位，没有账号，不能在其中设置人员、角色或下级单位。`;
  throw new DomainError('invalid', 'unit.external', message);
}
