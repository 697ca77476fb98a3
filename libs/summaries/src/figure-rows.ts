import type { EntityManager } from 'typeorm';
import { DomainError } from '#platform/domain-error';
import { decodeCursor, encodeCursor } from '#platform/keyset';
import { PROBLEM_STATUS_LABELS } from '#rectification/problem-status';
import { STATUS_LABELS } from '#tasks/task-status';
import { FIGURE_KEYS, RATES, type CountKey, type FigureKey, type RateKey } from './composing/figures';
import { rowsAfter } from './stored-rows';
import type { SummaryRowData } from './summary-rows';
import type { ListFigureRows } from './summary.dto';
import type { Summary } from './summary.entity';
import type { FigureRow, FigureRowPage } from './summary.view';

const PAGE = 50;

/** The rows behind a figure as they were; of a rate all that are below the line. Throws summary.figure. */
export async function figureRows(
  db: EntityManager,
  { id, composition }: Summary,
  key: string,
  ask: ListFigureRows,
): Promise<FigureRowPage> {
  const figure = composition.figures.find((one) => one.key === key);
  if (!figure || !FIGURE_KEYS.includes(key as FigureKey)) {
    throw new DomainError('unknown', 'summary.figure', '报告里没有这个数字，请从报告页面重新打开。');
  }
  const { part, whole } = RATES[key as RateKey] ?? { part: key as CountKey, whole: key as CountKey };
  const limit = ask.limit ?? PAGE;
  const after = ask.cursor ? Number(decodeCursor(ask.cursor, 1)[0]) : -1;
  if (!Number.isInteger(after)) throw new DomainError('invalid', 'list.cursor', '翻页位置已失效，请从第一页重新查看。');
  const rows = await rowsAfter(db, id, { count: whole }, after, limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    figure,
    rows: shown.map(({ counts, data }) => figureRow(JSON.parse(data) as SummaryRowData, counts.includes(part))),
    nextCursor: rows.length > limit && last ? encodeCursor([String(last.position)]) : null,
  };
}

function figureRow(row: SummaryRowData, counted: boolean): FigureRow {
  const { subject, id, code, title, unitName, dueOn, closedOn } = row;
  const same = { subject, id, code, title, unitName, dueOn, closedOn, counted };
  return row.subject === 'task'
    ? { ...same, status: STATUS_LABELS[row.status], progress: row.progress, daysLate: row.daysLate }
    : { ...same, status: PROBLEM_STATUS_LABELS[row.status], progress: null, daysLate: 0 };
}
