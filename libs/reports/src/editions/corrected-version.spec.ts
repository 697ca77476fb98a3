import { compareReports, plainTitle, type Described } from './corrected-version';

const WORDS = Array.from({ length: 30 }, (_, n) => `第${n}组完成对${n * 7}家企业的检查，问题逐项建立台账。`);
const report = (of: Partial<Described> = {}): Described => ({
  title: '区应急局2026年前三季度工作总结',
  period: { start: '2026-01-01', end: '2026-09-30' },
  planYear: 2026,
  text: WORDS.join('\n'),
  ...of,
});
const edited = (share: number) =>
  WORDS.map((line, n) => (n < share * WORDS.length ? `另写${n}号事项，与前文无关` : line)).join('\n');

it.each([
  ['区应急局2026年工作总结（更正稿）', '区应急局2026年工作总结'],
  ['区应急局2026年工作总结(第二稿)', '区应急局2026年工作总结'],
  ['区应急局2026年工作总结（2026年10月9日修订）', '区应急局2026年工作总结'],
  ['区应急局2026年工作总结（定稿）（修订版）', '区应急局2026年工作总结'],
  ['区应急局2026年工作总结-修订稿', '区应急局2026年工作总结'],
  ['区应急局 ２０２６年工作总结', '区应急局2026年工作总结'],
  ['关于《条例（修订）》的报告', '关于条例的报告'],
])('%s is plainly %s', (title, plain) => expect(plainTitle(title)).toBe(plain));

it.each<[string, Partial<Described>, string]>([
  ['the same words', {}, 'corrected'],
  ['a tenth of it written anew', { text: edited(0.1) }, 'corrected'],
  ['the title marked as a correction', { title: '区应急局2026年前三季度工作总结（更正稿）' }, 'corrected'],
  ['most of it written anew', { text: edited(0.6) }, 'doubtful'],
  ['another title', { title: '关于安全生产有关情况的说明材料' }, 'doubtful'],
  ['a period that is no longer named', { period: null }, 'doubtful'],
  ['nearly all of it written anew', { text: edited(0.9) }, 'other'],
  ['the next quarter, with the same sentences', { period: { start: '2026-10-01', end: '2026-12-31' } }, 'other'],
  ['the next year, no period read', { period: null, planYear: 2027, title: '区应急局2027年前三季度工作总结' }, 'other'],
])('%s', (_, of, verdict) => expect(compareReports(report(), report(of)).verdict).toBe(verdict));

it('tells quarters apart by the title when no period was read', () => {
  const [first, second] = ['一', '二'].map((quarter) => report({ period: null, title: `区应急局${quarter}季度总结` }));
  expect(compareReports(first, second).verdict).toBe('other');
});
