import { principalOf, type OnBehalf } from '#organisation/absence/on-behalf';
import { DomainError } from '#platform/domain-error';

/** The life of a problem: 整改中 → 待核实 → 已销号; 重新整改 when doubts remain or it comes back, 已撤销 beside. */
export const PROBLEM_STATUSES = ['open', 'rectified', 'closed', 'reopened', 'withdrawn'] as const;
export type ProblemStatus = (typeof PROBLEM_STATUSES)[number];

export const PROBLEM_STATUS_LABELS: Record<ProblemStatus, string> = {
  open: '整改中',
  rectified: '已整改待核实',
  closed: '已销号',
  reopened: '重新整改',
  withdrawn: '已撤销',
};

/** As what a person may act: by a role over the unit that has to put it right, or as the one responsible. */
export type ProblemPart = 'supervisor' | 'liaison' | 'responsible';

interface Move {
  from: readonly ProblemStatus[];
  to: ProblemStatus | 'same';
  /** Where it goes instead when doubts remain or the problem has come back. */
  orElse?: ProblemStatus;
  by: readonly ProblemPart[];
  /** The Chinese verb of the button and the history. */
  label: string;
  needs?: readonly Need[];
}

/** What must be true of a problem before a move, and the refusal when it is not. */
const NEEDS = {
  'measures-settled': ({ openMeasures }: ProblemStanding) =>
    openMeasures > 0
      ? new DomainError(
          'conflict',
          'problem.measures-open',
          `还有 ${openMeasures} 项整改措施没有销号，完成部分不算完成。请先办结或撤销这些措施。`,
        )
      : null,
  answered: ({ replyDueOn }: ProblemStanding) =>
    replyDueOn !== null
      ? new DomainError(
          'conflict',
          'problem.reply-outstanding',
          `提出方仍有疑问，应于 ${replyDueOn} 前答复。请答复后重新征求意见，再销号。`,
        )
      : null,
  // Whoever did the work cannot be the one who verifies it.
  'not-by-doer': ({ didTheWork }: ProblemStanding) =>
    didTheWork
      ? new DomainError('forbidden', 'problem.own-work', '参与整改的人不能核实自己整改的问题，请由其他督办员核实销号。')
      : null,
  'look-back-waiting': ({ lookBackWaiting }: ProblemStanding) =>
    lookBackWaiting
      ? null
      : new DomainError('conflict', 'problem.no-look-back', '这个问题没有待办的回头看。请先安排回头看日期。'),
} as const satisfies Record<string, (standing: ProblemStanding) => DomainError | null>;
type Need = keyof typeof NEEDS;

export const PROBLEM_MOVES = {
  change: { from: ['open', 'reopened', 'rectified'], to: 'same', by: ['supervisor'], label: '修改' },
  explain: {
    from: ['open', 'reopened'],
    to: 'same',
    by: ['supervisor', 'liaison', 'responsible'],
    label: '分析原因',
  },
  plan: { from: ['open', 'reopened'], to: 'same', by: ['supervisor'], label: '制定措施' },
  rectify: {
    from: ['open', 'reopened'],
    to: 'rectified',
    by: ['liaison', 'responsible'],
    label: '报告整改完成',
    needs: ['measures-settled'],
  },
  attach: {
    from: ['open', 'reopened', 'rectified'],
    to: 'same',
    by: ['liaison', 'responsible'],
    label: '上传佐证',
  },
  detach: {
    from: ['open', 'reopened', 'rectified'],
    to: 'same',
    by: ['supervisor', 'liaison', 'responsible'],
    label: '移除佐证',
  },
  'send-back': { from: ['rectified'], to: 'open', by: ['supervisor'], label: '退回整改' },
  survey: {
    from: ['rectified', 'closed'],
    to: 'same',
    orElse: 'reopened',
    by: ['supervisor'],
    label: '登记满意度',
  },
  close: {
    from: ['rectified'],
    to: 'closed',
    by: ['supervisor'],
    label: '核实销号',
    needs: ['answered', 'not-by-doer'],
  },
  schedule: { from: ['closed'], to: 'same', by: ['supervisor'], label: '安排回头看' },
  'look-back': {
    from: ['closed'],
    to: 'same',
    orElse: 'reopened',
    by: ['supervisor'],
    label: '登记回头看',
    needs: ['look-back-waiting'],
  },
  reopen: { from: ['closed', 'withdrawn'], to: 'reopened', by: ['supervisor'], label: '重新整改' },
  withdraw: { from: ['open', 'reopened', 'rectified'], to: 'withdrawn', by: ['supervisor'], label: '撤销' },
} as const satisfies Record<string, Move>;

