import { In, type EntityManager } from 'typeorm';
import type { FieldError } from '#platform/domain-error';
import type { Actor } from '../actor';
import { Unit } from '../unit.entity';
import type { CellError, ImportCounts } from './organisation-import.view';
import { planPeople, type PlannedPerson, type StoredPerson } from './person-plan';
import { cellErrors, type organisationTables } from './tables';
import { enterUnits, UnitBook, type PlannedUnit } from './unit-plan';

/** What an organisation file would change, and everything that is wrong with it. */
export interface OrganisationPlan {
  units: PlannedUnit[];
  people: PlannedPerson[];
  errors: CellError[];
}

/** Compares the tables with what is stored in the actor's scope. Changes nothing. */
export async function planOrganisation(
  tx: EntityManager,
  actor: Actor,
  tables: ReturnType<typeof organisationTables>,
): Promise<OrganisationPlan> {
  const units = await tx.findBy(Unit, { id: In(actor.unitsFor('organisation.manage')) });
  const managed = new Map(units.map(({ id, name }) => [id, name]));
  const book = new UnitBook(units);
  const logins = [...new Set(tables.people.map(({ cells }) => cells.login.toLowerCase()))];
  const unitErrors = enterUnits(book, tables.units);
  const { people, errors } = planPeople(book, tables.people, await peopleWith(tx, logins), managed);
  const all = [...tables.errors, ...cellErrors(tables), ...unitErrors, ...errors];
  return { units: book.units.filter(({ row }) => row !== null), people, errors: inOrder(all) };
}

/** Whoever has one of these logins. */
async function peopleWith(tx: EntityManager, logins: string[]): Promise<StoredPerson[]> {
  return tx.query<StoredPerson[]>(
    `SELECT p.id, p.name, p.login, p.email, p.phone,
       coalesce((SELECT json_agg(json_build_object('unitId', g.unit_id, 'role', g.role))
         FROM role_grant g WHERE g.person_id = p.id), '[]') AS roles,
       coalesce((SELECT json_agg(json_build_object('id', o.id, 'unitId', o.unit_id, 'title', o.title))
         FROM position o WHERE o.person_id = p.id), '[]') AS positions
     FROM person p WHERE p.login = ANY($1)`,
    [logins],
  );
}

/** As somebody walks through the file to correct it. */
function inOrder(errors: readonly FieldError[]): CellError[] {
  return errors
    .map(({ sheet = '', row = 0, field, message }) => ({ sheet, row, field, message }))
    .sort((a, b) => (a.sheet === b.sheet ? a.row - b.row : a.sheet < b.sheet ? -1 : 1));
}

export function counts(list: readonly { fate: 'kept' | 'created' | 'updated' }[]): ImportCounts {
  const of = (fate: string) => list.filter((one) => one.fate === fate).length;
  return { created: of('created'), updated: of('updated'), unchanged: of('kept') };
}
