import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import type { CellColour, WrittenColumn } from '#documents/written-table';
import type { AsOf } from '#organisation/calendar/working-time';
import type { Day } from '#platform/clock';
import { Conditions } from '#platform/conditions';
import { decodeCursor, encodeCursor } from '#platform/keyset';
import { lightSql, type Light } from '#tasks/light';
import { visibleTasks } from '#tasks/task-sight';
import { STATUS_LABELS, type TaskStatus } from '#tasks/task-status';
import { grouped } from '#platform/grouped';
import { countProblems, filteredProblems } from './problem-list';
import { ORIGIN_LABELS, type ProblemOrigin } from './problem-origin';
import { PROBLEM_STATUS_LABELS, type ProblemStatus } from './problem-status';
import type { FilterProblems } from './problem.dto';

/** The colour stands beside its word, never alone. */
export const LIGHT_LOOKS: Record<Light, CellColour & { word: string }> = {
  red: { word: '逾期', ink: 'B42318', ground: 'FDECEA' },
  yellow: { word: '未达序时进度', ink: '8A5A00', ground: 'FDF3D8' },
  blue: { word: '临近到期', ink: '175CD3', ground: 'E6EFFC' },
  green: { word: '正常', ink: '1C6B3C', ground: 'E5F4EA' },
  purple: { word: '逾期办结', ink: '6B2FA0', ground: 'F2E9FA' },
};

export interface ListMeasure {
  taskId: string;
  title: string;
  dueOn: string | null;
  progress: number;
  light: Light | null;
  status: TaskStatus;
}

/** One row of a list: a problem, in 整改清单 one for each of its measures. */
export interface ListRow {
  problemId: string;
  code: string;
  title: string;
  status: ProblemStatus;
  origin: ProblemOrigin;
  category: string | null;
  raisedBy: string | null;
  raisedOn: string;
  reportTitle: string | null;
  sectionPath: string[] | null;
  unitName: string;
  personName: string | null;
  leaderName: string | null;
  duty: string | null;
  dueOn: string | null;
  result: string | null;
  measure: ListMeasure | null;
}

export interface ListColumn extends WrittenColumn {
  value: (row: ListRow) => string;
  colour?: (row: ListRow) => CellColour | undefined;
  /** What the words lead to on screen. */
  link?: 'problem' | 'task';
}

interface ListDefinition {
  title: string;
  columns: readonly ListColumn[];
  perMeasure?: true;
}

const CODE: ListColumn = { title: '编号', width: 9, centred: true, value: ({ code }) => code };
const PROBLEM: ListColumn = { title: '问题', width: 20, value: ({ title }) => title, link: 'problem' };
const UNIT: ListColumn = { title: '整改单位', width: 9, value: ({ unitName }) => unitName };
/** A column of a few characters. */
const short = (title: string, width: number, value: ListColumn['value']): ListColumn => ({
  ...{ title, width, value, centred: true },
});
const day = (title: string, value: ListColumn['value']): ListColumn => ({ title, width: 7, kind: 'day', value });

/** 三张清单 from one data set. Screen, Excel and Word use these same columns; each puts 序号 before them. */
export const THREE_LISTS = {
  problems: {
    title: '问题清单',
    columns: [
      CODE,
      { ...PROBLEM, width: 17 },
      short('问题类别', 5, ({ category }) => category ?? ''),
      short('问题来源', 5, ({ origin }) => ORIGIN_LABELS[origin]),
      {
        title: '提出方',
        width: 7,
        value: ({ raisedBy, reportTitle }) => raisedBy ?? (reportTitle ? '本单位自查' : ''),
      },
      day('提出日期', ({ raisedOn }) => raisedOn),
      {
        title: '原文出处',
        width: 15,
        value: ({ reportTitle, sectionPath }) => [reportTitle, ...(sectionPath ?? [])].filter(Boolean).join(' › '),
      },
    ],
  },
  duties: {
    title: '责任清单',
    columns: [
      CODE,
      PROBLEM,
      UNIT,
      short('责任人', 5, ({ personName }) => personName ?? ''),
      short('挂钩领导', 5, ({ leaderName }) => leaderName ?? ''),
      short('责任类别', 6, ({ duty }) => duty ?? ''),
      day('整改时限', ({ dueOn }) => dueOn ?? ''),
    ],
  },
  measures: {
    title: '整改清单',
    perMeasure: true,
    columns: [
      CODE,
      { ...PROBLEM, width: 12 },
      { title: '整改措施', width: 14, value: ({ measure }) => measure?.title ?? '尚未制定措施', link: 'task' },
      day('完成时限', ({ measure, dueOn }) => (measure ? measure.dueOn : dueOn) ?? ''),
      { title: '进度', width: 4, kind: 'percent', value: ({ measure }) => (measure ? `${measure.progress}%` : '') },
      {
        ...short('亮灯', 5, ({ measure }) => (measure?.light ? LIGHT_LOOKS[measure.light].word : '')),
        colour: ({ measure }) => (measure?.light ? LIGHT_LOOKS[measure.light] : undefined),
      },
      short('措施状态', 5, ({ measure }) => (measure ? STATUS_LABELS[measure.status] : '')),
      { title: '整改结果', width: 10, value: ({ result }) => result ?? '' },
      short('问题状态', 5, ({ status }) => PROBLEM_STATUS_LABELS[status]),
    ],
  },
} as const satisfies Record<string, ListDefinition>;