export type ProblemMoveName = keyof typeof PROBLEM_MOVES;
const NAMES = Object.keys(PROBLEM_MOVES) as ProblemMoveName[];

/** What a decision about a move looks at. */
export interface ProblemStanding {
  status: ProblemStatus;
  /** The parts that the present person has in this problem. */
  parts: readonly ProblemPart[];
  /** The absent person whose part it is, where it is not his own 代理. */
  onBehalf: OnBehalf<ProblemPart>;
  /** Whether the present person reported it rectified, gave evidence for it, or worked on one of its measures. */
  didTheWork: boolean;
  /** Measures neither closed nor dropped. */
  openMeasures: number;
  closedMeasures: number;
  replyDueOn: string | null;
  lookBackWaiting: boolean;
}

/** The moves that may be made now, in the order of the table. */
export function problemMovesFor(standing: ProblemStanding): ProblemMoveName[] {
  return NAMES.filter((name) => refusal(standing, name) === null);
}

/** Moves that wait for something, with what that is. */
export function blockedProblemMoves(standing: ProblemStanding): { move: ProblemMoveName; why: string }[] {
  return NAMES.flatMap((move) => {
    const why = notNow(standing, move) === null ? lacking(standing, move)?.message : undefined;
    return why === undefined ? [] : [{ move, why }];
  });
}

/**
 * The status after `name`; `failed` when doubts remain or the problem has come back.
 * Throws problem.move-impossible, problem.not-yours, or what one of the move's needs says.
 */
export function decideProblem(standing: ProblemStanding, name: ProblemMoveName, failed = false): ProblemStatus {
  const refused = refusal(standing, name);
  if (refused) throw refused;
  const move: Move = PROBLEM_MOVES[name];
  const to = failed && move.orElse ? move.orElse : move.to;
  return to === 'same' ? standing.status : to;
}

/** For whom the present person makes the move; null when he makes it in a part of his own. */
export const problemBehalfOf = (standing: ProblemStanding, name: ProblemMoveName): string | null =>
  principalOf<ProblemPart>(standing, PROBLEM_MOVES[name].by);

const refusal = (standing: ProblemStanding, name: ProblemMoveName): DomainError | null =>
  notNow(standing, name) ?? lacking(standing, name);

/** Of this status, or for this person, there is no such move. */
function notNow(standing: ProblemStanding, name: ProblemMoveName): DomainError | null {
  const move: Move = PROBLEM_MOVES[name];
  if (!move.from.includes(standing.status)) {
    return new DomainError(
      'conflict',
      'problem.move-impossible',
      `问题现在是“${PROBLEM_STATUS_LABELS[standing.status]}”，不能${move.label}。请刷新页面查看最新状态。`,
    );
  }
  if (!move.by.some((part) => standing.parts.includes(part))) {
    return new DomainError('forbidden', 'problem.not-yours', `您没有对这个问题${move.label}的权限。`);
  }
  return null;
}

/** The first thing that has to be there before the move and is not. */
function lacking(standing: ProblemStanding, name: ProblemMoveName): DomainError | null {
  const { needs = [] }: Move = PROBLEM_MOVES[name];
  return needs.map((need) => NEEDS[need](standing)).find((refused) => refused !== null) ?? null;
}

/** What is reported as put right shows by a closed measure or in words; after a reopening in words. Throws problem.result-missing. */
export function checkResult(
  { status, closedMeasures }: Pick<ProblemStanding, 'status' | 'closedMeasures'>,
  result: string | undefined,
): void {
  if (result?.trim() || (status === 'open' && closedMeasures > 0)) return;
  const message =
    status === 'reopened'
      ? '这个问题是重新整改的，请写明重新整改的结果。'
      : '这个问题没有已销号的整改措施，请写明整改结果后再报告整改完成。';
  throw new DomainError('invalid', 'problem.result-missing', message);
}
