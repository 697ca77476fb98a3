import type { UnitRow } from './sheets';
import { enterUnits, UnitBook, type PlannedUnit } from './unit-plan';

const ROOT = { id: 'root', parentId: null, name: '青岚区', shortName: null, aliases: ['云川市青岚区'] };
const BUREAU = { id: 'bureau', parentId: 'root', name: '区教育局', shortName: '教育局', aliases: [] };

/** Rows 2, 3 …: name, parent, short name, aliases. */
const rows = (...cells: [string, string?, string?, string?][]): UnitRow[] =>
  cells.map(([name, parent = '', shortName = '', aliases = ''], index) => ({
    sheet: '单位',
    row: index + 2,
    cells: { name, parent, shortName, aliases },
  }));

const pathOf = (unit: PlannedUnit): string => (unit.parent ? `${pathOf(unit.parent)}/${unit.name}` : unit.name);

function plan(...cells: [string, string?, string?, string?][]) {
  const book = new UnitBook([BUREAU, ROOT]);
  const errors = enterUnits(book, rows(...cells));
  return {
    units: book.units.filter(({ row }) => row).map((unit) => `${unit.fate} ${pathOf(unit)}`),
    errors: errors.map(({ row, field, message }) => `${row} ${field}：${message}`),
  };
}

it('puts a unit without a parent under the top unit, and knows the top unit itself', () => {
  expect(plan(['青岚区'], ['区民政局'])).toEqual({ units: ['kept 青岚区', 'created 青岚区/区民政局'], errors: [] });
});

it('takes rows in any order, and parents by name, short name, alias or path', () => {
  const { units, errors } = plan(
    ['石桥小学', '青石街道/石桥社区'],
    ['石桥社区', '青石街道'],
    ['城关小学', '教育局'],
    ['东门幼儿园', '教体局'],
    ['青石街道', '云川市青岚区'],
    ['区教育局', '青岚区', '', '教体局'],
  );
  expect(errors).toEqual([]);
  expect(units.sort()).toEqual([
    'created 青岚区/区教育局/东门幼儿园',
    'created 青岚区/区教育局/城关小学',
    'created 青岚区/青石街道',
    'created 青岚区/青石街道/石桥社区',
    'created 青岚区/青石街道/石桥社区/石桥小学',
    'updated 青岚区/区教育局',
  ]);
});

it('keeps what a row leaves empty', () => {
  expect(plan(['区教育局', '青岚区'])).toEqual({ units: ['kept 青岚区/区教育局'], errors: [] });
  expect(plan(['区教育局', '青岚区', '教育局'])).toEqual({ units: ['kept 青岚区/区教育局'], errors: [] });
  expect(plan(['区教育局', '青岚区', '区教局'])).toEqual({ units: ['updated 青岚区/区教育局'], errors: [] });
});

it('names every row that is wrong', () => {
  const { errors } = plan(
    ['甲科', '没有的局'],
    ['乙科', '丙科'],
    ['丙科', '乙科'],
    ['区教育局', '青岚区'],
    ['区教育局', '云川市青岚区'],
    ['办公室', '青石街道'],
    ['办公室', '区教育局'],
    ['青石街道', '青岚区'],
    ['文书组', '办公室'],
  );
  expect(errors).toEqual([
    '6 单位名称：“区教育局”在第 5 行已经写过，请删去重复的一行。',
    '2 上级单位：没有找到单位“没有的局”，请改正名称，或先在“单位”表中写明它。',
    '3 上级单位：上级单位“丙科”自己的上级无法确定（没有找到，或互为上级），请先改正它。',
    '4 上级单位：上级单位“乙科”自己的上级无法确定（没有找到，或互为上级），请先改正它。',
    '10 上级单位：叫“办公室”的单位不止一个，请写成“上级/本级”，如“××街道/办公室”。',
  ]);
});

it('asks for the parent where several top units are managed', () => {
  const book = new UnitBook([ROOT, { ...BUREAU, parentId: 'elsewhere' }]);
  expect(enterUnits(book, rows(['区民政局']))).toMatchObject([{ row: 2, field: '上级单位' }]);
});

it('places 20,000 units in reverse order', () => {
  const parentOf = (n: number) => (n < 20 ? '青岚区' : `单位${n % 20}`);
  const all = Array.from({ length: 20_000 }, (_, n): [string, string] => [`单位${n}`, parentOf(n)]);
  const { units, errors } = plan(...all.reverse());
  expect([units.length, errors]).toEqual([20_000, []]);
});

it('refuses a chain deeper than any organisation', () => {
  const chain = Array.from({ length: 30 }, (_, n): [string, string] => [
    `单位${n}`,
    n === 0 ? '青岚区' : `单位${n - 1}`,
  ]);
  const { units, errors } = plan(...chain);
  expect([units.length, errors.length]).toEqual([19, 11]);
  expect(errors.join()).toContain('层级超过 20 级');
});
