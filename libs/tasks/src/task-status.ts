import { principalOf, type OnBehalf } from '#organisation/absence/on-behalf';
import { DomainError } from '#platform/domain-error';

/** The life of a task: 拟立项 → 已交办 → 已签收 → 办理中 → 待核实 → 已销号, with 退回, 中止 and 撤销 beside. */
export const TASK_STATUSES = [
  'drafted',
  'assigned',
  'returned',
  'accepted',
  'in-progress',
  'submitted',
  'closed',
  'suspended',
  'dropped',
] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** A task that still has to be done. */
export const OPEN_STATUSES: readonly TaskStatus[] = TASK_STATUSES.filter(
  (status) => status !== 'closed' && status !== 'dropped',
);

/** As what a person may make a move: by a role over the lead unit, as the hooked leader, as the one responsible, or for a supporting unit. */
export type Part = 'supervisor' | 'leader' | 'liaison' | 'assignee' | 'supporter';

/** What has to be there before a move, with what to say when it is not. */
export const NEEDS = {
  'children-done': '还有分解任务没有销号，请先办结或撤销它们。',
  'milestones-done': '还有阶段目标没有完成，请先逐项标记完成，或由督办员调整阶段目标。',
  'support-done': '还有配合单位没有完成配合事项，请先联系它们报送；确实不再需要的，由督办员免除。',
  evidence: '按规定须有佐证材料，请先上传佐证材料。',
  'requests-decided': '还有申请没有批复，请等待批复，或先撤回申请。',
} as const;
export type Need = keyof typeof NEEDS;

/** Moves that some tasks are not made for, with what to do instead. */
export const UNFIT = {
  decompose: {
    code: 'task.not-decomposable',
    message: '分解出的任务、周期性任务和立巡立交任务不能再分解，请直接办理或另立任务。',
  },
  're-date': {
    code: 'task.urgent-hour',
    message: '立巡立交任务按小时计时，不能改期；确需延长请撤销后重新交办。',
  },
  'ask-extension': {
    code: 'request.no-deadline',
    message: '这项任务没有按日期计算的完成时限，不能申请延期；有困难请与督办员联系。',
  },
  talk: {
    code: 'task.not-overdue',
    message: '任务没有逾期，不需要约谈；需要督促时请使用催办。',
  },
} as const;
export type UnfitMove = keyof typeof UNFIT;

interface Move {
  from: readonly TaskStatus[];
  /** `same`: the status stays. `former`: the one before the suspension. */
  to: TaskStatus | 'same' | 'former';
  by: readonly Part[];
  /** The Chinese verb of the button and the history. */
  label: string;
  /** Whoever did the work cannot be the one who verifies it. */
  notByDoer?: true;
  needs?: readonly Need[];
}

const UNDER_WAY = ['assigned', 'accepted', 'in-progress'] as const;
const AT_WORK = ['accepted', 'in-progress'] as const;
const NOT_SUBMITTED = ['drafted', 'returned', ...UNDER_WAY] as const;

