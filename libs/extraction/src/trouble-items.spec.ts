import { extract } from './extract';

/** The problems of a report whose problems part is `words`. */
function problemsOf(words: string): string[] {
  const text = `区水务局2026年前三季度工作汇报\n一、工作开展情况\n新建泵站3座。\n二、存在的问题\n${words}\n三、下一步打算\n一是加快管网改造。年底前完成。`;
  const paragraphs = text.split('\n').map((line) => ({ text: line }));
  const { reports } = extract({ text, paragraphs }, { receivedOn: '2026-10-08' });
  return reports.flatMap(({ items }) => items.filter(({ kind }) => kind === 'problem').map(({ title }) => title));
}

it.each([
  [
    '一是管网老化与群众期盼还有差距。二是巡查养护还有薄弱环节。',
    ['管网老化与群众期盼还有差距', '巡查养护还有薄弱环节'],
  ],
  ['一是防汛物资储备不足。二是基层力量不足。', ['防汛物资储备不足', '基层力量不足']],
  ['工作中还存在一些薄弱环节。一是水费收缴存在困难。', ['水费收缴存在困难']],
])('%s', (words, titles) => expect(problemsOf(words)).toEqual(titles));
