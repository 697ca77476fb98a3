import fc from 'fast-check';
import { DomainError } from '#platform/domain-error';
import { checkPairs, pairsOf, type Pair, type PairingRule, type RoundKind } from './pairing';

const codeOf = (run: () => unknown): string | undefined => {
  try {
    run();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return undefined;
};
/** 甲→乙: 甲 checks 乙. */
const arrows = (pairs: Pair[]) =>
  pairs.map(({ inspectingUnitId, inspectedUnitId }) => `${inspectingUnitId}→${inspectedUnitId}`);
const pair = (words: string): Pair => {
  const [inspectingUnitId, inspectedUnitId] = words.split('→');
  return { inspectingUnitId, inspectedUnitId };
};

it.each([
  ['rotate', '甲乙丙', undefined, ['甲→乙', '乙→丙', '丙→甲']],
  ['rotate', '甲乙', undefined, ['甲→乙', '乙→甲']],
  ['mutual', '甲乙丙丁', undefined, ['甲→乙', '乙→甲', '丙→丁', '丁→丙']],
  ['mutual', '甲乙丙丁戊', undefined, ['甲→乙', '乙→甲', '丙→丁', '丁→戊', '戊→丙']],
  ['mutual', '甲乙丙', undefined, ['甲→乙', '乙→丙', '丙→甲']],
  ['single', '甲乙丙', '甲', ['甲→乙', '甲→丙']],
  ['single', '乙丙', '甲', ['甲→乙', '甲→丙']],
  ['self', '甲乙', undefined, ['甲→甲', '乙→乙']],
  ['hand', '甲乙', undefined, []],
  ['rotate', '甲乙甲', undefined, ['甲→乙', '乙→甲']],
] as const)('%s of %s (%s): %j', (rule, units, inspector, expected) => {
  expect(arrows(pairsOf(rule, [...units], inspector))).toEqual(expected);
});

it.each([
  ['rotate', ['甲'], 'inspection.too-few-units'],
  ['mutual', [], 'inspection.too-few-units'],
  ['single', ['甲'], 'inspection.inspector-missing'],
] as [PairingRule, string[], string][])('%s of %j is refused: %s', (rule, units, code) => {
  expect(codeOf(() => pairsOf(rule, units))).toBe(code);
});

it('lets every unit check once and be checked once, and none itself', () => {
  const units = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(units, fc.constantFrom<PairingRule>('rotate', 'mutual'), (row, rule) => {
      const pairs = pairsOf(rule, row);
      checkPairs('cross', pairs);
      expect(pairs.map(({ inspectingUnitId }) => inspectingUnitId).sort()).toEqual([...row].sort());
      expect(pairs.map(({ inspectedUnitId }) => inspectedUnitId).sort()).toEqual([...row].sort());
    }),
  );
});

it.each([
  ['cross', ['甲→甲'], 'inspection.self-check'],
  ['special', ['甲→乙', '乙→乙'], 'inspection.self-check'],
  ['self', ['甲→乙'], 'inspection.not-self'],
  ['cross', ['甲→乙', '甲→乙'], 'inspection.pair-twice'],
  ['cross', ['甲→乙', '丙→乙'], undefined],
  ['self', ['甲→甲'], undefined],
] as [RoundKind, string[], string | undefined][])('%s with %j: %s', (kind, words, code) => {
  expect(codeOf(() => checkPairs(kind, words.map(pair)))).toBe(code);
});
