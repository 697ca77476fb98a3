import type { FieldError } from '#platform/domain-error';
import { listed, SHEETS, type UnitRow } from './sheets';

export interface StoredUnit {
  id: string;
  parentId: string | null;
  name: string;
  shortName: string | null;
  aliases: string[];
}

/** A unit as it is stored, or will be. */
export interface PlannedUnit {
  stored: StoredUnit | null;
  /** Null as long as it is not stored. */
  id: string | null;
  parent: PlannedUnit | null;
  name: string;
  shortName: string | null;
  aliases: string[];
  /** The row that speaks of it. */
  row: UnitRow | null;
  fate: 'kept' | 'created' | 'updated';
}

/** Finds units by name, short name, alias, or a path of these (青岚区/区教育局). */
export class UnitBook {
  /** Parents stand before their units. */
  readonly units: PlannedUnit[] = [];
  private readonly byName = new Map<string, Set<PlannedUnit>>();
  private readonly byOtherName = new Map<string, Set<PlannedUnit>>();
  private readonly byPlace = new Map<PlannedUnit, Map<string, PlannedUnit>>();

  /** `stored`: the units in scope, in any order. */
  constructor(stored: readonly StoredUnit[]) {
    const known = new Map(stored.map((unit) => [unit.id, unit]));
    const made = new Map<string, PlannedUnit>();
    const make = (unit: StoredUnit): PlannedUnit => {
      const done = made.get(unit.id);
      if (done) return done;
      const above = unit.parentId === null ? undefined : known.get(unit.parentId);
      const { id, name, shortName, aliases } = unit;
      const planned: PlannedUnit = {
        ...{ stored: unit, id, name, shortName, aliases, row: null, fate: 'kept' },
        parent: above ? make(above) : null,
      };
      made.set(id, planned);
      this.add(planned);
      return planned;
    };
    stored.forEach(make);
  }

  /** The highest units in scope. */
  tops(): PlannedUnit[] {
    return this.units.filter(({ parent }) => parent === null);
  }

  child(parent: PlannedUnit, name: string): PlannedUnit | undefined {
    return this.byPlace.get(parent)?.get(name);
  }

  add(unit: PlannedUnit): void {
    this.units.push(unit);
    this.learn(unit);
    if (unit.parent === null) return;
    const siblings = this.byPlace.get(unit.parent) ?? new Map<string, PlannedUnit>();
    this.byPlace.set(unit.parent, siblings.set(unit.name, unit));
  }

  /** Takes note of the unit's names. */
  learn(unit: PlannedUnit): void {
    const note = (names: Map<string, Set<PlannedUnit>>, name: string) =>
      names.set(name, (names.get(name) ?? new Set()).add(unit));
    note(this.byName, unit.name);
    for (const name of otherNames(unit)) note(this.byOtherName, name);
  }

  find(reference: string): PlannedUnit | 'unknown' | 'ambiguous' {
    const path = segments(reference);
    const last = path.at(-1) ?? '';
    for (const names of [this.byName, this.byOtherName]) {
      const found = [...(names.get(last) ?? [])].filter((unit) => liesUnder(unit.parent, path.slice(0, -1)));
      if (found.length > 0) return found.length === 1 ? found[0] : 'ambiguous';
    }
    return 'unknown';
  }
}

const otherNames = ({ shortName, aliases }: PlannedUnit) => [shortName ?? '', ...aliases].filter(Boolean);

const segments = (reference: string) =>
  reference
    .split(/[/／\\>＞]/)
    .map((part) => part.trim())
    .filter(Boolean);

function liesUnder(unit: PlannedUnit | null, path: readonly string[]): boolean {
  let above = unit;
  for (const name of path.toReversed()) {
    if (above === null || (above.name !== name && !otherNames(above).includes(name))) return false;
    above = above.parent;
  }
  return true;
}

/** No organisation has so many levels; a file that does is wrong. */
const MAX_DEPTH = 20;

function depthOf(unit: PlannedUnit): number {
  let depth = 1;
  for (let above = unit.parent; above !== null; above = above.parent) depth++;
  return depth;
}

const { columns } = SHEETS.units;
const wrong = ({ sheet, row }: UnitRow, field: string, message: string): FieldError => ({ sheet, row, field, message });

