import { UnitNames } from './unit-names';

const unit = (name: string, shortName: string | null = null, ...aliases: string[]) => ({
  id: name,
  name,
  shortName,
  aliases,
});
const NAMES = new UnitNames([
  unit('青岚区', null, '云川市青岚区'),
  unit('区教育局', '教育局', '区教体局'),
  unit('区发展和改革局', '区发改局'),
  unit('区住房和城乡建设局', '区住建局'),
  unit('青石街道'),
  unit('临河街道'),
  unit('办公室', null, '东办'),
  { ...unit('办公室', null, '西办'), id: '西办公室' },
]);

it.each([
  ['区教育局', '区教育局'],
  ['教育局', '区教育局'],
  ['区 教 体 局', '区教育局'],
  ['区教育局（牵头）', '区教育局'],
  ['区发改局', '区发展和改革局'],
  // What only contains a name, or resembles it, may be another unit.
  ['市教育局', null],
  ['青岚区民政局', null],
  ['办公室', null],
  ['西办', '西办公室'],
])('%s is %s', (written, id) => expect(NAMES.find(written)).toBe(id));

it.each([
  ['区教育和体育局', '区教育局'],
  ['云川市青岚区教育局', '区教育局'],
  ['发展改革委', '区发展和改革局'],
  ['各街道', '青石街道 临河街道'],
])('%s suggests %s', (written, names) =>
  expect(NAMES.nearest(written).map(({ name }) => name)).toEqual(expect.arrayContaining(names.split(' '))),
);

it('suggests nothing for what resembles no unit', () => expect(NAMES.nearest('区林业局')).toEqual([]));
