import { withoutSpaces } from '#language/character-set';
import type { ResponsibilityRole } from '#language/responsibility';
import { titleOf, type Candidate } from './candidate';
import type { SectionKind } from './extraction.types';
import type { Place } from './step-items';
import type { Block } from './source-text';
import { columnOf, type Column } from './table-columns';

const DONE = /^(?:已|全部|均已)?(?:按期|如期|全部)?(?:完成|销号|整改到位|办结|整改完成)/;
/** 已办结 in place of a limit settles the row; where there is a column for what came of it only the measure is settled. */
const SETTLED = /^(?:已|均已|全部已|现已)(?:办结|销号|完成|整改到位|整改完成|全部完成)[。；]?$/;
const EMPTY = /^(?:[\s　\-—–/无、.。]*|\d{1,3}[.、]?)$/;

export function isTableBlock(block: Block): boolean {
  return block.cell !== undefined;
}

/** A row of cells in reading order. A cell that holds several paragraphs has several blocks. */
interface Row {
  cells: Map<number, Block[]>;
}

/**
 * The items of task tables (序号/工作任务/具体措施/责任单位/责任人/完成时限): a row is a next step, its problem column a problem.
 * A merged cell counts for the rows below it too; a table that tells what came of the tasks (完成情况) holds no next steps.
 */
export function tableItems(cells: Block[], kind: SectionKind, place: Place): Candidate[] {
  const tables = new Map<number, Map<number, Row>>();
  for (const block of cells) {
    if (block.cell === undefined) continue;
    const rows = tables.get(block.cell.table) ?? new Map<number, Row>();
    tables.set(block.cell.table, rows);
    const row = rows.get(block.cell.row) ?? { cells: new Map<number, Block[]>() };
    rows.set(block.cell.row, row);
    row.cells.set(block.cell.column, [...(row.cells.get(block.cell.column) ?? []), block]);
  }
  return [...tables.values()].flatMap((rows) => itemsOfTable([...rows.values()], kind, place));
}

function itemsOfTable(rows: Row[], kind: SectionKind, place: Place): Candidate[] {
  const headAt = rows.slice(0, 4).findIndex((row) => columnsOf(row).size >= 2);
  if (headAt < 0) return [];
  const columns = columnsOf(rows[headAt]);
  const kinds = new Set(columns.values());
  const asksWork = kinds.has('task') || kinds.has('measure') || kinds.has('problem');
  if (!asksWork || (kinds.has('done') && kind !== 'next_steps' && !kinds.has('problem'))) return [];
  const asksOwner =
    kinds.has('due') ||
    ['lead', 'responsible', 'supporting', 'leader', 'person', 'measure'].some((role) => kinds.has(role as Column));
  if (!asksOwner && kind !== 'next_steps' && kind !== 'problems') return [];
  const found: Candidate[] = [];
  const covering = new Map<number, Block[]>();
  for (const row of rows.slice(headAt + 1)) {
    for (const [column, blocks] of row.cells) covering.set(column, blocks);
    const of = (wanted: Column): Block[] =>
      [...columns].filter(([, is]) => is === wanted).flatMap(([column]) => row.cells.get(column) ?? []);
    const problems = of('problem').filter(isFilled);
    const work = [...of('task'), ...of('measure')].filter(isFilled);
    if (!kinds.has('done') && [...row.cells.values()].some(([first]) => SETTLED.test(first.text))) continue;
    if (problems.length > 0) found.push(rowItem('problem', problems, problems, [], row, columns, place));
    const open = !of('done').some(({ text }) => DONE.test(text));
    if (open && work.length > 0 && (kind !== 'problems' || of('measure').some(isFilled))) {
      // Beside a problem the next step begins with its measures.
      const from = problems.length > 0 ? work[0].start : 0;
      const own = [...row.cells.values()].flat().filter((block) => block.start >= from);
      found.push(rowItem('next_step', own, work, inherited(row, columns, covering), row, columns, place));
    }
  }
  return found;
}

function columnsOf(row: Row): Map<number, Column> {
  const columns = new Map<number, Column>();
  for (const [index, blocks] of row.cells) {
    const words = withoutSpaces(blocks.map((block) => block.text).join(''));
    const column = columnOf(words);
    if (column !== null) columns.set(index, column);
  }
  return columns;
}

function isFilled(block: Block): boolean {
  return !EMPTY.test(block.text);
}

/** Cells above that cover this row too: the owners and the limit that it does not state itself. */
function inherited(
  row: Row,
  columns: Map<number, Column>,
  covering: Map<number, Block[]>,
): { column: Column; text: string }[] {
  return [...columns]
    .filter(([index]) => !row.cells.has(index) && covering.has(index))
    .map(([index, column]) => ({ column, text: (covering.get(index) ?? []).map((block) => block.text).join('、') }));
}

/** Words of a row that rules for running text would miss: a bare name under 责任单位, a bare 全年 under 完成时限. */
export interface RowFields {
  owners: { role: ResponsibilityRole; text: string }[];
  due: string[];
}
const ROLES: readonly Column[] = ['lead', 'responsible', 'supporting', 'leader', 'person'];

function rowItem(
  kind: 'problem' | 'next_step',
  span: Block[],
  words: Block[],
  above: { column: Column; text: string }[],
  row: Row,
  columns: Map<number, Column>,
  place: Place,
): TableCandidate {
  const own = [...columns].flatMap(([index, column]) => {
    const blocks = row.cells.get(index);
    return blocks === undefined ? [] : [{ column, text: blocks.map((block) => block.text).join('、') }];
  });
  const fields = kind === 'problem' ? [] : [...own, ...above];
  const number = own.find(({ column }) => column === 'number')?.text ?? null;
  return {
    kind,
    pieces: [...span].sort((one, other) => one.start - other.start),
    ordinal: number,
    title: titleOf(words[0].text),
    group: place.group,
    sectionId: place.sectionId,
    why: [place.why, ...(number === null ? [] : [`marker:${number}`])],
    row: {
      owners: fields.flatMap(({ column, text }) =>
        ROLES.includes(column) ? [{ role: column as ResponsibilityRole, text }] : [],
      ),
      due: fields.filter(({ column }) => column === 'due').map(({ text }) => text),
    },
  };
}

export interface TableCandidate extends Candidate {
  row: RowFields;
}
