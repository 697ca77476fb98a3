import type { Merge, TextSheet } from '#documents/workbook/text-sheet';
import type { LedgerField } from './fields';
import { ledgerRows } from './ledger-rows';
import { ledgerTable } from './ledger-table';

/** A sheet from rows of `|`-separated cells; merges as [top, left, bottom, right] from 0. */
const sheet = (
  rows: string[],
  merges: [number, number, number, number][] = [],
  more: Partial<TextSheet> = {},
): TextSheet => ({
  ...{ name: '台账', hidden: false, hiddenRows: new Set<number>(), hiddenColumns: new Set<number>() },
  rows: rows.map((row) => row.split('|')),
  merges: merges.map(([top, left, bottom, right]): Merge => ({ top, left, bottom, right })),
  ...more,
});
const heads = (one: TextSheet) => ledgerTable(one)?.columns.map(({ head }) => head);
const rowsOf = (one: TextSheet) => ledgerTable(one)?.rows.map(({ row, cells }) => `${row} ${cells.join('|')}`);

const PLAIN = '序号|工作任务|牵头单位|完成时限';

it('finds the head below a title and a line about the table', () => {
  const one = sheet(
    ['2026年重点工作台账', '填报单位：区委办公室|||填报日期：2026年3月1日', PLAIN, '1|建学校|区教育局|6月底前'],
    [[0, 0, 0, 3]],
  );
  expect(ledgerTable(one)).toMatchObject({ title: '2026年重点工作台账', headRow: 3 });
  expect(rowsOf(one)).toEqual(['4 1|建学校|区教育局|6月底前']);
});

it('reads a head of two rows with merged groups', () => {
  const one = sheet(
    ['序号|工作任务|责任分工||时限', '||牵头单位|配合单位|', '1|建学校|区教育局|区住建局|6月'],
    [
      [0, 0, 1, 0],
      [0, 1, 1, 1],
      [0, 2, 0, 3],
      [0, 4, 1, 4],
    ],
  );
  expect(heads(one)).toEqual(['序号', '工作任务', '责任分工/牵头单位', '责任分工/配合单位', '时限']);
  expect(rowsOf(one)).toEqual(['3 1|建学校|区教育局|区住建局|6月']);
});

it('reads a head of two rows without merges, as a CSV file has it', () => {
  const one = sheet(['工作任务|责任分工||完成时限', '|牵头单位|配合单位|', '建学校|区教育局|区住建局|6月']);
  expect(heads(one)).toEqual(['工作任务', '责任分工/牵头单位', '配合单位', '完成时限']);
});

it('takes a head with line ends and stars', () =>
  expect(heads(sheet(['工作\n任务*|牵头 单位|完成时限（2026年）', '建学校|区教育局|6月']))).toEqual([
    '工作任务',
    '牵头单位',
    '完成时限',
  ]));

it('leaves out empty rows, repeated heads, sums, notes and lines of signature', () => {
  const one = sheet([
    PLAIN,
    '1|建学校|区教育局|6月',
    '',
    '2|||',
    PLAIN,
    '3|修路|区住建局|9月',
    '合计|2项||',
    '注：以上为初步安排',
    '填表人：张三|审核人：李四||',
  ]);
  expect(rowsOf(one)).toEqual(['2 1|建学校|区教育局|6月', '6 3|修路|区住建局|9月']);
});

it('keeps the heading that rows stand under', () => {
  const one = sheet(
    [PLAIN, '一、民生保障|||', '1|建学校|区教育局|6月', '二、城市更新|||', '2|修路|区住建局|9月'],
    [[1, 0, 1, 3]],
  );
  expect(ledgerTable(one)?.rows.map(({ row, group }) => `${row} ${group}`)).toEqual([
    '3 一、民生保障',
    '5 二、城市更新',
  ]);
});

it('gives every row the text of a merged cell', () => {
  const one = sheet(
    ['工作任务|具体措施|牵头单位', '建学校|选址|区教育局', '|开工|', '|验收|'],
    [
      [1, 0, 3, 0],
      [1, 2, 3, 2],
    ],
  );
  expect(rowsOf(one)).toEqual(['2 建学校|选址|区教育局', '3 建学校|开工|区教育局', '4 建学校|验收|区教育局']);
});

it('does not read what is hidden, and counts it', () => {
  const one = sheet([`${PLAIN}|内部意见`, '1|建学校|区教育局|6月|甲', '2|修路|区住建局|9月|乙'], [], {
    hiddenRows: new Set([2]),
    hiddenColumns: new Set([4]),
  });
  expect(ledgerTable(one)).toMatchObject({ hiddenRows: 1, rows: [{ row: 2 }] });
  expect(heads(one)).not.toContain('内部意见');
});

it('is no ledger without words of one', () => {
  expect(ledgerTable(sheet(['姓名|年龄', '张三|40']))).toBeNull();
  expect(ledgerTable(sheet([]))).toBeNull();
});

it('takes the head where a person says that it is', () => {
  const one = sheet(['干什么|谁来干|何时完', '建学校|区教育局|6月']);
  expect(ledgerTable(one)).toBeNull();
  expect(ledgerTable(one, 1)).toMatchObject({ headRow: 1, rows: [{ row: 2 }] });
  expect(ledgerTable(one, 9)).toBeNull();
});

describe('rows', () => {
  const read = (one: TextSheet, ...fields: (LedgerField | null)[]) => {
    const table = ledgerTable(one);
    return table === null ? [] : ledgerRows(table, fields);
  };

  it('of one task with several measures are told apart by them', () => {
    const one = sheet(
      ['工作任务|具体措施|牵头单位', '建学校|1.完成选址；报批。|区教育局', '|2.开工建设|'],
      [[1, 0, 2, 0]],
    );
    expect(read(one, 'title', 'text', 'leadUnit').map(({ title }) => title)).toEqual([
      '建学校：完成选址',
      '建学校：开工建设',
    ]);
  });

  it('without a title go on with the one above, and take from it what they leave empty', () => {
    const one = sheet([
      '工作任务|具体措施|牵头单位|完成时限|进展情况',
      '建学校|选址|区教育局|6月|已选址',
      '|开工||9月|',
    ]);
    const [, second] = read(one, 'title', 'text', 'leadUnit', 'dueOn', 'narrative');
    expect(second).toMatchObject({ row: 3, continues: 2, title: '建学校：开工' });
    expect(second.said.leadUnit?.[0].text).toBe('区教育局');
    expect(second.said.dueOn?.[0].text).toBe('9月');
    expect(second.said.narrative).toBeUndefined();
  });

  it('are named by their content where there is no title', () => {
    const [only] = read(sheet(['具体措施|牵头单位', '完成选址。随后报批。|区教育局']), 'text', 'leadUnit');
    expect(only.title).toBe('完成选址');
  });
});
