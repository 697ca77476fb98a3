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

/** As what a person may make a move: by a role over the lead unit, or as the one responsible. */
export type Part = 'supervisor' | 'liaison' | 'assignee';

interface Move {
  from: readonly TaskStatus[];
  to: TaskStatus;
  by: readonly Part[];
  /** The Chinese verb of the button and the history. */
  label: string;
  /** Whoever did the work cannot be the one who verifies it. */
  notByDoer?: true;
}

export const MOVES = {
  assign: {
    from: ['drafted', 'returned', 'assigned', 'accepted', 'in-progress'],
    to: 'assigned',
    by: ['supervisor'],
    label: '交办',
  },
  accept: { from: ['assigned'], to: 'accepted', by: ['liaison', 'assignee'], label: '签收' },
  return: { from: ['assigned'], to: 'returned', by: ['liaison', 'assignee'], label: '退回' },
  progress: {
    from: ['accepted', 'in-progress'],
    to: 'in-progress',
    by: ['liaison', 'assignee'],
    label: '更新进展',
  },
  submit: { from: ['accepted', 'in-progress'], to: 'submitted', by: ['liaison', 'assignee'], label: '提交核实' },
  'send-back': { from: ['submitted'], to: 'in-progress', by: ['supervisor'], label: '退回补办' },
  close: { from: ['submitted'], to: 'closed', by: ['supervisor'], label: '核实销号', notByDoer: true },
  drop: {
    from: ['drafted', 'assigned', 'returned', 'accepted', 'in-progress'],
    to: 'dropped',
    by: ['supervisor'],
    label: '撤销',
  },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof MOVES;

/** What a decision about a move looks at. */
export interface Standing {
  status: TaskStatus;
  /** The parts that the present person has in this task. */
  parts: readonly Part[];
  /** Whether the present person reported progress on it or submitted it. */
  didTheWork: boolean;
}

const STATUS_LABELS: Record<TaskStatus, string> = {
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
  return (Object.keys(MOVES) as MoveName[]).filter((name) => refusal(standing, name) === null);
}

/** The status after `name`. Throws task.move-impossible, task.not-yours or task.own-work. */
export function decide(standing: Standing, name: MoveName): TaskStatus {
  const refused = refusal(standing, name);
  if (refused) throw refused;
  return MOVES[name].to;
}

function refusal({ status, parts, didTheWork }: Standing, name: MoveName): DomainError | null {
  const move: Move = MOVES[name];
  if (!move.from.includes(status)) {
    return new DomainError(
      'conflict',
      'task.move-impossible',
      `任务现在是“${STATUS_LABELS[status]}”，不能${move.label}。请刷新页面查看最新状态。`,
    );
  }
  if (!move.by.some((part) => parts.includes(part))) {
    return new DomainError('forbidden', 'task.not-yours', `您没有对这项任务${move.label}的权限。`);
  }
  if (move.notByDoer && didTheWork) {
    return new DomainError('forbidden', 'task.own-work', '办理人不能核实自己办理的任务，请由其他督办员核实销号。');
  }
  return null;
}

/** A task that still has to be done. */
export const OPEN_STATUSES = TASK_STATUSES.filter((status) => status !== 'closed' && status !== 'dropped');
