import { DomainError } from '#platform/domain-error';

/** The life of a round: 计划中 → 进行中 → 已结束. */
export const ROUND_STATUSES = ['planned', 'under-way', 'closed'] as const;
export type RoundStatus = (typeof ROUND_STATUSES)[number];

export const ROUND_STATUS_LABELS: Record<RoundStatus, string> = {
  planned: '计划中',
  'under-way': '进行中',
  closed: '已结束',
};

interface Move {
  from: readonly RoundStatus[];
  to: RoundStatus | 'same' | 'gone';
  label: string;
  needs?: (standing: RoundStanding) => DomainError | null;
}

/** All of them a supervisor's, over the unit that organises the round. */
export const ROUND_MOVES = {
  change: { from: ['planned', 'under-way'], to: 'same', label: '修改' },
  pair: { from: ['planned'], to: 'same', label: '调整分组' },
  start: {
    from: ['planned'],
    to: 'under-way',
    label: '开始检查',
    needs: ({ checks }) =>
      checks === 0
        ? new DomainError('conflict', 'inspection.no-checks', '还没有检查分组，请先选择单位并分组，再开始检查。')
        : null,
  },
  close: {
    from: ['under-way'],
    to: 'closed',
    label: '结束检查',
    needs: ({ openChecks }) =>
      openChecks > 0
        ? new DomainError(
            'conflict',
            'inspection.checks-open',
            `还有 ${openChecks} 项检查没有认定完毕，请先认定或取消这些检查。`,
          )
        : null,
  },
  remove: { from: ['planned'], to: 'gone', label: '删除' },
} as const satisfies Record<string, Move>;
export type RoundMoveName = keyof typeof ROUND_MOVES;

export interface RoundStanding {
  status: RoundStatus;
  /** Whether the present person is supervisor over the organising unit. */
  supervises: boolean;
  checks: number;
  /** Checks neither settled nor called off. */
  openChecks: number;
}

const NAMES = Object.keys(ROUND_MOVES) as RoundMoveName[];

/** The moves that may be made now, in the order of the table. */
export const roundMovesFor = (standing: RoundStanding): RoundMoveName[] =>
  NAMES.filter((name) => (notNow(standing, name) ?? lacking(standing, name)) === null);

/** Moves that wait for something, with what that is. */
export const blockedRoundMoves = (standing: RoundStanding): { move: RoundMoveName; why: string }[] =>
  NAMES.flatMap((move) => {
    const why = notNow(standing, move) === null ? lacking(standing, move)?.message : undefined;
    return why === undefined ? [] : [{ move, why }];
  });

/** The status after `name`; the present one when the round goes. Throws inspection.move-impossible, inspection.not-yours, or what the move needs. */
export function decideRound(standing: RoundStanding, name: RoundMoveName): RoundStatus {
  const refused = notNow(standing, name) ?? lacking(standing, name);
  if (refused) throw refused;
  const { to }: Move = ROUND_MOVES[name];
  return to === 'same' || to === 'gone' ? standing.status : to;
}

function notNow({ status, supervises }: RoundStanding, name: RoundMoveName): DomainError | null {
  const { from, label }: Move = ROUND_MOVES[name];
  if (!from.includes(status)) {
    const message = `这一轮检查${ROUND_STATUS_LABELS[status]}，不能${label}。请刷新页面查看最新状态。`;
    return new DomainError('conflict', 'inspection.move-impossible', message);
  }
  return supervises ? null : new DomainError('forbidden', 'inspection.not-yours', `您没有对这一轮检查${label}的权限。`);
}

const lacking = (standing: RoundStanding, name: RoundMoveName): DomainError | null =>
  (ROUND_MOVES[name] as Move).needs?.(standing) ?? null;
