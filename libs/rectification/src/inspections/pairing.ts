import { DomainError } from '#platform/domain-error';

/** Who checks whom. */
export interface Pair {
  inspectedUnitId: string;
  inspectingUnitId: string;
}

/** How pairs are made out of a row of units. */
export const PAIRING_RULES = ['rotate', 'mutual', 'single', 'self', 'hand'] as const;
/** rotate 轮转 · mutual 互查 · single 由一个单位检查 · self 自查 · hand 手工 */
export type PairingRule = (typeof PAIRING_RULES)[number];

/** Kinds of rounds, and the rules that make sense in each. */
export const ROUND_KINDS = {
  cross: { label: '交叉检查', rules: ['rotate', 'mutual', 'hand'] },
  superior: { label: '上级督查', rules: ['single', 'hand'] },
  special: { label: '专项检查', rules: ['single', 'rotate', 'hand'] },
  self: { label: '自查', rules: ['self'] },
} as const satisfies Record<string, { label: string; rules: readonly PairingRule[] }>;
export type RoundKind = keyof typeof ROUND_KINDS;
export const ROUND_KIND_NAMES = Object.keys(ROUND_KINDS) as RoundKind[];

const ring = (units: readonly string[]): Pair[] =>
  units.map((unit, index) => ({ inspectingUnitId: unit, inspectedUnitId: units[(index + 1) % units.length] }));

/** Two and two check each other; of an odd number the last three check in a ring. */
function twoAndTwo(units: readonly string[]): Pair[] {
  const inRing = units.length % 2 === 0 ? 0 : 3;
  const paired = units.slice(0, units.length - inRing);
  const couples = paired.flatMap((unit, index) => (index % 2 === 0 ? [[unit, paired[index + 1]]] : []));
  return [...couples.flatMap(ring), ...ring(units.slice(paired.length))];
}

/** The pairs of `units` in their order; under 'single' the unit `inspectorId` checks all others. By hand there are none yet. Throws inspection.…. */
export function pairsOf(rule: PairingRule, units: readonly string[], inspectorId?: string): Pair[] {
  const row = [...new Set(units)];
  switch (rule) {
    case 'hand':
      return [];
    case 'self':
      return row.map((unit) => ({ inspectingUnitId: unit, inspectedUnitId: unit }));
    case 'single':
      if (inspectorId === undefined) {
        throw new DomainError('invalid', 'inspection.inspector-missing', '请选择由哪个单位检查。');
      }
      return row
        .filter((unit) => unit !== inspectorId)
        .map((unit) => ({ inspectingUnitId: inspectorId, inspectedUnitId: unit }));
    default:
      if (row.length < 2) {
        throw new DomainError('invalid', 'inspection.too-few-units', '交叉检查至少要选择两个单位。');
      }
      return rule === 'rotate' ? ring(row) : twoAndTwo(row);
  }
}

/** No unit checks itself, but in a round of self-checks 自查 where each does; and no pair comes twice. Throws inspection.…. */
export function checkPairs(kind: RoundKind, pairs: readonly Pair[]): void {
  const selfish = pairs.some(({ inspectedUnitId, inspectingUnitId }) => inspectedUnitId === inspectingUnitId);
  if (kind !== 'self' && selfish) {
    throw new DomainError('invalid', 'inspection.self-check', '单位不能检查自己，请调整检查分组。');
  }
  if (kind === 'self' && pairs.some(({ inspectedUnitId, inspectingUnitId }) => inspectedUnitId !== inspectingUnitId)) {
    throw new DomainError('invalid', 'inspection.not-self', '自查由各单位检查自己，请调整检查分组。');
  }
  const keys = new Set(pairs.map(({ inspectedUnitId, inspectingUnitId }) => `${inspectedUnitId} ${inspectingUnitId}`));
  if (keys.size < pairs.length) {
    throw new DomainError('invalid', 'inspection.pair-twice', '同一组检查与被检查单位出现了两次，请删去重复的一组。');
  }
}
