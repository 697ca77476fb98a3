import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { readAnnotated } from './accuracy/annotated-text';
import { extract } from './extract';
import type { Extraction } from './extraction.types';
import type { SourceParagraph } from './source-text';

const CORPUS = join(__dirname, '../../../test/corpus');
/** Paragraphs of real habits, to be cut and thrown together. */
const PARAGRAPHS = readdirSync(CORPUS)
  .filter((name) => name.endsWith('.txt'))
  .flatMap((name) => readAnnotated(readFileSync(join(CORPUS, name), 'utf8')).text.split('\n'));
const RUNS = { numRuns: 300, seed: 20261124 };

const read = (paragraphs: SourceParagraph[]): [string, Extraction] => {
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
  return [text, extract({ text, paragraphs }, { receivedOn: '2026-11-24' })];
};
const lines = (text: string): SourceParagraph[] => text.split('\n').map((line) => ({ text: line }));

/** What holds for every text whatsoever. */
function check(paragraphs: SourceParagraph[]): void {
  const [text, found] = read(paragraphs);
  for (const report of found.reports) {
    const reached = new Map<string, number>();
    const ids = new Set(report.items.map(({ id }) => id));
    const sections = new Set(report.sections.map(({ id }) => id));
    if (ids.size !== report.items.length) throw new Error('two items have one id');
    for (const item of report.items) {
      const where = `${item.kind} ${item.start}–${item.end}`;
      if (text.slice(item.start, item.end) !== item.text) throw new Error(`${where} is not its own words`);
      if (item.start < Math.max(report.start, reached.get(item.kind) ?? 0)) throw new Error(`${where} overlaps`);
      if (item.end <= item.start || item.end > report.end) throw new Error(`${where} lies outside of its report`);
      if (!sections.has(item.sectionId)) throw new Error(`${where} has no section`);
      if (!item.relatedProblems.every((id) => ids.has(id))) throw new Error(`${where} answers no problem`);
      for (const part of [...item.measures, ...item.deadlines])
        if (part.start < item.start || part.end > item.end) throw new Error(`${where}: “${part.text}” lies outside`);
      reached.set(item.kind, item.end);
    }
  }
}

describe('whatever is thrown together', () => {
  const paragraph = fc.nat(PARAGRAPHS.length - 1).map((at) => PARAGRAPHS[at]);

  it('paragraphs of reports in any order', () =>
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 60 }), (texts) => check(texts.map((text) => ({ text })))),
      RUNS,
    ));

  it('paragraphs cut anywhere and joined without line ends', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(paragraph, fc.nat(200), fc.nat(200)), { maxLength: 40 }), (pieces) =>
        check(lines(pieces.map(([text, from, to]) => text.slice(from, from + to)).join(''))),
      ),
      RUNS,
    ));

  it('any Unicode, broken pairs included', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), paragraph, (noise, text) =>
        check(lines(noise + text + noise)),
      ),
      RUNS,
    ));

  it('paragraphs in any cells of any tables', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ text: paragraph, table: fc.nat(2), row: fc.nat(6), column: fc.nat(5) }), {
          maxLength: 50,
        }),
        (cells) => check(cells.map(({ text, ...cell }) => ({ text, cell }))),
      ),
      RUNS,
    ));

  it('twice gives the same', () =>
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 40 }), (texts) => {
        const paragraphs = texts.map((text) => ({ text }));
        expect(read(paragraphs)).toEqual(read(paragraphs));
      }),
      { ...RUNS, numRuns: 60 },
    ));
});

describe('however large', () => {
  it('a table of 10,000 rows gives 10,000 tasks', () => {
    const cells = ['1', '落实任务，年底前完成', '区教育局', '12月底'];
    const head = ['序号', '工作任务', '责任单位', '完成时限'];
    const rows = [head, ...Array.from({ length: 10_000 }, () => cells)];
    const paragraphs = rows.flatMap((row, at) =>
      row.map((text, column) => ({ text, cell: { table: 0, row: at, column } })),
    );
    const [, { reports }] = read([{ text: '2026年重点工作任务清单' }, ...paragraphs]);
    expect(reports[0].items).toHaveLength(10_000);
  });

  it.each([
    '整改措施：加强。',
    '问题1\n问题描述：不细\n',
    '加强管理\n加强巡查，推进整改，完成任务目标，确保到位。\n',
    '（区教育局牵头，',
    '6月底前',
    '一是',
    '存在',
    '“',
    '由区教育局、',
    '2026年，',
  ])('“%s” up to half a million characters', (words) => {
    const text = words.repeat(Math.ceil(500_000 / words.length));
    check(lines(`2026年工作总结\n三、下一步工作\n${text}`));
    check(lines(text));
  });
});
