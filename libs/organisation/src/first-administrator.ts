import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { record } from '#platform/history';
import { hashGeneratedPassword, oneTimePassword } from './passwords';
import { Person } from './person.entity';
import { RoleGrant } from './role-grant.entity';
import { Unit } from './unit.entity';

export const FIRST_LOGIN = 'admin';
/** The name of the top unit until somebody gives it one. */
export const FIRST_UNIT = '本单位';

/** The first person of an empty installation. */
@Injectable()
export class FirstAdministrator {
  constructor(private readonly db: DataSource) {}

  /** Creates the root unit and its administrator, once; null when there are people already. */
  async ensure(): Promise<{ login: string; password: string } | null> {
    const password = oneTimePassword();
    const passwordHash = await hashGeneratedPassword(password);
    return this.db.transaction(async (tx) => {
      // Two processes starting at once: the second waits, and then finds the first one's administrator.
      await tx.query('LOCK TABLE person IN EXCLUSIVE MODE');
      if (await tx.exists(Person)) return null;
      const unit = await tx.save(Unit, { name: FIRST_UNIT });
      const person = await tx.save(Person, { name: '管理员', login: FIRST_LOGIN, passwordHash });
      // He also supervises, so that one person alone can try the whole main job.
      const roles = (['administrator', 'supervisor'] as const).map((role) => ({
        personId: person.id,
        unitId: unit.id,
        role,
      }));
      await tx.insert(RoleGrant, roles);
      await record(tx, { personId: null, name: '系统' }, { subject: 'person', subjectId: person.id, action: 'create' });
      return { login: FIRST_LOGIN, password };
    });
  }
}
