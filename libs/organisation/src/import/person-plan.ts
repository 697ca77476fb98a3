import type { FieldError } from '#platform/domain-error';
import type { Role } from '../role';
import { listed, SHEETS, type PersonRow } from './sheets';
import { roleOf } from './tables';
import { ambiguous, unknown, type PlannedUnit, type UnitBook } from './unit-plan';

export interface StoredPerson {
  id: string;
  name: string;
  login: string;
  email: string | null;
  phone: string | null;
  roles: { unitId: string; role: Role }[];
  positions: { id: string; unitId: string; title: string }[];
}

interface Grant {
  unit: PlannedUnit;
  role: Role;
}
interface Seat {
  unit: PlannedUnit;
  title: string;
}

/** A person as the file wants him, and what has to change for that. */
export interface PlannedPerson {
  stored: StoredPerson | null;
  name: string;
  login: string;
  email: string | null;
  phone: string | null;
  fate: 'kept' | 'created' | 'updated';
  newRoles: Grant[];
  goneRoles: { unitId: string; unitName: string; role: Role }[];
  newPositions: Seat[];
  gonePositions: { id: string; unitName: string; title: string }[];
}

const { columns } = SHEETS.people;
const wrong = ({ sheet, row }: PersonRow, field: string, message: string): FieldError => ({
  ...{ sheet, row, field, message },
});

/**
 * What becomes of the people of the rows; several rows of one login are one person with several positions or roles.
 * `stored`: whoever has one of these logins already. `managed`: the units in scope, name by id. Roles, or positions, that the
 * rows give replace those held in scope; where the rows give none, they stay.
 */
export function planPeople(
  book: UnitBook,
  rows: readonly PersonRow[],
  stored: readonly StoredPerson[],
  managed: ReadonlyMap<string, string>,
): { people: PlannedPerson[]; errors: FieldError[] } {
  const known = new Map(stored.map((person) => [person.login, person]));
  const byLogin = new Map<string, PersonRow[]>();
  for (const row of rows) {
    const login = row.cells.login.toLowerCase();
    const own = byLogin.get(login);
    if (own) own.push(row);
    else byLogin.set(login, [row]);
  }
  const errors: FieldError[] = [];
  const people: PlannedPerson[] = [];
  for (const [login, own] of byLogin) {
    const planned = planPerson(book, login, own, known.get(login) ?? null, managed, errors);
    if (planned) people.push(planned);
  }
  return { people, errors };
}

function planPerson(
  book: UnitBook,
  login: string,
  rows: readonly PersonRow[],
  stored: StoredPerson | null,
  managed: ReadonlyMap<string, string>,
  errors: FieldError[],
): PlannedPerson | null {
  const [first] = rows;
  const refused = refusal(stored, managed);
  if (refused) {
    errors.push(wrong(first, columns.login.title, refused));
    return null;
  }
  const name = one(rows, 'name', errors) ?? '';
  const email = one(rows, 'email', errors) ?? stored?.email ?? null;
  const phone = one(rows, 'phone', errors) ?? stored?.phone ?? null;
  const { roles, seats } = places(book, rows, errors);
  if (!stored && rows.every(({ cells }) => `${cells.unit}${cells.title}${cells.roles}` === '')) {
    errors.push(wrong(first, columns.unit.title, '新增人员须写明单位，以及在那里的职务或角色。'));
  }
  const facts = { name, login, email, phone };
  if (!stored) {
    return {
      stored,
      ...facts,
      fate: 'created',
      newRoles: roles,
      goneRoles: [],
      newPositions: seats,
      gonePositions: [],
    };
  }
  const renamed = stored.name !== name || stored.email !== email || stored.phone !== phone;
  if (renamed && [...stored.roles, ...stored.positions].some(({ unitId }) => !managed.has(unitId))) {
    const message = '此人在您管理范围以外的单位也有角色或职务，姓名、邮箱和手机须由上级管理员修改；本行请照原样填写。';
    errors.push(wrong(first, columns.name.title, message));
  }
  const changes = { ...roleChanges(stored, roles, managed), ...positionChanges(stored, seats, managed) };
  const changed = renamed || Object.values(changes).some((list) => list.length > 0);
  return { stored, ...facts, fate: changed ? 'updated' : 'kept', ...changes };
}

function refusal(stored: StoredPerson | null, managed: ReadonlyMap<string, string>): string | null {
  if (!stored) return null;
  const mine = [...stored.roles, ...stored.positions].some(({ unitId }) => managed.has(unitId));
  return mine ? null : `登录名“${stored.login}”已由您管理范围以外的人使用，请换一个。`;
}

/** The one value that the rows of a person give; differing ones are an error. */
function one(rows: readonly PersonRow[], column: 'name' | 'email' | 'phone', errors: FieldError[]): string | null {
  const given = rows.filter(({ cells }) => cells[column] !== '');
  const value = given.at(0)?.cells[column] ?? null;
  for (const row of given) {
    if (row.cells[column] === value) continue;
    const { title } = columns[column];
    const message = `同一登录名的${title}前后不一致（第 ${given[0].row} 行是“${value}”），请改成一致，或为另一人换登录名。`;
    errors.push(wrong(row, title, message));
  }
  return value;
}

function places(book: UnitBook, rows: readonly PersonRow[], errors: FieldError[]): { roles: Grant[]; seats: Seat[] } {
  const roles: Grant[] = [];
  const seats: Seat[] = [];
  for (const row of rows) {
    const reference = row.cells.unit;
    if (reference === '') continue;
    const unit = book.find(reference);
    if (typeof unit === 'string') {
      errors.push(wrong(row, columns.unit.title, (unit === 'unknown' ? unknown : ambiguous)(reference)));
      continue;
    }
    for (const role of listed(row.cells.roles).map(roleOf)) {
      if (role && !roles.some((grant) => grant.unit === unit && grant.role === role)) roles.push({ unit, role });
    }
    const { title } = row.cells;
    if (title && !seats.some((seat) => seat.unit === unit && seat.title === title)) seats.push({ unit, title });
  }
  return { roles, seats };
}

function roleChanges(stored: StoredPerson, wanted: readonly Grant[], managed: ReadonlyMap<string, string>) {
  if (wanted.length === 0) return { newRoles: [], goneRoles: [] };
  const same = (grant: Grant, held: { unitId: string; role: Role }) =>
    grant.unit.id === held.unitId && grant.role === held.role;
  return {
    newRoles: wanted.filter((grant) => !stored.roles.some((held) => same(grant, held))),
    goneRoles: within(stored.roles, managed).filter((held) => !wanted.some((grant) => same(grant, held))),
  };
}

function positionChanges(stored: StoredPerson, wanted: readonly Seat[], managed: ReadonlyMap<string, string>) {
  if (wanted.length === 0) return { newPositions: [], gonePositions: [] };
  const same = (seat: Seat, held: { unitId: string; title: string }) =>
    seat.unit.id === held.unitId && seat.title === held.title;
  return {
    newPositions: wanted.filter((seat) => !stored.positions.some((held) => same(seat, held))),
    gonePositions: within(stored.positions, managed).filter((held) => !wanted.some((seat) => same(seat, held))),
  };
}

function within<T extends { unitId: string }>(held: readonly T[], managed: ReadonlyMap<string, string>) {
  return held.flatMap((one) => {
    const unitName = managed.get(one.unitId);
    return unitName === undefined ? [] : [{ ...one, unitName }];
  });
}
