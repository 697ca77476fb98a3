import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { changesBetween, record, type Deed, type Doer } from '#platform/history';
import { hashGeneratedPassword, oneTimePassword } from '../passwords';
import { Person } from '../person.entity';
import { seat, vacate } from '../positions';
import { ROLE_LABELS } from '../role';
import { RoleGrant } from '../role-grant.entity';
import { Unit } from '../unit.entity';
import type { ImportedPassword } from './organisation-import.view';
import type { PlannedPerson } from './person-plan';
import type { PlannedUnit } from './unit-plan';

/** PostgreSQL takes 65,535 parameters in one statement. */
const CHUNK = 2000;
const REASON = '导入组织机构表';

async function inChunks<T>(list: readonly T[], store: (chunk: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < list.length; from += CHUNK) await store(list.slice(from, from + CHUNK));
}

/** Stores the units of a plan; the new ones get their ids. */
export async function storeUnits(tx: EntityManager, doer: Doer, units: readonly PlannedUnit[]): Promise<void> {
  const created = units.filter(({ fate }) => fate === 'created');
  const updated = units.filter(({ fate }) => fate === 'updated');
  const nextPlace = await placesAmongSiblings(tx);
  for (const unit of created) unit.id = randomUUID();
  const rows = created.map(({ id, parent, name, shortName, aliases }) => ({
    ...{ id: given(id), parentId: given(parent?.id), name, shortName, aliases },
    sortOrder: nextPlace(given(parent?.id)),
  }));
  await inChunks(rows, (chunk) => tx.insert(Unit, chunk));
  for (const { id, shortName, aliases } of updated) await tx.update(Unit, given(id), { shortName, aliases });
  const deeds = [
    ...created.map(({ id, name }): Deed => ({ ...about('unit', id, 'create'), reason: `${REASON}：${name}` })),
    ...updated.map((unit): Deed => {
      const facts = ({ shortName, aliases }: { shortName: string | null; aliases: string[] }) => ({
        ...{ shortName, aliases: aliases.join('、') },
      });
      const changes = unit.stored ? changesBetween(facts(unit.stored), facts(unit)) : [];
      return { ...about('unit', unit.id, 'change'), changes };
    }),
  ];
  await record(tx, doer, ...deeds);
}

export interface StoredPeople {
  oneTimePasswords: ImportedPassword[];
  /** The vacant positions that somebody has taken over. */
  taken: string[];
}

/** Stores the people of a plan after its units; `password` is one first password for all new ones. */
export async function storePeople(
  tx: EntityManager,
  doer: Doer,
  people: readonly PlannedPerson[],
  password?: string,
): Promise<StoredPeople> {
  const changed = people
    .filter(({ fate }) => fate !== 'kept')
    .map((plan) => ({ ...plan, id: plan.stored?.id ?? randomUUID() }));
  const created = changed.filter(({ fate }) => fate === 'created');
  const updated = changed.filter(({ fate }) => fate === 'updated');

  const passwords = created.map(({ name, login }) => ({ name, login, password: password ?? oneTimePassword() }));
  const hashes = await Promise.all(passwords.map((one) => hashGeneratedPassword(one.password)));
  const rows = created.map(({ id, name, login, email, phone }, index) => ({
    ...{ id, name, login, email, phone, passwordHash: hashes[index] },
  }));
  await inChunks(rows, (chunk) => tx.insert(Person, chunk));
  // Roles and positions are part of what `version` stands for.
  for (const { id, name, email, phone } of updated) await tx.update(Person, id, { name, email, phone });

  for (const { id, goneRoles } of updated) {
    for (const { unitId, role } of goneRoles) await tx.delete(RoleGrant, { personId: id, unitId, role });
  }
  const gone = changed.flatMap(({ gonePositions }) => gonePositions.map(({ id }) => id));
  await vacate(tx, gone);
  const roles = changed.flatMap(({ id, newRoles }) =>
    newRoles.map(({ unit, role }) => ({ personId: id, unitId: given(unit.id), role })),
  );
  await inChunks(roles, (chunk) => tx.insert(RoleGrant, chunk));
  const positions = changed.flatMap(({ id, newPositions }) =>
    newPositions.map(({ unit, title }) => ({ personId: id, unitId: given(unit.id), title })),
  );
  const taken = await seat(tx, positions);

  await record(tx, doer, ...changed.map((plan) => deedOf(plan)));
  return { oneTimePasswords: passwords, taken };
}

function deedOf(plan: PlannedPerson & { id: string }): Deed {
  const { stored } = plan;
  if (!stored) return { ...about('person', plan.id, 'create'), reason: `${REASON}：${plan.name}` };
  const facts = ({ name, email, phone }: { name: string; email: string | null; phone: string | null }) => ({
    ...{ name, email, phone },
  });
  const changes = [
    ...changesBetween(facts(stored), facts(plan)),
    moved(
      'roles',
      plan.goneRoles.map(({ unitName, role }) => `${unitName} ${ROLE_LABELS[role]}`),
      plan.newRoles.map(({ unit, role }) => `${unit.name} ${ROLE_LABELS[role]}`),
    ),
    moved(
      'positions',
      plan.gonePositions.map(({ unitName, title }) => `${unitName} ${title}`),
      plan.newPositions.map(({ unit, title }) => `${unit.name} ${title}`),
    ),
  ].filter(({ from, to }) => from !== to);
  return { ...about('person', plan.id, 'change'), changes };
}

/** What was taken away, and what was added. */
const moved = (field: string, gone: string[], added: string[]) => ({
  field,
  from: gone.join('、') || null,
  to: added.join('、') || null,
});

const about = (subject: Deed['subject'], id: string | null, action: string) => ({
  ...{ subject, subjectId: given(id), action, reason: REASON },
});

function given(id: string | null | undefined): string {
  if (!id) throw new Error('a unit or person of the plan has no id yet');
  return id;
}

/** Where a new unit stands: after its sisters, with room for others between them. */
async function placesAmongSiblings(tx: EntityManager): Promise<(parentId: string) => number> {
  const rows = await tx.query<{ parentId: string; last: number }[]>(
    `SELECT parent_id AS "parentId", max(sort_order) AS last FROM unit WHERE parent_id IS NOT NULL GROUP BY parent_id`,
  );
  const last = new Map(rows.map((row) => [row.parentId, row.last]));
  return (parentId) => {
    const place = (last.get(parentId) ?? 0) + 10;
    last.set(parentId, place);
    return place;
  };
}
