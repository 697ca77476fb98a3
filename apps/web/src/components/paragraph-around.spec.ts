import { paragraphAround } from './paragraph-around';

const TEXT = '第一段。\n一是检查。二是整改。\n末段。';
const around = (words: string) => {
  const start = TEXT.indexOf(words);
  const { from, to } = paragraphAround(TEXT, start, start + words.length);
  return TEXT.slice(from, to);
};

it.each([
  ['二是整改。', '一是检查。二是整改。'],
  ['第一', '第一段。'],
  ['末段。', '末段。'],
  ['整改。\n末', '一是检查。二是整改。\n末段。'],
])('%j stands in %j', (words, paragraph) => expect(around(words)).toBe(paragraph));
