import { excerpt, marked, marksIn } from './marks';

const wordsAt = (text: string, words: string[]) => marksIn(text, words).map(({ start, end }) => text.slice(start, end));

it.each<[string, string[], string[]]>([
  ['安全生产，安全第一', ['安全'], ['安全', '安全']],
  ['压实安全生产责任', ['安全生产', '生产责任'], ['安全生产责任']],
  ['ＧＤＰ和gdp', ['gdp'], ['ＧＤＰ', 'gdp']],
  ['新建20㎡用房', ['20m2'], ['20㎡']],
  ['新建20㎡用房', ['0m'], ['0㎡']],
  ['😀𠮷林路', ['𠮷林'], ['𠮷林']],
  ['巡查', ['检查'], []],
  ['', ['检查'], []],
])('in %j, %j marks %j', (text, words, found) => expect(wordsAt(text, words)).toEqual(found));

it('reads no further than what is searched', () => {
  expect(marksIn(`${'长'.repeat(60_000)}食堂`, ['食堂'])).toEqual([]);
});

it.each<[string, string, string]>([
  ['规范食堂。', '规范食堂。', '食堂'],
  [`一、情况\n规范食堂。`, '规范食堂。', '食堂'],
  [`${'前'.repeat(40)}食堂${'后'.repeat(200)}`, `…${'前'.repeat(24)}食堂${'后'.repeat(84)}…`, '食堂'],
  [`规范\n食堂，\n如期办结。`, '食堂， 如期办结。', '食堂'],
  ['只在标题中', '只在标题中', ''],
])('of %j shows %j', (text, shown, word) => {
  const { text: found, marks } = excerpt(text, ['食堂']);
  expect(found).toBe(shown);
  expect(marks.map(({ start, end }) => found.slice(start, end)).join()).toBe(word);
});

it('never cuts a character in two', () => {
  expect(excerpt(`${'😀'.repeat(30)}食堂`, ['食堂']).text).not.toMatch(/(^|[^\ud800-\udbff])[\udc00-\udfff]/);
});

it('keeps a short text as it is', () => {
  expect(marked('食堂', ['食堂'])).toEqual({ text: '食堂', marks: [{ start: 0, end: 2 }] });
});
