import { DomainError } from '#platform/domain-error';
import { cut, join, titleOf } from './item-pieces';
import type { ReportItem } from './report-item.entity';

const REPORT = '三、下一步打算\n一是抓好培训。6月底前轮训一遍。年底前组织考核。\n二是整治隐患。';
const spanOf = (words: string) => ({ start: REPORT.indexOf(words), end: REPORT.indexOf(words) + words.length });

function item(words: string, of: Partial<ReportItem> = {}): ReportItem {
  const { start, end } = spanOf(words);
  const defaults = { text: words, title: '抓好培训', ordinal: '一是', startOffset: start, endOffset: end };
  return { ...defaults, measures: [], deadlines: [], dueOn: null, dueBasis: 'none', ...of } as ReportItem;
}

const deadline = (words: string, date: string) => ({ text: words, date, certain: true, ...spanOf(words) });
const training = item('一是抓好培训。6月底前轮训一遍。年底前组织考核。', {
  deadlines: [deadline('6月底前', '2026-06-30'), deadline('年底前', '2026-12-31')],
  dueOn: '2026-12-31',
  dueBasis: 'explicit',
});

describe('cutting an item', () => {
  it('gives each piece its own words and deadline', () => {
    const pieces = cut(training, REPORT, [REPORT.indexOf('6月'), REPORT.indexOf('年底')]);
    expect(pieces.map(({ text, dueOn, ordinal }) => [text, dueOn, ordinal])).toEqual([
      ['一是抓好培训。', null, '一是'],
      ['6月底前轮训一遍。', '2026-06-30', null],
      ['年底前组织考核。', '2026-12-31', null],
    ]);
    for (const piece of pieces) expect(REPORT.slice(piece.startOffset, piece.endOffset)).toBe(piece.text);
  });

  it('keeps a deadline that comes from the section', () => {
    const bySection = item('二是整治隐患。', { dueOn: '2026-12-31', dueBasis: 'section' });
    const pieces = cut(bySection, REPORT, [bySection.startOffset + 2]);
    expect(pieces.map(({ dueOn, dueBasis }) => [dueOn, dueBasis])).toEqual([
      ['2026-12-31', 'section'],
      ['2026-12-31', 'section'],
    ]);
  });

  it.each([0, training.startOffset, training.endOffset])('refuses a place outside: %i', (at) => {
    expect(() => cut(training, REPORT, [at])).toThrow(DomainError);
  });
});

it('joins neighbours with everything between them', () => {
  const whole = join([training, item('二是整治隐患。')], REPORT);
  expect(whole.text).toBe('一是抓好培训。6月底前轮训一遍。年底前组织考核。\n二是整治隐患。');
  expect(whole).toMatchObject({ title: '抓好培训', ordinal: '一是', dueOn: '2026-12-31', dueBasis: 'explicit' });
  expect(whole.deadlines).toHaveLength(2);
});

it.each([
  ['一是抓好培训。6月底前轮训一遍。', '抓好培训'],
  ['（二）整治隐患；落实责任', '整治隐患'],
  ['3.建立台账，逐项销号。', '建立台账，逐项销号'],
])('titles %s by %s', (text, title) => expect(titleOf(text)).toBe(title));
