import { RATE_FORMULA, rateLine } from '#rectification/rectification-rate';
import type { Covered, ProblemRow, SummaryRowData, TaskRow } from '../summary-rows';

/** What counts a row, with how the figure is reckoned in words. */
interface Count {
  label: string;
  unit: '项' | '个';
  formula: string;
  task?: (row: TaskRow, at: Covered) => boolean;
  problem?: (row: ProblemRow, at: Covered) => boolean;
}

const within = (day: string | null, from: string, to: string) => day !== null && day >= from && day <= to;
const isClosed = ({ closedOn }: TaskRow, at: Covered) => within(closedOn, at.start, at.asOf);
const isOpen = ({ closedOn }: TaskRow) => closedOn === null;
const paced = (pace: TaskRow['pace']) => (row: TaskRow) => isOpen(row) && !row.overdue && row.pace === pace;

/** What has to be done by now: due in the period, and either done or overdue. What is suspended cannot be done. */
const isDue = (row: TaskRow, at: Covered) =>
  within(row.dueOn, at.start, at.end) && (row.overdue || row.closedOn !== null);

export const COUNTS = {
  total: {
    label: '任务总数',
    unit: '项',
    formula:
      '任务总数 = 报告期内在办、到期或办结的任务数。拟立项、已撤销的任务和周期性任务本身不计，周期性任务按期次计。',
    task: () => true,
  },
  closed: { label: '办结', unit: '项', formula: '办结数 = 报告期内核实销号的任务数。', task: isClosed },
  closedInTime: {
    label: '按期办结',
    unit: '项',
    formula: '按期办结数 = 报告期内在完成时限当日或之前销号的任务数，没有时限的计入。',
    task: (row, at) => isClosed(row, at) && row.daysLate === 0,
  },
  closedLate: {
    label: '逾期办结',
    unit: '项',
    formula: '逾期办结数 = 报告期内在完成时限之后销号的任务数。',
    task: (row, at) => isClosed(row, at) && row.daysLate > 0,
  },
  open: { label: '在办', unit: '项', formula: '在办数 = 截至统计日尚未销号的任务数。', task: isOpen },
  overdue: {
    label: '逾期未办结',
    unit: '项',
    formula: '逾期未办结数 = 截至统计日已过完成时限尚未销号的任务数，中止的不计。',
    task: ({ overdue }) => overdue,
  },
  due: {
    label: '应办结',
    unit: '项',
    formula: '应办结数 = 完成时限在报告期内，截至统计日已销号或已逾期的任务数，中止的不计。',
    task: isDue,
  },
  dueDoneInTime: {
    label: '应办结中按期办结',
    unit: '项',
    formula: '应办结中按期办结数 = 应办结任务中在完成时限当日或之前销号的任务数。',
    task: (row, at) => isDue(row, at) && row.closedOn !== null && row.daysLate === 0,
  },
  delayed: {
    label: '逾期',
    unit: '项',
    formula: '逾期数 = 逾期未办结数 + 逾期办结数。',
    task: (row, at) => row.overdue || (isClosed(row, at) && row.daysLate > 0),
  },
  extended: {
    label: '批准延期',
    unit: '项',
    formula: '批准延期数 = 报告期内完成时限被批准推后（一次或多次）的任务数。',
    task: ({ extensions }) => extensions.length > 0,
  },
  ahead: { label: '超序时进度', unit: '项', formula: paceFormula('高于', '10 个百分点以上'), task: paced('ahead') },
  onPace: { label: '达序时进度', unit: '项', formula: paceFormula('相差', '不超过 10 个百分点'), task: paced('on') },
  behind: { label: '欠序时进度', unit: '项', formula: paceFormula('低于', '10 个百分点以上'), task: paced('behind') },
  waiting: {
    label: '待批复申请',
    unit: '项',
    formula: '待批复申请数 = 截至统计日有延期、中止或撤销申请尚未批复的任务数。',
    task: ({ request }) => request !== null,
  },
  returned: {
    label: '退回',
    unit: '项',
    formula: '退回数 = 被承办单位退回、尚未重新交办的任务数。',
    task: ({ status }) => status === 'returned',
  },
  suspended: {
    label: '中止',
    unit: '项',
    formula: '中止数 = 经批准中止办理、尚未恢复的任务数。',
    task: ({ status }) => status === 'suspended',
  },
  dueAhead: {
    label: '下期到期',
    unit: '项',
    formula: '下期到期数 = 尚未销号、完成时限在下一报告期内的任务数。',
    task: (row, at) => isOpen(row) && within(row.dueOn, at.ahead.start, at.ahead.end),
  },
  problems: {
    label: '问题总数',
    unit: '个',
    formula: '问题总数 = 报告期内在整改或销号的问题数，已撤销的不计。',
    problem: () => true,
  },
  problemsClosed: {
    label: '问题销号',
    unit: '个',
    formula: '问题销号数 = 报告期内核实销号的问题数。',
    problem: ({ status }) => status === 'closed',
  },
  problemsOverdue: {
    label: '问题逾期',
    unit: '个',
    formula: '问题逾期数 = 截至统计日已过整改时限尚未整改的问题数。',
    problem: ({ status, dueOn }, { asOf }) =>
      (status === 'open' || status === 'reopened') && dueOn !== null && dueOn < asOf,
  },
} as const satisfies Record<string, Count>;
export type CountKey = keyof typeof COUNTS;
const counts: Readonly<Record<CountKey, Count>> = COUNTS;
export const COUNT_KEYS = Object.keys(COUNTS) as CountKey[];

