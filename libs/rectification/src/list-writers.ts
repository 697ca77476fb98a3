import type { Writable } from 'node:stream';
import type { Block } from '#documents/word-writer/blocks';
import { writeWord } from '#documents/word-writer/write-word';
import { writeWorkbook } from '#documents/workbook-writer/write-workbook';
import type { WrittenCell, WrittenColumn } from '#documents/written-table';
import type { Day } from '#platform/clock';
import { PROBLEM_STATUS_LABELS, PROBLEM_STATUSES } from './problem-status';
import { RATE_FORMULA, rateLine } from './rectification-rate';
import { LIST_NAMES, listDefinition, type ListName, type ListRow } from './three-lists';

export const LISTS_TITLE = '问题整改三张清单';

/** The three lists of one moment, read as they are written. */
export interface Lists {
  today: Day;
  /** Problems. */
  total: number;
  /** Which problems, in words. */
  scope: string;
  rows(name: ListName): AsyncIterable<ListRow>;
}

const NUMBER: WrittenColumn = { title: '序号', width: 3, centred: true };
const columnsOf = (name: ListName): WrittenColumn[] => [NUMBER, ...listDefinition(name).columns];
const subtitleOf = ({ today, total, scope }: Lists) => `截至 ${today}　共 ${total} 个问题　范围：${scope}`;

function cellsOf(name: ListName, row: ListRow, number: number): WrittenCell[] {
  const cells = listDefinition(name).columns.map(({ value, colour }) => ({ text: value(row), colour: colour?.(row) }));
  return [{ text: String(number) }, ...cells];
}

async function* numbered(name: ListName, rows: AsyncIterable<ListRow>): AsyncGenerator<WrittenCell[]> {
  let number = 0;
  for await (const row of rows) yield cellsOf(name, row, ++number);
}

/** One sheet for each list, row by row into `out`, which is ended. */
export function writeListsAsWorkbook(out: Writable, lists: Lists): Promise<void> {
  const sheets = LIST_NAMES.map((name) => {
    const { title } = listDefinition(name);
    const rows = numbered(name, lists.rows(name));
    return { name: title, title, subtitle: subtitleOf(lists), columns: columnsOf(name), rows };
  });
  return writeWorkbook(out, LISTS_TITLE, sheets);
}

/** First how far it is in all, then each list on pages on their side. */
export async function writeListsAsWord(lists: Lists): Promise<Buffer> {
  const tables: Block[][] = [];
  let problems: ListRow[] = [];
  for (const name of LIST_NAMES) {
    const rows: ListRow[] = [];
    for await (const row of lists.rows(name)) rows.push(row);
    if (name === 'problems') problems = rows;
    tables.push([
      { kind: 'caption', text: listDefinition(name).title },
      { kind: 'note', text: subtitleOf(lists) },
      { kind: 'table', columns: columnsOf(name), rows: rows.map((row, index) => cellsOf(name, row, index + 1)) },
    ]);
  }
  return writeWord(LISTS_TITLE, [
    { blocks: [{ kind: 'title', text: LISTS_TITLE }, ...summary(lists, problems)] },
    ...tables.map((blocks) => ({ sideways: true, blocks })),
  ]);
}

function summary({ today, total, scope }: Lists, problems: readonly ListRow[]): Block[] {
  const [year, month, day] = today.split('-').map(Number);
  const states = PROBLEM_STATUSES.flatMap((status) => {
    const count = problems.filter((problem) => problem.status === status).length;
    return count > 0 ? [`${PROBLEM_STATUS_LABELS[status]} ${count} 个`] : [];
  });
  const valid = problems.filter(({ status }) => status !== 'withdrawn').length;
  const closed = problems.filter(({ status }) => status === 'closed').length;
  const { percent } = rateLine(null, '合计', [{ total: valid, closed }]);
  const parts = states.length > 0 ? `其中${states.join('、')}` : '没有符合条件的问题';
  return [
    { kind: 'heading', level: 1, text: '一、总体情况' },
    {
      kind: 'paragraph',
      text: `截至${year}年${month}月${day}日，共列出问题 ${total} 个，${parts}。列出范围：${scope}。`,
    },
    { kind: 'heading', level: 1, text: '二、整改率' },
    {
      kind: 'paragraph',
      text: `整改率 ${percent === null ? '暂不能计算（没有问题）' : `${percent}%`}。${RATE_FORMULA}`,
    },
    { kind: 'heading', level: 1, text: '三、三张清单' },
    {
      kind: 'paragraph',
      text: '问题清单列明问题、来源和原文出处，责任清单列明整改单位、责任人和整改时限，整改清单列明措施、进度和结果，附后。',
    },
  ];
}
