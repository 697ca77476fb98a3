import type { Covered, ProblemRow } from '../summary-rows';
import { shortDay } from './chinese-day';
import type { Sentence } from './composition';
import { excerpt } from './excerpt';

const MOST = 90;
const named = ({ unitName, title }: ProblemRow) => `${unitName}的“${title}”问题`;

/** How far a problem is, in one sentence. */
export function rectification(row: ProblemRow, { asOf }: Covered): Sentence {
  const result = row.result ? excerpt(row.result, MOST) : '';
  const told = result ? `：${result}` : '';
  return {
    key: `problem:${row.id}`,
    text: `${named(row)}${state(row, asOf)}${told}`,
    item: true,
    problemId: row.id,
    ...(row.source ? { anchor: row.source } : {}),
  };
}

function state({ status, closedOn, dueOn, measures }: ProblemRow, asOf: string): string {
  if (status === 'closed') return `已于${shortDay(closedOn ?? asOf, asOf)}核实销号`;
  if (status === 'rectified') return '已整改，待核实销号';
  const again = status === 'reopened' ? '正在重新整改' : '正在整改';
  const done = measures.filter((measure) => measure.status === 'closed').length;
  const steps = measures.length === 0 ? '，尚未制定整改措施' : `，${measures.length}项整改措施已完成${done}项`;
  if (dueOn === null) return `${again}${steps}`;
  const due = dueOn < asOf ? `已过整改时限${shortDay(dueOn, asOf)}` : `整改时限${shortDay(dueOn, asOf)}`;
  return `${again}，${due}${steps}`;
}
