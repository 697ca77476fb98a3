import { rateLine, ratesByCategory, ratesByUnit, type RateCount } from './rectification-rate';

const UNITS = [
  { id: 'top', parentId: null, name: '区' },
  { id: 'a', parentId: 'top', name: '甲局' },
  { id: 'a1', parentId: 'a', name: '甲一科' },
  { id: 'b', parentId: 'top', name: '乙局' },
];
const count = (unitId: string, category: string | null, total: number, closed: number): RateCount => ({
  unitId,
  category,
  total,
  closed,
});
const COUNTS = [
  count('top', null, 1, 0),
  count('a', '安全生产', 2, 1),
  count('a1', '安全生产', 4, 3),
  count('b', '作风建设', 3, 1),
];

describe('整改率', () => {
  it('divides what is closed by all that is not withdrawn', () => {
    expect(rateLine(null, '合计', COUNTS)).toEqual({ id: null, name: '合计', total: 10, closed: 5, percent: 50 });
    expect(rateLine(null, '合计', [])).toMatchObject({ total: 0, percent: null });
  });

  it.each([
    [
      'the whole tree',
      ['top', 'a', 'a1', 'b'],
      [
        ['区（本级）', 0],
        ['甲局', 66.7],
        ['乙局', 33.3],
      ],
    ],
    [
      'one branch',
      ['a', 'a1'],
      [
        ['甲局（本级）', 50],
        ['甲一科', 75],
      ],
    ],
    [
      'two branches',
      ['a', 'a1', 'b'],
      [
        ['甲局', 66.7],
        ['乙局', 33.3],
      ],
    ],
  ])('rolls up %s', (_, within, lines) => {
    const counts = COUNTS.filter(({ unitId }) => within.includes(unitId));
    const rates = ratesByUnit(UNITS, new Set(within), counts);
    expect(rates.map(({ name, percent }) => [name, percent])).toEqual(lines);
  });

  it('names problems without a category', () => {
    expect(ratesByCategory(COUNTS).map(({ name, total }) => [name, total])).toEqual([
      ['安全生产', 6],
      ['作风建设', 3],
      ['未分类', 1],
    ]);
  });
});
