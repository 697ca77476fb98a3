import type { Day } from '#platform/clock';
import { RUNGS } from './policy/reminder-points';

/**
 * The rules by which a task is reminded of. `rule` in the ledger is the kind, with a number or a day behind it where the
 * same kind comes more than once for one deadline: `before-7`, `overdue-6`, `request-2026-10-01`, `escalate-leader`.
 */
export const RULE_KINDS = {
  /** 交办 */
  assigned: { heading: '新交办', optional: false },
  /** before-N: N working days are left. */
  before: { heading: '即将到期', optional: true },
  /** The day of the deadline. */
  due: { heading: '今天到期', optional: false },
  /** overdue-N: N working days late. */
  overdue: { heading: '已逾期', optional: false },
  /** request-DAY: progress for the period that begins on DAY is asked for. */
  request: { heading: '请报送进展', optional: false },
  /** accept-N: has waited N working days to be accepted. */
  accept: { heading: '待签收', optional: false },
  /** verify-N: has waited N working days for verification. */
  verify: { heading: '待核实', optional: false },
  /** escalate-RUNG: carried up the ladder. */
  escalate: { heading: '逾期上报', optional: false },
  /** nudge-ID: somebody hurries. */
  nudge: { heading: '催办', optional: false },
  /** mention-ID: somebody is mentioned in a comment. */
  mention: { heading: '评论提到您', optional: false },
  /** 立巡立交 */
  urgent: { heading: '立巡立交', optional: false },
} as const satisfies Record<string, { heading: string; optional: boolean }>;
export type RuleKind = keyof typeof RULE_KINDS;

/** Kinds that a person may decline to get by mail; they stay in the ledger and in the bell. */
export type OptionalKind = 'before';
export const OPTIONAL_KINDS: readonly OptionalKind[] = ['before'];

/** The kind of a rule of the ledger. */
export function kindOf(rule: string): RuleKind {
  const kind = rule.split('-', 1)[0];
  if (!Object.hasOwn(RULE_KINDS, kind)) throw new Error(`no such rule: ${rule}`);
  return kind as RuleKind;
}

/** Where a rule stands among those of its family: of two, the one with the greater number comes later. */
export function orderOf(rule: string): number {
  const kind = kindOf(rule);
  const detail = rule.slice(kind.length + 1);
  if (kind === 'before') return -Number(detail);
  if (kind === 'request') return Date.parse(detail);
  if (kind === 'escalate') return RUNGS.findIndex((rung) => rung === detail);
  return Number(detail);
}

interface Dated {
  dueOn: Day | null;
  assignedOn: Day | null;
  submittedOn: Day | null;
}

/** The day that a reminder of the rule is about, which stands in its key: a task assigned anew is told of anew. */
export function aboutDay({ dueOn, assignedOn, submittedOn }: Dated, rule: string): Day {
  const kind = kindOf(rule);
  const anew =
    kind === 'assigned' || kind === 'urgent' || kind === 'accept' ? assignedOn : kind === 'verify' && submittedOn;
  const day = anew || dueOn || assignedOn;
  if (!day) throw new Error(`nothing to remind of by ${rule}`);
  return day;
}