/** Enters the rows, in whatever order they stand, into the book. Returns what is wrong with them. */
export function enterUnits(book: UnitBook, rows: readonly UnitRow[]): FieldError[] {
  const errors: FieldError[] = [];
  const waiting = new Map<string, UnitRow[]>();
  const ready: { row: UnitRow; unit: PlannedUnit }[] = [];
  const tops = book.tops();

  const locate = (row: UnitRow): void => {
    const reference = row.cells.parent;
    if (reference === '') {
      const { name } = row.cells;
      const top = tops.find((one) => one.name === name || otherNames(one).includes(name));
      if (top) ready.push({ row, unit: top });
      else if (tops.length === 1) place(row, tops[0]);
      else errors.push(wrong(row, columns.parent.title, '您管理多个互不隶属的单位，请写明上级单位。'));
      return;
    }
    const parent = book.find(reference);
    if (parent === 'ambiguous') errors.push(wrong(row, columns.parent.title, ambiguous(reference)));
    else if (parent !== 'unknown') place(row, parent);
    else {
      const name = segments(reference).at(-1) ?? '';
      const others = waiting.get(name);
      if (others) others.push(row);
      else waiting.set(name, [row]);
    }
  };
  const place = (row: UnitRow, parent: PlannedUnit): void => {
    const { name } = row.cells;
    let unit = book.child(parent, name);
    if (!unit) {
      if (depthOf(parent) >= MAX_DEPTH) {
        errors.push(wrong(row, columns.parent.title, `单位层级超过 ${MAX_DEPTH} 级，请检查上级单位是否写错。`));
        return;
      }
      unit = { stored: null, id: null, parent, name, shortName: null, aliases: [], row: null, fate: 'created' };
      book.add(unit);
    }
    ready.push({ row, unit });
  };

  let next = 0;
  const settle = (): void => {
    for (; next < ready.length; next++) {
      const { row, unit } = ready[next];
      if (unit.row) {
        const twice = `“${unit.name}”在第 ${unit.row.row} 行已经写过，请删去重复的一行。`;
        errors.push(wrong(row, columns.name.title, twice));
        continue;
      }
      describe(unit, row);
      book.learn(unit);
      for (const name of [unit.name, ...otherNames(unit)]) {
        const rowsBelow = waiting.get(name) ?? [];
        waiting.delete(name);
        rowsBelow.forEach(locate);
      }
    }
  };
  rows.forEach(locate);
  settle();
  errors.push(...leftOver([...waiting.values()].flat()), ...unclear(book, ready));
  return errors;
}

function describe(unit: PlannedUnit, row: UnitRow): void {
  const shortName = row.cells.shortName || unit.shortName;
  const aliases = row.cells.aliases ? [...new Set(listed(row.cells.aliases))] : unit.aliases;
  const same = shortName === unit.shortName && aliases.join('、') === unit.aliases.join('、');
  if (unit.fate === 'kept' && !same) unit.fate = 'updated';
  Object.assign(unit, { shortName, aliases, row });
}

/** Rows whose parent never turned up: it is nowhere, or they are above one another. */
function leftOver(rows: readonly UnitRow[]): FieldError[] {
  const names = new Set(rows.map(({ cells }) => cells.name));
  return rows.map((row) => {
    const { parent } = row.cells;
    const message = names.has(segments(parent).at(-1) ?? '')
      ? `上级单位“${parent}”自己的上级无法确定（没有找到，或互为上级），请先改正它。`
      : unknown(parent);
    return wrong(row, columns.parent.title, message);
  });
}

/** A later row may have brought a second unit of the parent's name. */
function unclear(book: UnitBook, placed: readonly { row: UnitRow; unit: PlannedUnit }[]): FieldError[] {
  return placed
    .filter(({ row, unit }) => row.cells.parent !== '' && book.find(row.cells.parent) !== unit.parent)
    .map(({ row }) => wrong(row, columns.parent.title, ambiguous(row.cells.parent)));
}

export const unknown = (name: string) => `没有找到单位“${name}”，请改正名称，或先在“单位”表中写明它。`;
export const ambiguous = (name: string) => `叫“${name}”的单位不止一个，请写成“上级/本级”，如“××街道/${name}”。`;
