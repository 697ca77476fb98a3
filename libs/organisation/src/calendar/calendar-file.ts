import { decodeText } from '#documents/text/encoding';
import type { ExceptionDay } from '#calendar/working-calendar';
import { dayOf, type Day } from '#language/day';
import { DomainError } from '#platform/domain-error';
import type { CellError } from '../import/organisation-import.view';
import { readWorkbook } from '../import/workbook';
import { faultOf } from './exception-rules';

/** The columns of a calendar table, and the names by which files call them. */
const COLUMNS = {
  date: { title: '日期', names: ['日期', 'date', 'day'] },
  kind: { title: '类型', names: ['类型', '类别', '安排', 'kind', 'type'] },
  name: { title: '名称', names: ['名称', '节日', '节假日', 'name'] },
} as const;
type ColumnName = keyof typeof COLUMNS;

const KINDS: Record<ExceptionDay['kind'], readonly string[]> = {
  holiday: ['放假', '休息', '休', '节假日', '法定节假日', '放假调休', 'holiday'],
  workday: ['上班', '调休上班', '补班', '调休', '班', '工作日', 'workday'],
};
const LONGEST_NAME = 20;
/** The header stands within so many rows; a title may come before it. */
const HEADER_WITHIN = 10;

/** A row as written: its number as a reader counts it from 1, and its texts. */
type Row = { sheet: string; row: number } & Record<ColumnName, string>;

export interface CalendarFile {
  exceptions: ExceptionDay[];
  errors: CellError[];
}

/**
 * The exceptions of `year` from an .xlsx or CSV table (日期, 类型, 名称), or from JSON: a list of {date, kind, name},
 * or an object whose `days` are {date, isOffDay, name}. Throws organisation.file-* and calendar.no-table for what is neither.
 */
export function readCalendarFile(bytes: Buffer, year: number): CalendarFile {
  const rows = jsonRows(bytes) ?? tableRows(bytes);
  if (rows.length === 0) throw noTable();
  const found = new Map<Day, { exception: ExceptionDay; row: number }>();
  const errors: CellError[] = [];
  for (const { sheet, row, date, kind: word, name } of rows) {
    const wrong = (column: ColumnName, message: string) =>
      errors.push({ sheet, row, field: COLUMNS[column].title, message });
    const day = readDay(date, year);
    const kind = kindOf(word);
    if (day === null) wrong('date', `“${date}”不是有效日期，请写成 ${year}-01-01 的样子。`);
    else if (!day.startsWith(`${year}-`)) wrong('date', `${day} 不在 ${year} 年，请检查年份。`);
    else if (found.has(day)) wrong('date', `${day} 在第 ${found.get(day)?.row} 行已经写过，请删去重复的一行。`);
    if (kind === null) wrong('kind', `“${word}”看不懂，请写“放假”或“上班”。`);
    if (name.length < 1 || name.length > LONGEST_NAME) wrong('name', `请写明节日名称（${LONGEST_NAME} 字以内）。`);
    if (day === null || kind === null || found.has(day)) continue;
    const exception = { day, kind, name };
    const fault = faultOf(exception);
    if (fault) wrong('kind', fault);
    found.set(day, { exception, row });
  }
  const exceptions = [...found.values()].map(({ exception }) => exception);
  return { exceptions: exceptions.sort((a, b) => (a.day < b.day ? -1 : 1)), errors };
}

const noTable = () =>
  new DomainError(
    'invalid',
    'calendar.no-table',
    '文件里没有找到放假安排，表头须有“日期”“类型”“名称”三列，类型写“放假”或“上班”。',
  );

function kindOf(word: string): ExceptionDay['kind'] | null {
  const written = word.replace(/\s/g, '').toLowerCase();
  if (KINDS.holiday.includes(written)) return 'holiday';
  return KINDS.workday.includes(written) ? 'workday' : null;
}

/** 2027-1-1, 2027/1/1, 2027.1.1, 20270101, 2027年1月1日 or, in the year asked for, 1月1日; a day of the week may follow. */
function readDay(text: string, year: number): Day | null {
  const parts =
    /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?(?:\D.*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return parts && dayOf(Number(parts[1] ?? year), Number(parts[2]), Number(parts[3]));
}

function tableRows(bytes: Buffer): Row[] {
  for (const { name: sheet, rows } of readWorkbook(bytes)) {
    const at = rows.slice(0, HEADER_WITHIN).findIndex((cells) => placesIn(cells) !== null);
    if (at === -1) continue;
    const places = placesIn(rows[at]) as Record<ColumnName, number>;
    return rows
      .map((cells, index) => ({
        ...{ sheet, row: index + 1 },
        ...{ date: cells[places.date] ?? '', kind: cells[places.kind] ?? '', name: cells[places.name] ?? '' },
      }))
      .slice(at + 1)
      .filter(({ date, kind, name }) => date !== '' || kind !== '' || name !== '');
  }
  throw noTable();
}

function placesIn(cells: readonly string[]): Record<ColumnName, number> | null {
  const titles = cells.map((cell) => cell.replace(/[\s*＊]|[（(].*[）)]/g, '').toLowerCase());
  const place = (column: ColumnName) =>
    titles.findIndex((title) => (COLUMNS[column].names as readonly string[]).includes(title));
  const places = { date: place('date'), kind: place('kind'), name: place('name') };
  return Object.values(places).includes(-1) ? null : places;
}

/** The entries of a JSON file; null for a file that is none. */
function jsonRows(bytes: Buffer): Row[] | null {
  const text = /^\s*[[{]/.test(bytes.subarray(0, 64).toString('utf8').replace('\uFEFF', ''))
    ? decodeText(bytes)?.text
    : undefined;
  if (text === undefined) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new DomainError('invalid', 'calendar.file-damaged', 'JSON 文件不完整或写错了，请检查括号和引号后再试。');
  }
  const days = Array.isArray(value) ? value : (value as { days?: unknown }).days;
  if (!Array.isArray(days)) throw noTable();
  return days.map((entry: unknown, index) => {
    const fields = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
    const said = (column: ColumnName) => {
      const name = COLUMNS[column].names.find((one) => fields[one] !== undefined);
      return name === undefined ? '' : String(fields[name]).trim();
    };
    const offDay = typeof fields.isOffDay === 'boolean' ? (fields.isOffDay ? '放假' : '上班') : undefined;
    return { sheet: '', row: index + 1, date: said('date'), kind: offDay ?? said('kind'), name: said('name') };
  });
}