export const MOVES = {
  assign: { from: NOT_SUBMITTED, to: 'assigned', by: ['supervisor'], label: '交办' },
  accept: { from: ['assigned'], to: 'accepted', by: ['liaison', 'assignee'], label: '签收' },
  return: { from: ['assigned'], to: 'returned', by: ['liaison', 'assignee'], label: '退回' },
  'hand-over': { from: UNDER_WAY, to: 'same', by: ['supervisor', 'liaison'], label: '移交' },
  progress: { from: AT_WORK, to: 'in-progress', by: ['liaison', 'assignee'], label: '更新进展' },
  submit: {
    from: AT_WORK,
    to: 'submitted',
    by: ['liaison', 'assignee'],
    label: '提交核实',
    needs: ['children-done', 'milestones-done', 'support-done', 'evidence', 'requests-decided'],
  },
  'send-back': { from: ['submitted'], to: 'in-progress', by: ['supervisor'], label: '退回补办' },
  close: {
    from: ['submitted'],
    to: 'closed',
    by: ['supervisor'],
    label: '核实销号',
    notByDoer: true,
    needs: ['children-done', 'evidence'],
  },
  attach: { from: [...AT_WORK, 'submitted'], to: 'same', by: ['liaison', 'assignee'], label: '上传佐证' },
  detach: { from: [...AT_WORK, 'submitted'], to: 'same', by: ['supervisor', 'liaison', 'assignee'], label: '移除佐证' },
  'ask-extension': {
    from: AT_WORK,
    to: 'same',
    by: ['liaison', 'assignee'],
    label: '申请延期',
    needs: ['requests-decided'],
  },
  'ask-suspension': {
    from: AT_WORK,
    to: 'same',
    by: ['liaison', 'assignee'],
    label: '申请中止',
    needs: ['requests-decided'],
  },
  'ask-drop': {
    from: AT_WORK,
    to: 'same',
    by: ['liaison', 'assignee'],
    label: '申请撤销',
    needs: ['requests-decided'],
  },
  'withdraw-request': { from: AT_WORK, to: 'same', by: ['liaison', 'assignee'], label: '撤回申请' },
  'decide-request': { from: AT_WORK, to: 'same', by: ['supervisor', 'leader'], label: '批复申请' },
  decompose: { from: NOT_SUBMITTED, to: 'same', by: ['supervisor', 'liaison'], label: '分解' },
  plan: { from: NOT_SUBMITTED, to: 'same', by: ['supervisor', 'liaison'], label: '阶段目标' },
  'set-support': { from: NOT_SUBMITTED, to: 'same', by: ['supervisor', 'liaison'], label: '安排配合单位' },
  'report-support': { from: UNDER_WAY, to: 'same', by: ['supporter'], label: '报送配合进展' },
  'waive-support': { from: UNDER_WAY, to: 'same', by: ['supervisor'], label: '免除配合事项' },
  change: { from: NOT_SUBMITTED, to: 'same', by: ['supervisor'], label: '修改' },
  're-date': { from: [...NOT_SUBMITTED, 'suspended'], to: 'same', by: ['supervisor'], label: '改期' },
  nudge: { from: UNDER_WAY, to: 'same', by: ['supervisor', 'leader'], label: '催办' },
  talk: { from: UNDER_WAY, to: 'same', by: ['supervisor', 'leader'], label: '约谈' },
  suspend: { from: [...UNDER_WAY, 'submitted'], to: 'suspended', by: ['supervisor', 'leader'], label: '中止' },
  resume: { from: ['suspended'], to: 'former', by: ['supervisor', 'leader'], label: '恢复办理' },
  drop: {
    from: [...NOT_SUBMITTED, 'submitted', 'suspended'],
    to: 'dropped',
    by: ['supervisor', 'leader'],
    label: '撤销',
    needs: ['children-done'],
  },
  reopen: { from: ['closed'], to: 'in-progress', by: ['supervisor'], label: '回头看重开' },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof MOVES;
export const MOVE_NAMES = Object.keys(MOVES) as MoveName[];

/** What a decision about a move looks at. */
export interface Standing {
  status: TaskStatus;
  /** The status before the suspension, while suspended. */
  former: TaskStatus | null;
  /** The parts that the present person has in this task. */
  parts: readonly Part[];
  /** For whom he has a part that is not his own: an absent person 代理, or an external body without accounts. */
  onBehalf: OnBehalf<Part>;
  /** Whether the present person reported progress on it, gave evidence for it or submitted it. */
  didTheWork: boolean;
  /** Whether it was broken down into other tasks, which then carry the progress. */
  brokenDown: boolean;
  /** By the task itself, or by the policy in force for its lead unit. */
  evidenceRequired: boolean;
  /** What is not there yet. */
  lacks: readonly Need[];
  /** What this task is not made for. */
  unfit: readonly UnfitMove[];
}

export const STATUS_LABELS: Record<TaskStatus, string> = {
  drafted: '拟立项',
  assigned: '已交办',
  returned: '已退回',
  accepted: '已签收',
  'in-progress': '办理中',
  submitted: '待核实',
  closed: '已销号',
  suspended: '中止',
  dropped: '已撤销',
};

/** The moves that may be made now, in the order of the table. */
export function movesFor(standing: Standing): MoveName[] {
  return MOVE_NAMES.filter((name) => refusal(standing, name) === null);
}

/** Moves that the present person will be able to make as soon as something is there, with what that is. */
export function blockedFor(standing: Standing): { move: MoveName; why: string }[] {
  const complete = { ...standing, lacks: [] };
  return MOVE_NAMES.flatMap((move) => {
    const refused = refusal(standing, move);
    return refused && refusal(complete, move) === null ? [{ move, why: refused.message }] : [];
  });
}

/** The status after `name`. Throws task.move-impossible, task.not-yours, task.own-work or task.lacks-…. */
export function decide(standing: Standing, name: MoveName): TaskStatus {
  const refused = refusalOf(standing, name);
  if (refused) throw refused;
  const { to }: Move = MOVES[name];
  if (to === 'same') return standing.status;
  if (to !== 'former') return to;
  if (standing.former === null) throw new Error('suspended from nowhere');
  return standing.former;
}

/** For whom the present person makes the move; null when he makes it in a part of his own. */
export const behalfOf = (standing: Standing, name: MoveName): string | null =>
  principalOf<Part>(standing, MOVES[name].by);

/** The error of a move that may not be made now; null when it may. */
export function refusalOf(standing: Standing, name: MoveName): DomainError | null {
  const why = refusal(standing, name);
  return why && new DomainError(why.refusal, why.code, why.message);
}

/** What a refusal is made of: whoever only asks what may be done needs no error. */
type Why = Pick<DomainError, 'refusal' | 'code' | 'message'>;

/** Why `name` may not be made now; null when it may. */
function refusal({ status, parts, didTheWork, lacks, unfit }: Standing, name: MoveName): Why | null {
  const move: Move = MOVES[name];
  if (!move.from.includes(status)) {
    const message = `任务现在是“${STATUS_LABELS[status]}”，不能${move.label}。请刷新页面查看最新状态。`;
    return { refusal: 'conflict', code: 'task.move-impossible', message };
  }
  if (!move.by.some((part) => parts.includes(part))) {
    return { refusal: 'forbidden', code: 'task.not-yours', message: `您没有对这项任务${move.label}的权限。` };
  }
  const never = unfit.find((one) => one === name);
  if (never) return { refusal: 'conflict', ...UNFIT[never] };
  if (move.notByDoer && didTheWork) {
    const message = '办理人不能核实自己办理的任务，请由其他督办员核实销号。';
    return { refusal: 'forbidden', code: 'task.own-work', message };
  }
  const lacking = move.needs?.find((need) => lacks.includes(need));
  return lacking ? { refusal: 'conflict', code: `task.lacks-${lacking}`, message: NEEDS[lacking] } : null;
}
