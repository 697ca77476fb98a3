import type { EntityManager } from 'typeorm';
import { actingFor } from '#organisation/absence/acting-for';
import type { Role } from '#organisation/role';
import type { Day } from '#platform/clock';
import type { OrganisationFacts } from './audience';

/** Whom reminders can go to on `day`. */
export async function readOrganisation(db: EntityManager, day: Day): Promise<OrganisationFacts> {
  const units = await db.query<{ id: string; parentId: string | null; external: boolean }[]>(
    'SELECT id, parent_id AS "parentId", external FROM unit',
  );
  const grants = await db.query<{ unitId: string; role: Role; people: string[] }[]>(
    `SELECT g.unit_id AS "unitId", g.role, array_agg(g.person_id::text ORDER BY g.person_id) AS people
     FROM role_grant g JOIN person p ON p.id = g.person_id AND p.active
     WHERE g.role IN ('leader', 'liaison', 'supervisor') GROUP BY 1, 2`,
  );
  const people = await db.query<{ id: string }[]>('SELECT id FROM person WHERE active');
  const holders = new Map(grants.map(({ unitId, role, people: of }) => [`${unitId} ${role}`, of]));
  const active = new Set(people.map(({ id }) => id));
  const deputies = new Map((await actingFor(db, day)).map(({ personId, deputyId }) => [personId, deputyId]));
  return {
    units: new Map(units.map(({ id, ...unit }) => [id, unit])),
    holders: (unitId, role) => holders.get(`${unitId} ${role}`) ?? [],
    active: (personId) => active.has(personId),
    deputyOf: (personId) => deputies.get(personId),
  };
}
