import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from '../extract';
import { readAnnotated } from './annotated-text';
import { add, f1, isRight, score, type Score } from './score';

const CORPUS = join(__dirname, '../../../../test/corpus');
const texts = readdirSync(CORPUS).filter((name) => name.endsWith('.txt'));

describe('annotated texts', () => {
  it('are read as their annotation says', () => {
    const scores = texts.map((name): Score => {
      const { text, items } = readAnnotated(readFileSync(join(CORPUS, name), 'utf8'));
      const paragraphs = text.split('\n').map((line) => ({ text: line }));
      const { reports } = extract({ text, paragraphs }, { receivedOn: '2026-11-24' });
      return score(
        items,
        reports.flatMap((report) => report.items),
      );
    });
    const total = scores.reduce(add);
    expect(f1(total.next_step)).toBeGreaterThanOrEqual(0.97);
    expect(f1(total.problem)).toBeGreaterThanOrEqual(0.97);
    expect(f1(total.cause)).toBeGreaterThanOrEqual(0.97);
    expect(f1(total.deadline)).toBeGreaterThanOrEqual(0.97);
    expect(f1(total.unit)).toBeGreaterThanOrEqual(0.97);
  });

  it('hold at least 98 in 100 right among the items that are given as sure', () => {
    const sure = texts.flatMap((name) => {
      const { text, items } = readAnnotated(readFileSync(join(CORPUS, name), 'utf8'));
      const paragraphs = text.split('\n').map((line) => ({ text: line }));
      const found = extract({ text, paragraphs }, { receivedOn: '2026-11-24' }).reports.flatMap(
        (report) => report.items,
      );
      return found.filter(({ confidence }) => confidence >= 0.9).map((item) => isRight(item, items));
    });
    expect(sure.length).toBeGreaterThan(500);
    expect(sure.filter(Boolean).length / sure.length).toBeGreaterThanOrEqual(0.98);
  });

  it('tell the reports of one file apart', () => {
    const wrong = texts.filter((name) => {
      const { text, reports } = readAnnotated(readFileSync(join(CORPUS, name), 'utf8'));
      const paragraphs = text.split('\n').map((line) => ({ text: line }));
      return extract({ text, paragraphs }, { receivedOn: '2026-11-24' }).reports.length !== reports;
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ['a tag that is not closed', '一、<problem>台账不全。'],
    ['items inside each other', '<next_step>补齐<problem>台账</problem>。</next_step>'],
    ['a limit outside of an item', '<deadline date="2026-01-31">1月底前</deadline>'],
  ])('refuse %s', (_what, text) => expect(() => readAnnotated(text)).toThrow(/misplaced/));

  it('give spans, limits and units', () =>
    expect(
      readAnnotated(
        '<report plan="2026">\n标题\n<next_step>补齐台账，<deadline date="2026-01-31">1月底前</deadline>完成（<unit>区教育局</unit>）。</next_step>',
      ),
    ).toEqual({
      text: '标题\n补齐台账，1月底前完成（区教育局）。',
      reports: 1,
      items: [{ kind: 'next_step', start: 3, end: 21, optional: false, days: ['2026-01-31'], units: ['区教育局'] }],
    }));
});
