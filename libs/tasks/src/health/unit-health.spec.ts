import { healthOf, NO_LIGHTS, withUnitsBelow, type LightCounts } from './unit-health';

const counts = (some: Partial<LightCounts>): LightCounts => ({ ...NO_LIGHTS, ...some });

it.each<[string, Partial<LightCounts>, string | null]>([
  ['没有亮灯的任务', {}, null],
  ['全部正常', { green: 5 }, 'green'],
  ['有临近到期', { green: 5, blue: 1 }, 'blue'],
  ['逾期办结不到两成，有临近到期', { green: 8, purple: 1, blue: 1 }, 'blue'],
  ['逾期办结两成', { green: 4, purple: 1 }, 'purple'],
  ['未达序时不到两成', { green: 81, yellow: 19 }, 'green'],
  ['未达序时两成', { green: 4, yellow: 1 }, 'yellow'],
  ['未达序时两成，逾期办结也两成', { green: 3, yellow: 1, purple: 1 }, 'yellow'],
  ['逾期不到一成', { green: 91, red: 9 }, 'yellow'],
  ['逾期一成', { green: 9, red: 1 }, 'red'],
  ['只有逾期', { red: 1 }, 'red'],
])('%s → %s', (_, some, colour) => expect(healthOf(counts(some))).toBe(colour));

it('adds to a unit what the units below it have', () => {
  const units = [
    { id: 'city', parentId: null },
    { id: 'bureau', parentId: 'city' },
    { id: 'office', parentId: 'bureau' },
    { id: 'street', parentId: 'city' },
  ];
  const own = new Map([
    ['city', counts({ green: 1 })],
    ['office', counts({ red: 2, blue: 1 })],
    ['street', counts({ red: 1, purple: 3 })],
  ]);
  const sums = withUnitsBelow(units, own);
  expect(sums.get('office')).toEqual(counts({ red: 2, blue: 1 }));
  expect(sums.get('bureau')).toEqual(counts({ red: 2, blue: 1 }));
  expect(sums.get('city')).toEqual(counts({ green: 1, red: 3, blue: 1, purple: 3 }));
});

it('begins with the topmost units that are seen', () => {
  const sums = withUnitsBelow([{ id: 'bureau', parentId: 'out of sight' }], new Map([['bureau', counts({ blue: 2 })]]));
  expect([...sums]).toEqual([['bureau', counts({ blue: 2 })]]);
});
