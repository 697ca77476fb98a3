import type { Covered, ProblemRow, SummaryRowData, TaskRow } from '../summary-rows';
import { Branches, type Branch } from './branches';
import { Chosen } from './chosen';
import { SECTION_KEYS, type Composition, type SectionKey, type Sentence } from './composition';
import { countsOf, Tally, type CountKey } from './figures';
import { LEADS } from './lead-sentences';
import { rectification } from './problem-sentences';
import { completed, coordination, extended, next, overdue, underWay } from './task-sentences';

/** Sentences of one enumeration; what is beyond stands in the annexed tables. */
export const MOST_ITEMS = 10;

/** The enumerations of the report: each matter under the words that lead to it. */
const LISTS = {
  completed: { section: 'completed', closing: '其余办结事项见附件' },
  ahead: { section: 'underWay', closing: '其余超序时进度事项见附件' },
  onPace: { section: 'underWay', closing: '其余达序时进度事项见附件' },
  behind: { section: 'underWay', closing: '其余欠序时进度事项见附件' },
  overdue: { section: 'overdue', closing: '其余逾期事项见附件' },
  problemsClosed: { section: 'problems', closing: '其余已销号问题见附件' },
  problemsOpen: { section: 'problems', closing: '其余整改中的问题见附件' },
  extended: { section: 'extensions', closing: '其余延期事项见附件' },
  coordination: { section: 'coordination', closing: '其余需要协调的事项见附件' },
  next: { section: 'next', closing: '其余下期到期事项见附件' },
} as const satisfies Record<string, { section: SectionKey; closing: string }>;
type ListKey = keyof typeof LISTS;
export type Lists = Record<ListKey, Chosen<Sentence>>;

/** Takes the rows of a period one by one and makes figures and sentences of them. Pure: the same rows, the same report. */
export class Composer {
  private readonly tally = new Tally();
  private readonly branches: Branches;
  private readonly lists = Object.fromEntries(
    Object.keys(LISTS).map((key) => [key, new Chosen<Sentence>(MOST_ITEMS)]),
  ) as Lists;

  constructor(
    private readonly covered: Covered,
    branches: readonly Branch[],
  ) {
    this.branches = new Branches(branches);
  }

  /** Gives the counts that the row belongs to, to be kept with it. */
  add(row: SummaryRowData): CountKey[] {
    const keys = countsOf(row, this.covered);
    this.tally.add(row, keys);
    this.branches.add(row, keys);
    if (row.subject === 'task') this.addTask(row, new Set(keys));
    else this.addProblem(row);
    return keys;
  }

  composition(): Composition {
    return {
      figures: this.tally.figures(),
      branches: this.branches.figures(),
      sections: SECTION_KEYS.map((key) => ({ key, sentences: this.sentencesOf(key) })),
    };
  }

  /** The weightiest first: what is most late, what has come furthest or lags most, what is due soonest. */
  private addTask(row: TaskRow, keys: ReadonlySet<CountKey>): void {
    const { lists, covered } = this;
    const days = (day: string | null) => (day === null ? 0 : Date.parse(day) / 86_400_000);
    const offer = (list: ListKey, weight: number, sentence: () => Sentence | null) => {
      const made = sentence();
      if (made) lists[list].add(weight, () => made);
    };
    if (keys.has('closed')) offer('completed', days(row.closedOn), () => completed(row, covered));
    if (keys.has('ahead')) offer('ahead', row.progress, () => underWay(row, covered));
    if (keys.has('onPace')) offer('onPace', row.progress, () => underWay(row, covered));
    if (keys.has('behind')) offer('behind', -row.progress, () => underWay(row, covered));
    if (keys.has('overdue')) offer('overdue', row.daysLate, () => overdue(row, covered));
    if (keys.has('extended')) offer('extended', row.extensions.length, () => extended(row, covered));
    if (keys.has('open')) {
      offer('coordination', row.request ? Infinity : row.daysLate, () => coordination(row, covered));
      offer('next', -days(row.dueOn), () => next(row, covered));
    }
  }

  private addProblem(row: ProblemRow): void {
    const list = row.status === 'closed' ? 'problemsClosed' : 'problemsOpen';
    const weight = row.dueOn === null ? -Infinity : -Date.parse(row.dueOn);
    this.lists[list].add(weight, () => rectification(row, this.covered));
  }

  private sentencesOf(section: SectionKey): Sentence[] {
    const { tally, covered, lists } = this;
    const context = { count: (key: CountKey) => tally.count(key), figures: tally.figures(), covered, lists };
    const leads = LEADS[section](context);
    const enumerated = (key: ListKey): Sentence[] => {
      const { seen, values } = lists[key];
      const rest: Sentence[] = seen > values.length ? [{ key: `rest:${key}`, text: LISTS[key].closing }] : [];
      return [...values, ...rest];
    };
    return [
      ...leads.before,
      ...(Object.keys(LISTS) as ListKey[])
        .filter((key) => LISTS[key].section === section && lists[key].seen > 0)
        .flatMap((key) => [...(leads.of?.[key] ? [leads.of[key]] : []), ...enumerated(key)]),
      ...(leads.after ?? []),
    ];
  }
}

/** The report of rows that are all there. */
export function compose(
  covered: Covered,
  rows: Iterable<SummaryRowData>,
  branches: readonly Branch[] = [],
): Composition {
  const composer = new Composer(covered, branches);
  for (const row of rows) composer.add(row);
  return composer.composition();
}

/** 关于2026年第四季度督办事项进展情况的报告 */
export const titleOf = (unitName: string, label: string) => `${unitName}关于${label}督办事项进展情况的报告`;
