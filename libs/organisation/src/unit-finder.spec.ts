import { unitFinder } from './unit-finder';

const find = unitFinder([
  { id: '区', name: '青岚区', shortName: null, aliases: ['云川市青岚区', '中共青岚区委员会'] },
  { id: '教育', name: '区教育局', shortName: '教育局', aliases: ['区教体局'] },
  { id: '发改', name: '区发展和改革局', shortName: '区发改局', aliases: ['区发改委'] },
  { id: '青石', name: '青石街道', shortName: null, aliases: ['青石街道办事处'] },
  { id: '临河', name: '临河街道', shortName: '街道办', aliases: [] },
  { id: '城南', name: '城南街道', shortName: '街道办', aliases: [] },
]);

it.each([
  ['区教育局', '教育'],
  ['教育局', '教育'],
  ['区教体局', '教育'],
  ['云川市青岚区教育局', '教育'],
  ['区发展和改革局（区粮食局）', '发改'],
  ['青石街道办事处', '青石'],
  ['云川市青岚区青石街道', '青石'],
  ['云川市青岚区教育局2026年前三季度工作汇报', '教育'],
  ['青岚区发展和改革局关于报送青石街道有关情况的报告', '发改'],
  ['中共青岚区委员会', '区'],
  ['云川市青岚区人民政府', '区'],
  ['青石街道党工委', '青石'],
  ['云川市青岚区教育局 云川市青岚区教育局关于区教育局工作的报告', '教育'],
  ['街道办', null],
  ['区民政局', null],
  ['', null],
])('%s → %s', (written, id) => expect(find(written)).toBe(id));