export type ListName = keyof typeof THREE_LISTS;
export const LIST_NAMES = Object.keys(THREE_LISTS) as ListName[];
export const listDefinition = (name: ListName): ListDefinition => THREE_LISTS[name];

export interface ListPart {
  rows: ListRow[];
  nextCursor: string | null;
}

/** Withdrawn problems are listed only when asked for. */
function listed(actor: Actor, ask: FilterProblems, today: Day, subtree: string[] | undefined): Conditions {
  const filter = filteredProblems(actor, ask, today, subtree);
  return ask.status ? filter : filter.add(`p.status <> 'withdrawn'`);
}

/** Problems that the lists show, counted up to `most`. */
export const countListed = (
  db: EntityManager,
  actor: Actor,
  ask: FilterProblems,
  today: Day,
  subtree: string[] | undefined,
  most?: number,
): Promise<number> => countProblems(db, listed(actor, ask, today, subtree), most);

/** The rows of a list for the next `limit` problems in the order of their codes. */
export async function threeListRows(
  db: EntityManager,
  actor: Actor,
  name: ListName,
  ask: FilterProblems,
  page: { cursor?: string; limit: number },
  at: AsOf,
  subtree: string[] | undefined,
): Promise<ListPart> {
  const filter = listed(actor, ask, at.today, subtree);
  if (page.cursor) filter.add('p.code > ?', decodeCursor(page.cursor, 1)[0]);
  const rows = await db.query<Omit<ListRow, 'measure'>[]>(
    `SELECT p.id AS "problemId", p.code, p.title, p.status, p.origin, p.category, p.raised_by AS "raisedBy",
       p.raised_on AS "raisedOn", r.title AS "reportTitle", n.section_path AS "sectionPath", u.name AS "unitName",
       person.name AS "personName", leader.name AS "leaderName", p.duty, p.due_on AS "dueOn", p.result
     FROM problem p JOIN unit u ON u.id = p.unit_id
     LEFT JOIN person person ON person.id = p.person_id LEFT JOIN person leader ON leader.id = p.leader_id
     LEFT JOIN anchor n ON n.id = p.anchor_id LEFT JOIN report r ON r.id = n.report_id
     ${filter.where} ORDER BY p.code LIMIT ${filter.value(page.limit + 1)}`,
    filter.values,
  );
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    rows: listDefinition(name).perMeasure
      ? await withMeasures(db, actor, shown, at)
      : shown.map((row) => ({ ...row, measure: null })),
    nextCursor: rows.length > page.limit && last ? encodeCursor([last.code]) : null,
  };
}

async function withMeasures(
  db: EntityManager,
  actor: Actor,
  rows: Omit<ListRow, 'measure'>[],
  at: AsOf,
): Promise<ListRow[]> {
  const ids = rows.map(({ problemId }) => problemId);
  const of = new Conditions().add('m.problem_id = ANY(?::uuid[])', ids).add(`t.status <> 'dropped'`);
  const seen = visibleTasks(of, actor);
  const measures = await db.query<(ListMeasure & { problemId: string })[]>(
    `SELECT m.problem_id AS "problemId", t.id AS "taskId", t.title, t.due_on AS "dueOn", t.progress,
       ${lightSql('t', at)} AS light, t.status
     FROM measure m JOIN task t ON t.id = m.task_id ${seen.where} ORDER BY t.due_on, t.code`,
    seen.values,
  );
  const byProblem = grouped(measures, ({ problemId }) => problemId);
  return rows.flatMap((row) => (byProblem.get(row.problemId) ?? [null]).map((measure) => ({ ...row, measure })));
}
