import { addDays, type Day } from '#language/day';
import type { AsOf } from '#organisation/calendar/working-time';
import { grouped } from '#platform/grouped';
import { lightOf, type Light } from '#tasks/light';
import type { Line } from '../delivery/hand-over';
import { kindOf, RULE_KINDS, type RuleKind } from '../rules';

/** The parts of a mail, the most urgent first. */
export const GROUPS = {
  nudge: '催办',
  urgent: '立巡立交',
  overdue: '已逾期',
  dueToday: '今天到期',
  dueThisWeek: '本周到期',
  waiting: '等您处理',
  mention: '评论提到您',
  assigned: '新交办',
  dueLater: '即将到期',
} as const;
export type Group = keyof typeof GROUPS;
const ORDER = Object.keys(GROUPS) as Group[];

/** More than these nobody reads in a mail. */
export const MOST_LINES = 50;

export interface TaskLine {
  task: Line;
  light: Light | null;
  /** What is asked for, where the heading does not say it: 新交办、待签收、逾期上报. */
  about: string[];
}

export interface DigestContent {
  groups: { group: Group; lines: TaskLine[] }[];
  /** Tasks in each group, also those that are not shown. */
  counts: Partial<Record<Group, number>>;
  total: number;
  /** Tasks that are not shown. */
  more: number;
}

/** What a mail says: each task once, in its most urgent group, by deadline. */
export function digestContent(reminders: readonly Line[], at: AsOf): DigestContent {
  const tasks = [...grouped(reminders, ({ taskId }) => taskId).values()].map((own) => taskLine(own, at));
  tasks.sort((a, b) => ORDER.indexOf(a.group) - ORDER.indexOf(b.group) || compare(keyOf(a.line), keyOf(b.line)));
  const counts: Partial<Record<Group, number>> = {};
  for (const { group } of tasks) counts[group] = (counts[group] ?? 0) + 1;
  const shown = grouped(tasks.slice(0, MOST_LINES), ({ group }) => group);
  const groups = [...shown].map(([group, own]) => ({ group, lines: own.map(({ line }) => line) }));
  return { groups, counts, total: tasks.length, more: Math.max(0, tasks.length - MOST_LINES) };
}

function taskLine(own: readonly Line[], at: AsOf): { group: Group; line: TaskLine } {
  const placed = own
    .map((task) => ({ task, kind: kindOf(task.rule), group: groupOf(task, at.today) }))
    .sort((a, b) => ORDER.indexOf(a.group) - ORDER.indexOf(b.group));
  const [{ task, group }] = placed;
  const about = placed
    .filter(({ kind }) => kind !== group && !SAID_BY_HEADING.includes(kind))
    .map(({ kind }) => RULE_KINDS[kind].heading);
  // Of several reminders of one task, what somebody wrote is told in any case.
  const { note, writtenBy } = own.find((one) => one.note !== null) ?? task;
  return { group, line: { task: { ...task, note, writtenBy }, light: lightOf(task, at), about: [...new Set(about)] } };
}

/** The heading of their group says it, whichever that is by now. */
const SAID_BY_HEADING: readonly RuleKind[] = ['nudge', 'urgent', 'before', 'due', 'overdue'];

/** By the state of this moment: what was planned for the day before may be overdue by now. */
function groupOf({ rule, dueOn }: Line, today: Day): Group {
  const kind = kindOf(rule);
  if (kind === 'nudge' || kind === 'urgent' || kind === 'mention') return kind;
  // 交办时时限已过: it is late from its first day.
  if (kind === 'assigned') return dueOn !== null && dueOn < today ? 'overdue' : 'assigned';
  if (kind === 'accept' || kind === 'verify' || kind === 'request' || kind === 'escalate') return 'waiting';
  if (dueOn === null) return 'dueLater';
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'dueToday';
  return dueOn <= endOfWeek(today) ? 'dueThisWeek' : 'dueLater';
}

/** The Sunday of the week. */
function endOfWeek(day: Day): Day {
  return addDays(day, (7 - new Date(day).getUTCDay()) % 7);
}

const keyOf = ({ task }: TaskLine) => `${task.dueOn ?? '9999'} ${task.code}`;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
