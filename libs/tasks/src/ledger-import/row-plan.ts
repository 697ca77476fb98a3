import type { Day } from '#platform/clock';
import type { TaskStatus } from '../task-status';
import { dueCell } from './due-cell';
import type { LedgerField } from './fields';
import { columnOf, textOf, type LedgerRow } from './ledger-rows';
import { peopleInCell, unitsInCell } from './names-cell';
import { areFractions, percentOf, statusOf } from './status-cell';

/** What is wrong with a cell (`error`), or what somebody should know about how it was read. */
export interface Issue {
  level: 'error' | 'warning';
  /** The head of the column. */
  column: string;
  message: string;
}

export interface Named {
  id: string;
  name: string;
}

/** Looks names up: within the actor's scope, and as somebody has said that they are meant. */
export interface LedgerDirectory {
  /** Undefined when nothing is known by that name; null when it was said to be no unit. */
  unit(name: string): Named | null | undefined;
  /** The people of a unit by that name; one alone when it was said who is meant. */
  members(unitId: string, name: string): Named[];
  leaders(unitId: string, name: string): Named[];
}

export interface PlanOptions {
  /** What dates without a year belong to. */
  year: number;
  today: Day;
  /** `ledger`: tasks stand where the ledger says. `draft`: all are to be assigned yet. */
  statuses: 'draft' | 'ledger';
}

/** What a row becomes. */
export interface RowPlan {
  row: number;
  title: string;
  text: string;
  leadUnit: Named | null;
  supportingUnits: Named[];
  assignee: Named | null;
  leader: Named | null;
  dueOn: Day | null;
  recurrence: string | null;
  status: TaskStatus;
  progress: number;
  /** What the ledger tells of the work so far. */
  narrative: string | null;
  closedOn: Day | null;
  issues: Issue[];
  /** Unit names that nobody knows, and people of whom there are several. */
  unknownUnits: string[];
  unclear: { unitId: string; name: string; people: Named[] }[];
}

const LONGEST_TITLE = 200;
const LONGEST_TEXT = 10_000;
const LONGEST_NARRATIVE = 5000;

/** Plans all rows of a ledger. Changes nothing and asks nothing but the directory. */
export function planRows(rows: readonly LedgerRow[], directory: LedgerDirectory, options: PlanOptions): RowPlan[] {
  const fractions = areFractions(rows.map((row) => textOf(row, 'percent')));
  return rows.map((row) => new RowReader(row, directory, options, fractions).plan());
}

/** Reads one row cell by cell and notes what is to be said about it. */
class RowReader {
  private readonly issues: Issue[] = [];
  private readonly unknownUnits: string[] = [];
  private readonly unclear: RowPlan['unclear'] = [];
  /** Lines for the task's text: what has no place of its own. */
  private readonly lines: string[] = [];

  constructor(
    private readonly row: LedgerRow,
    private readonly directory: LedgerDirectory,
    private readonly options: PlanOptions,
    private readonly fractions: boolean,
  ) {}

  plan(): RowPlan {
    const { row } = this.row;
    const { leadUnit, supportingUnits } = this.units();
    const assignee = this.person('assignee', leadUnit);
    const leader = this.person('leader', leadUnit);
    const { day: dueOn, recurrence } = this.due();
    const progress = this.progress();
    const stage = this.stage(progress, dueOn);
    if (this.row.continues !== null) {
      this.warn('title', `没有任务名称，承接第 ${this.row.continues} 行的任务和未填的责任、时限`);
    }
    return {
      ...{ row, leadUnit, supportingUnits, assignee, leader, dueOn, recurrence },
      title: this.title(),
      text: this.text(),
      ...stage,
      progress: stage.status === 'closed' ? 100 : progress,
      narrative: this.narrative(stage.status),
      issues: this.issues,
      unknownUnits: this.unknownUnits,
      unclear: this.unclear,
    };
  }

  private error(field: LedgerField, message: string): void {
    this.issues.push({ level: 'error', column: columnOf(this.row, field), message });
  }

  private warn(field: LedgerField, message: string): void {
    this.issues.push({ level: 'warning', column: columnOf(this.row, field), message });
  }

  private keep(field: LedgerField): void {
    this.lines.push(`${columnOf(this.row, field)}：${textOf(this.row, field).replaceAll('\n', ' ')}`);
  }

  private title(): string {
    const title = this.row.title.replace(/\s*\n\s*/g, ' ');
    if (title === '') this.error('title', '没有任务名称，请补上，或跳过这一行');
    return title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title;
  }

  private text(): string {
    const { said, group, title } = this.row;
    const own = textOf(this.row, 'text');
    const full = said.title?.[0].text ?? title;
    const opening = own === '' || full.length > LONGEST_TITLE ? [full, own].filter(Boolean) : [own];
    const others = [...(said.basis ?? []), ...(said.note ?? [])].map(({ head, text }) => `${head}：${text}`);
    const text = [...opening, ...(group === null ? [] : [`类别：${group}`]), ...others, ...this.lines].join('\n');
    if (text.length > LONGEST_TEXT) this.error('text', `任务内容超过 ${LONGEST_TEXT} 字，请精简`);
    return text;
  }