function paceFormula(compared: string, tolerance: string): string {
  return `未逾期的在办任务中，进度与已过工作日占比${compared === '相差' ? '' : '相比'}${compared}${tolerance}的任务数。`;
}

/** The counts that a row belongs to. */
export function countsOf(row: SummaryRowData, at: Covered): CountKey[] {
  return COUNT_KEYS.filter((key) => {
    const { task, problem } = counts[key];
    return row.subject === 'task' ? task?.(row, at) : problem?.(row, at);
  });
}

/** Shares of one count in another, and the mean of days. */
export const RATES = {
  inTimeRate: {
    label: '按期办结率',
    unit: '%',
    formula: '按期办结率 = 应办结中按期办结数 ÷ 应办结数 × 100%。',
    part: 'dueDoneInTime',
    whole: 'due',
  },
  extensionRate: {
    label: '延期率',
    unit: '%',
    formula: '延期率 = 批准延期数 ÷ 任务总数 × 100%。',
    part: 'extended',
    whole: 'total',
  },
  rectificationRate: {
    label: '整改率',
    unit: '%',
    formula: RATE_FORMULA,
    part: 'problemsClosed',
    whole: 'problems',
  },
  averageDelay: {
    label: '平均逾期天数',
    unit: '天',
    formula: '平均逾期天数 = 逾期任务的逾期天数之和 ÷ 逾期数。未办结的算到统计日，按自然日计。',
    part: 'delayed',
    whole: 'delayed',
  },
} as const satisfies Record<string, { label: string; unit: string; formula: string; part: CountKey; whole: CountKey }>;
export type RateKey = keyof typeof RATES;
export type FigureKey = CountKey | RateKey;
export const FIGURE_KEYS = [...COUNT_KEYS, ...(Object.keys(RATES) as RateKey[])] as const;

export interface Figure {
  key: FigureKey;
  label: string;
  unit: string;
  formula: string;
  /** One decimal at most; null where there is nothing to divide by. */
  value: number | null;
}

/** Counts rows one by one; ids stay with the rows. */
export class Tally {
  private readonly numbers = Object.fromEntries(COUNT_KEYS.map((key) => [key, 0])) as Record<CountKey, number>;
  private daysLate = 0;

  add(row: SummaryRowData, keys: readonly CountKey[]): void {
    for (const key of keys) this.numbers[key]++;
    if (row.subject === 'task' && keys.includes('delayed')) this.daysLate += row.daysLate;
  }

  count(key: CountKey): number {
    return this.numbers[key];
  }

  figures(): Figure[] {
    const shown = ({ label, unit, formula }: Omit<Figure, 'key' | 'value'>) => ({ label, unit, formula });
    return [
      ...COUNT_KEYS.map((key) => ({ key, ...shown(counts[key]), value: this.numbers[key] })),
      ...(Object.keys(RATES) as RateKey[]).map((key) => ({ key, ...shown(RATES[key]), value: this.rate(key) })),
    ];
  }

  private rate(key: RateKey): number | null {
    const whole = this.numbers[RATES[key].whole];
    if (key === 'averageDelay') return whole === 0 ? null : Math.round((10 * this.daysLate) / whole) / 10;
    return rateLine(null, '', [{ total: whole, closed: this.numbers[RATES[key].part] }]).percent;
  }
}

/** 12项, 66.7%, or — where nothing can be reckoned. */
export const figureText = ({ value, unit }: Pick<Figure, 'value' | 'unit'>): string =>
  value === null ? '—' : `${value}${unit}`;
