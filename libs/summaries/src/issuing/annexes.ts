import type { EntityManager } from 'typeorm';
import type { WrittenCell, WrittenColumn } from '#documents/written-table';
import { LIGHT_LOOKS, LIST_NAMES, listDefinition, type ListName, type ListRow } from '#rectification/three-lists';
import { STATUS_LABELS } from '#tasks/task-status';
import { figureText, type FigureKey } from '../composing/figures';
import { storedRows } from '../stored-rows';
import type { ProblemRow, TaskRow } from '../summary-rows';
import type { Composed, Summary } from '../summary.entity';

export interface Annex {
  title: string;
  note: string;
  columns: WrittenColumn[];
  rows: WrittenCell[][];
}

const NUMBER: WrittenColumn = { title: '序号', width: 3, centred: true };
const PACES = { ahead: '超序时进度', on: '达序时进度', behind: '欠序时进度' } as const;
/** Columns of the table of units. */
const BRANCH_FIGURES = [
  ...(['total', 'closed', 'open', 'overdue', 'inTimeRate', 'averageDelay', 'extensionRate'] as const),
  ...(['problems', 'problemsClosed', 'rectificationRate'] as const),
] satisfies FigureKey[];

const TASK_COLUMNS: (WrittenColumn & { cell: (row: TaskRow) => WrittenCell })[] = [
  { title: '编号', width: 9, centred: true, cell: ({ code }) => ({ text: code }) },
  { title: '督办事项', width: 16, cell: ({ title }) => ({ text: title }) },
  { title: '承办单位', width: 8, cell: ({ unitName }) => ({ text: unitName }) },
  { title: '责任人', width: 5, centred: true, cell: ({ assigneeName }) => ({ text: assigneeName ?? '' }) },
  { title: '完成时限', width: 8, kind: 'day', cell: ({ dueOn }) => ({ text: dueOn ?? '长期坚持' }) },
  { title: '进度', width: 5, kind: 'percent', cell: ({ progress }) => ({ text: `${progress}%` }) },
  { title: '状态', width: 5, centred: true, cell: ({ status }) => ({ text: STATUS_LABELS[status] }) },
  { title: '办理情况', width: 8, centred: true, cell: standing },
  { title: '最近进展', width: 16, cell: ({ entries }) => ({ text: entries[0]?.narrative ?? '' }) },
];

/** In time, late, or how far compared with the time that has passed. */
function standing({ closedOn, daysLate, overdue, pace }: TaskRow): WrittenCell {
  if (overdue) return { text: `逾期${daysLate}天`, colour: LIGHT_LOOKS.red };
  if (closedOn !== null && daysLate > 0) return { text: `逾期${daysLate}天办结`, colour: LIGHT_LOOKS.purple };
  if (closedOn !== null) return { text: '按期办结', colour: LIGHT_LOOKS.green };
  if (pace === null) return { text: '' };
  return { text: PACES[pace], colour: pace === 'behind' ? LIGHT_LOOKS.yellow : LIGHT_LOOKS.green };
}

/** The tables behind the report: units, tasks, and the three lists of its problems. Empty ones are left out. */
export async function annexesOf(db: EntityManager, { id, composition }: Summary): Promise<Annex[]> {
  const { covered, branches } = composition;
  const note = `${composition.unitName}　${covered.label}　截至 ${covered.asOf}`;
  const tasks = await cellsOf<TaskRow>(db, id, 'task', (row) => [TASK_COLUMNS.map(({ cell }) => cell(row))]);
  const problems: Annex[] = [];
  for (const name of LIST_NAMES) {
    const { title, columns } = listDefinition(name);
    const rows = await cellsOf<ProblemRow>(db, id, 'problem', (row) => listCells(name, row));
    problems.push({ title, note, columns: [NUMBER, ...columns], rows });
  }
  return [
    ...(branches.length > 1 ? [{ title: '各单位办理情况表', note, ...branchTable(composition) }] : []),
    { title: '督办事项一览表', note, columns: [NUMBER, ...TASK_COLUMNS], rows: tasks },
    ...problems,
  ].filter(({ rows }) => rows.length > 0);
}

/** The cells of all rows of a kind, numbered. Rows pass by in portions; only what is printed stays. */
async function cellsOf<Row>(
  db: EntityManager,
  summaryId: string,
  subject: 'task' | 'problem',
  cells: (row: Row) => WrittenCell[][],
): Promise<WrittenCell[][]> {
  const all: WrittenCell[][] = [];
  for await (const rows of storedRows(db, summaryId, { subject })) {
    for (const { data } of rows) {
      for (const line of cells(JSON.parse(data) as Row)) all.push([{ text: String(all.length + 1) }, ...line]);
    }
  }
  return all;
}

function listCells(name: ListName, { id, source, measures, ...row }: ProblemRow): WrittenCell[][] {
  const { columns, perMeasure } = listDefinition(name);
  const place = { reportTitle: source?.reportTitle ?? null, sectionPath: source?.sectionPath ?? null };
  const lines = perMeasure && measures.length > 0 ? measures : [null];
  return lines.map((measure) => {
    const line: ListRow = { ...row, ...place, problemId: id, measure };
    return columns.map(({ value, colour }) => ({ text: value(line), colour: colour?.(line) }));
  });
}

function branchTable({ figures, branches }: Composed): Pick<Annex, 'columns' | 'rows'> {
  const shown = BRANCH_FIGURES.flatMap((key) => figures.find((figure) => figure.key === key) ?? []);
  return {
    columns: [
      NUMBER,
      { title: '单位', width: 14 },
      ...shown.map(({ label }) => ({ title: label, width: 6, centred: true })),
    ],
    rows: branches.map((branch, index) => [
      { text: String(index + 1) },
      { text: branch.unitName },
      ...shown.map(({ key, unit }) => ({ text: figureText({ value: branch.figures[key], unit }) })),
    ]),
  };
}