  private units(): Pick<RowPlan, 'leadUnit' | 'supportingUnits'> {
    const read = (field: 'leadUnit' | 'supportingUnits') =>
      unitsInCell(textOf(this.row, field)).map((unit) => ({ ...unit, field }));
    const lead: Named[] = [];
    const supporting: Named[] = [];
    const strangers: { name: string; field: LedgerField }[] = [];
    for (const { name, supports, field } of [...read('leadUnit'), ...read('supportingUnits')]) {
      const found = this.directory.unit(name);
      if (found === null) continue;
      if (found === undefined) strangers.push({ name, field });
      else if (field === 'leadUnit' && !supports && lead.length === 0) lead.push(found);
      else supporting.push(found);
    }
    this.unknownUnits.push(...strangers.map(({ name }) => name));
    for (const { name, field } of strangers) {
      const fault = field === 'leadUnit' && lead.length === 0;
      if (fault) this.error(field, `没有找到单位“${name}”，或您无权向它交办任务`);
      else this.warn(field, `没有找到单位“${name}”，名称写入任务内容`);
    }
    const [leadUnit = null] = lead;
    if (leadUnit === null && strangers.length === 0) this.error('leadUnit', '没有牵头单位，请补上，或跳过这一行');
    const supportingUnits = [...new Map(supporting.map((unit) => [unit.id, unit])).values()].filter(
      ({ id }) => id !== leadUnit?.id,
    );
    if (strangers.length > 0) this.lines.push(`配合单位：${strangers.map(({ name }) => name).join('、')}`);
    return { leadUnit, supportingUnits };
  }

  /** The first person named who belongs there; a cell that says more than that is kept in the text. */
  private person(field: 'assignee' | 'leader', unit: Named | null): Named | null {
    const cell = textOf(this.row, field);
    if (cell === '') return null;
    const names = peopleInCell(cell);
    if (names.length > 1) this.keep(field);
    if (unit === null) return null;
    for (const name of names) {
      const people =
        field === 'assignee' ? this.directory.members(unit.id, name) : this.directory.leaders(unit.id, name);
      if (people.length === 1) return people[0];
      if (people.length > 1) {
        this.unclear.push({ unitId: unit.id, name, people });
        this.error(field, `${unit.name}有 ${people.length} 位“${name}”，请选定是哪一位`);
        return null;
      }
    }
    if (names.length <= 1) this.keep(field);
    const missing = field === 'assignee' ? `不在${unit.name}的人员中` : `不是分管${unit.name}的领导`;
    this.warn(field, `“${names.join('、') || cell}”${missing}，按未指定导入，姓名写入任务内容`);
    return null;
  }

  private due(): { day: Day | null; recurrence: string | null } {
    const { day, recurrence, error, warning } = dueCell(textOf(this.row, 'dueOn'), this.options.year);
    if (error !== null) this.error('dueOn', error);
    if (warning !== null) {
      this.warn('dueOn', warning);
      this.keep('dueOn');
    }
    return { day, recurrence };
  }

  private progress(): number {
    const cell = textOf(this.row, 'percent');
    if (cell === '') return 0;
    const percent = percentOf(cell, this.fractions);
    if (percent === null) this.warn('percent', `“${cell}”不是完成率，按 0% 导入`);
    else if (percent < 0 || percent > 100) this.error('percent', `完成率 ${percent}% 不在 0% 至 100% 之间`);
    return Math.min(100, Math.max(0, percent ?? 0));
  }

  private stage(progress: number, dueOn: Day | null): Pick<RowPlan, 'status' | 'closedOn'> {
    const cell = textOf(this.row, 'status');
    const told = cell === '' ? null : statusOf(cell);
    if (this.options.statuses === 'draft') {
      if (told === 'closed') this.warn('status', `台账写明“${cell}”，仍作为拟立项导入`);
      return { status: 'drafted', closedOn: null };
    }
    if (cell !== '' && told === null) this.error('status', `不认识状态“${cell}”，请改成已完成、进行中、未启动等`);
    const started = progress > 0 || textOf(this.row, 'narrative') !== '';
    const status = told ?? (started ? 'in-progress' : 'assigned');
    return { status, closedOn: status === 'closed' ? this.closedOn(dueOn) : null };
  }

  private closedOn(dueOn: Day | null): Day {
    const { today, year } = this.options;
    const written = dueCell(textOf(this.row, 'closedOn'), year);
    if (written.error !== null) this.error('closedOn', written.error);
    if (written.day !== null && written.day > today) this.error('closedOn', `办结日期 ${written.day} 还没有到`);
    if (written.day !== null) return written.day;
    const day = dueOn !== null && dueOn < today ? dueOn : today;
    this.warn('status', `台账没有写办结日期，按 ${day} 销号`);
    return day;
  }

  private narrative(status: TaskStatus): string | null {
    const said = textOf(this.row, 'narrative');
    const note = status === 'closed' ? textOf(this.row, 'note') : '';
    const text = [said, note].filter(Boolean).join('\n');
    if (text.length > LONGEST_NARRATIVE) this.error('narrative', `进展情况超过 ${LONGEST_NARRATIVE} 字，请精简`);
    return text === '' ? null : text;
  }
}

/** The people named anywhere in the rows, for one look at the directory. */
export function peopleNamed(rows: readonly LedgerRow[]): string[] {
  const cells = rows.flatMap((row) => [textOf(row, 'assignee'), textOf(row, 'leader')]);
  return [...new Set(cells.flatMap(peopleInCell))];
}
