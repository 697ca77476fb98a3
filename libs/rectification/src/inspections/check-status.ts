import { DomainError } from '#platform/domain-error';
import { ROUND_STATUS_LABELS, type RoundStatus } from './round-status';

/** The life of a check: 待检查 → 检查中 → 待认定 → 已认定; 已取消 beside. */
export const CHECK_STATUSES = ['waiting', 'under-way', 'reported', 'settled', 'called-off'] as const;
export type CheckStatus = (typeof CHECK_STATUSES)[number];

export const CHECK_STATUS_LABELS: Record<CheckStatus, string> = {
  waiting: '待检查',
  'under-way': '检查中',
  reported: '待认定',
  settled: '已认定',
  'called-off': '已取消',
};

/** As what a person may act: supervisor of the round, liaison of the inspecting unit, named inspector, liaison of the inspected unit. */
export type CheckPart = 'supervisor' | 'liaison' | 'inspector' | 'inspected';

interface Move {
  from: readonly CheckStatus[];
  to: CheckStatus | 'same';
  by: readonly CheckPart[];
  /** The Chinese verb of the button and the history. */
  label: string;
  /** Also before the round has started. */
  whilePlanned?: true;
  needs?: (standing: CheckStanding) => DomainError | null;
}

export const CHECK_MOVES = {
  name: {
    from: ['waiting', 'under-way'],
    to: 'same',
    by: ['supervisor', 'liaison'],
    label: '指定检查人',
    whilePlanned: true,
  },
  find: { from: ['waiting', 'under-way'], to: 'under-way', by: ['liaison', 'inspector'], label: '登记发现' },
  report: { from: ['waiting', 'under-way'], to: 'reported', by: ['liaison', 'inspector'], label: '提交检查结论' },
  respond: { from: ['reported'], to: 'same', by: ['inspected'], label: '反馈意见' },
  'send-back': {
    from: ['reported'],
    to: 'under-way',
    by: ['supervisor'],
    label: '退回补充',
    needs: ({ decided }) =>
      decided > 0
        ? new DomainError('conflict', 'inspection-check.decided', '已有发现被认定，不能再退回补充检查。')
        : null,
  },
  decide: {
    from: ['reported'],
    to: 'same',
    by: ['supervisor'],
    label: '认定发现',
    // Whoever did the work cannot be the one who verifies it.
    needs: ({ didTheWork }) =>
      didTheWork
        ? new DomainError(
            'forbidden',
            'inspection-check.own-work',
            '参与检查的人不能认定自己的发现，请由其他督办员认定。',
          )
        : null,
  },
  'call-off': {
    from: ['waiting', 'under-way'],
    to: 'called-off',
    by: ['supervisor'],
    label: '取消检查',
    whilePlanned: true,
  },
} as const satisfies Record<string, Move>;
export type CheckMoveName = keyof typeof CHECK_MOVES;

export interface CheckStanding {
  status: CheckStatus;
  roundStatus: RoundStatus;
  /** The parts that the present person has in this check. */
  parts: readonly CheckPart[];
  /** Whether the present person is one of its inspectors, reported it, or recorded one of its findings. */
  didTheWork: boolean;
  /** Findings confirmed or rejected. */
  decided: number;
}

const NAMES = Object.keys(CHECK_MOVES) as CheckMoveName[];

/** The moves that may be made now, in the order of the table. */
export const checkMovesFor = (standing: CheckStanding): CheckMoveName[] =>
  NAMES.filter((name) => (notNow(standing, name) ?? lacking(standing, name)) === null);

/** Moves that wait for something, with what that is. */
export const blockedCheckMoves = (standing: CheckStanding): { move: CheckMoveName; why: string }[] =>
  NAMES.flatMap((move) => {
    const why = notNow(standing, move) === null ? lacking(standing, move)?.message : undefined;
    return why === undefined ? [] : [{ move, why }];
  });

/** The status after `name`. Throws inspection-check.move-impossible, inspection-check.not-yours, or what the move needs. */
export function decideCheck(standing: CheckStanding, name: CheckMoveName): CheckStatus {
  const refused = notNow(standing, name) ?? lacking(standing, name);
  if (refused) throw refused;
  const { to }: Move = CHECK_MOVES[name];
  return to === 'same' ? standing.status : to;
}

/**
 * What the inspected unit has on record is open to its inspectors for as long as they check: from the start of the round until they
 * report, and no longer than the round itself.
 */
export const materialIsOpen = ({ status, roundStatus, parts }: CheckStanding): boolean =>
  roundStatus === 'under-way' &&
  (status === 'waiting' || status === 'under-way') &&
  parts.some((part) => part === 'liaison' || part === 'inspector');

function notNow({ status, roundStatus, parts }: CheckStanding, name: CheckMoveName): DomainError | null {
  const { from, by, label, whilePlanned }: Move = CHECK_MOVES[name];
  const impossible = (state: string) =>
    new DomainError('conflict', 'inspection-check.move-impossible', `${state}，不能${label}。请刷新页面查看最新状态。`);
  if (roundStatus !== 'under-way' && !(whilePlanned && roundStatus === 'planned')) {
    return impossible(`这一轮检查${ROUND_STATUS_LABELS[roundStatus]}`);
  }
  if (!from.includes(status)) return impossible(`这项检查现在是“${CHECK_STATUS_LABELS[status]}”`);
  return by.some((part) => parts.includes(part))
    ? null
    : new DomainError('forbidden', 'inspection-check.not-yours', `您没有对这项检查${label}的权限。`);
}

const lacking = (standing: CheckStanding, name: CheckMoveName): DomainError | null =>
  (CHECK_MOVES[name] as Move).needs?.(standing) ?? null;
