import type { Actor } from '#organisation/actor';
import type { Conditions } from '#platform/conditions';
import { visibleProblems } from '#rectification/problem-standing';
import { LATEST } from '#reports/report-list';
import { visibleTasks } from '#tasks/task-sight';
import type { SearchKind } from './search.view';

/** How one kind is searched: its search table `s`, who sees which rows, and how rows that match alike are ordered. */
export interface Searched {
  table: string;
  /** The rows that sight is decided by, and which of them a row of `s` belongs to. */
  rows: string;
  on: string;
  visible(conditions: Conditions, actor: Actor): Conditions;
  /** All descending: open before closed, newer before older. An index has the same order. */
  keys: readonly { sql: string; type: string }[];
  /** The column with the number that people quote. */
  code: string | null;
}

const newestOpen = (id: string) => [
  { sql: 's.open', type: 'boolean' },
  { sql: 's.created_at', type: 'timestamptz' },
  { sql: `s.${id}`, type: 'uuid' },
];

export const SEARCHED: Record<SearchKind, Searched> = {
  task: {
    table: 'task_search',
    rows: 'task t',
    on: 't.id = s.task_id',
    visible: visibleTasks,
    keys: newestOpen('task_id'),
    code: 't.code',
  },
  problem: {
    table: 'problem_search',
    rows: 'problem p',
    on: 'p.id = s.problem_id',
    visible: visibleProblems,
    keys: newestOpen('problem_id'),
    code: 'p.code',
  },
  report: {
    table: 'report_passage',
    rows: 'report r',
    on: 'r.id = s.report_id',
    // Of several editions only the last one is searched.
    visible: (conditions, actor) =>
      conditions.add('r.unit_id = ANY(?::uuid[])', actor.unitsFor('report.read')).add(LATEST),
    keys: [
      { sql: 's.imported_at', type: 'timestamptz' },
      { sql: 's.report_id', type: 'uuid' },
      { sql: '(-s.ordinal)', type: 'integer' },
    ],
    code: null,
  },
};
