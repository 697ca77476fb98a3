import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { DomainError, type FieldError } from '#platform/domain-error';
import { AddPerson, PositionInput } from '../person.dto';
import { ROLE_LABELS, type Role } from '../role';
import { AddUnit } from '../unit.dto';
import { listed, SHEETS, type OrganisationTables, type PersonRow, type SheetKind, type SheetRow } from './sheets';
import type { OrganisationSheet } from './workbook';

/** The header stands within so many rows; a title and a note may come before it. */
const HEADER_WITHIN = 10;

const header = (cell: string) => cell.replace(/[\s*＊]|[（(].*[）)]/g, '');

/**
 * The rows of all sheets that are tables of units or of people, recognised by their header; other sheets are notes.
 * Throws organisation.no-table when there is none. `errors` names columns that are missing.
 */
export function organisationTables(
  sheets: readonly OrganisationSheet[],
): OrganisationTables & { errors: FieldError[] } {
  const tables: OrganisationTables & { errors: FieldError[] } = { units: [], people: [], errors: [] };
  let found = false;
  for (const sheet of sheets) {
    for (const kind of ['units', 'people'] as const) {
      const at = headerOf(sheet, kind);
      if (at === -1) continue;
      found = true;
      const { rows, errors } = rowsBelow(sheet, kind, at);
      tables.errors.push(...errors);
      if (kind === 'units') tables.units.push(...(rows as SheetRow<'units'>[]));
      else tables.people.push(...(rows as SheetRow<'people'>[]));
      break;
    }
  }
  if (!found) {
    const message = '文件里没有找到“单位”表或“人员”表（表头须有“单位名称”，或有“姓名”和“登录名”）。请下载模板填写。';
    throw new DomainError('invalid', 'organisation.no-table', message);
  }
  return tables;
}

function headerOf(sheet: OrganisationSheet, kind: SheetKind): number {
  const key = kind === 'units' ? [SHEETS.units.columns.name.title] : [SHEETS.people.columns.name.title];
  const other = kind === 'people' ? SHEETS.people.columns.login.title : SHEETS.units.columns.parent.title;
  return sheet.rows.slice(0, HEADER_WITHIN).findIndex((row) => {
    const titles = row.map(header);
    return key.every((title) => titles.includes(title)) && (sheet.name === SHEETS[kind].name || titles.includes(other));
  });
}

function rowsBelow(sheet: OrganisationSheet, kind: SheetKind, at: number) {
  const name = sheet.name || SHEETS[kind].name;
  const titles = sheet.rows[at].map(header);
  const columns = Object.entries(SHEETS[kind].columns).map(([key, column]) => ({
    ...column,
    key,
    place: titles.indexOf(column.title),
  }));
  const errors = columns
    .filter(({ required, place }) => required && place === -1)
    .map(({ title }) => ({ sheet: name, row: at + 1, field: title, message: `缺少“${title}”一列，请按模板补上。` }));
  const rows = sheet.rows
    .map((cells, index) => ({
      sheet: name,
      row: index + 1,
      cells: Object.fromEntries(columns.map(({ key, place }) => [key, cells[place] ?? ''])),
    }))
    .slice(at + 1)
    .filter(({ cells }) => Object.values(cells).some((cell) => cell !== ''));
  return { rows: errors.length > 0 ? [] : rows, errors };
}

/** What is wrong with single cells, by the same rules as in the forms. */
export function cellErrors({ units, people }: OrganisationTables): FieldError[] {
  return [
    ...units.flatMap(({ cells, ...at }) => {
      const { name, shortName, aliases } = cells;
      const unit = plainToInstance(AddUnit, { name, aliases: listed(aliases), ...(shortName && { shortName }) });
      return named(at, SHEETS.units.columns, broken(unit));
    }),
    ...people.flatMap((row) => {
      const { cells, ...at } = row;
      const { name, login, email, phone, title } = cells;
      const person = plainToInstance(AddPerson, {
        ...{ name, login, positions: [], roles: [] },
        ...(email && { email }),
        ...(phone && { phone }),
      });
      const position = title ? broken(plainToInstance(PositionInput, { title })) : [];
      return [...named(at, SHEETS.people.columns, [...broken(person), ...position]), ...placeErrors(row)];
    }),
  ];
}

type Broken = readonly { property: string; message: string }[];

const broken = (value: object): Broken =>
  validateSync(value).flatMap(({ property, constraints }) =>
    Object.values(constraints ?? {}).map((message) => ({ property, message: `${message}。` })),
  );

/** The broken rules of those properties that are columns, under the column's title. */
function named(at: { sheet: string; row: number }, columns: Record<string, { title: string }>, errors: Broken) {
  return errors.flatMap(({ property, message }) => {
    const title = Object.hasOwn(columns, property) ? columns[property].title : undefined;
    return title === undefined ? [] : [{ ...at, field: title, message }];
  });
}

function placeErrors({ cells, ...at }: PersonRow): FieldError[] {
  const { unit, title, roles } = SHEETS.people.columns;
  const errors: FieldError[] = [];
  for (const label of listed(cells.roles)) {
    if (roleOf(label) !== null) continue;
    const message = `没有“${label}”这个角色，应为 ${Object.values(ROLE_LABELS).join('、')}。`;
    errors.push({ ...at, field: roles.title, message });
  }
  const placed = cells.title !== '' || cells.roles !== '';
  if (placed && cells.unit === '') errors.push({ ...at, field: unit.title, message: '请写明职务或角色所在的单位。' });
  if (!placed && cells.unit !== '') {
    errors.push({ ...at, field: title.title, message: `请写明在“${cells.unit}”的职务或角色，至少一项。` });
  }
  return errors;
}

/** The role of this Chinese name; null when there is none. */
export function roleOf(label: string): Role | null {
  const found = (Object.entries(ROLE_LABELS) as [Role, string][]).find(([, name]) => name === label);
  return found ? found[0] : null;
}
