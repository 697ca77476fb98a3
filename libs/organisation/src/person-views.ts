import { In, type EntityManager } from 'typeorm';
import { Person } from './person.entity';
import type { PersonView } from './person.view';
import { ROLE_LABELS } from './role';

/** People with their positions and roles, by name. */
export async function personViews(db: EntityManager, ids: readonly string[]): Promise<PersonView[]> {
  const people = await db.find(Person, {
    where: { id: In(ids) },
    relations: { positions: { unit: true }, roles: { unit: true } },
    order: { name: 'ASC', id: 'ASC' },
  });
  return people.map(({ id, name, login, email, phone, active, version, positions = [], roles = [] }) => ({
    ...{ id, name, login, email, phone, active, version },
    positions: positions.map(({ id: positionId, unitId, unit, title }) => ({
      id: positionId,
      unitId,
      unitName: unit?.name ?? '',
      title,
    })),
    roles: roles.map(({ unitId, unit, role }) => ({ unitId, unitName: unit?.name ?? '', role })),
  }));
}

/** What the history compares, in words. */
export const personFacts = ({ name, login, email, phone, active, positions, roles }: PersonView) => ({
  ...{ name, login, email, phone },
  active: active ? '启用' : '停用',
  positions: inWords(positions.map(({ unitName, title }) => `${unitName} ${title}`)),
  roles: inWords(roles.map(({ unitName, role }) => `${unitName} ${ROLE_LABELS[role]}`)),
});

const inWords = (places: string[]) => places.sort().join('、');
