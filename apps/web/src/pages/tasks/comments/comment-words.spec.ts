import { piecesOf, stillNamed } from './comment-words';

const zhang = { personId: 'a', words: '张三' };
const other = { personId: 'b', words: '张三（区财政局）' };
const marked = (text: string) =>
  piecesOf(text, [zhang, other])
    .map(({ text: part, mention }) => (mention ? `[${part}]` : part))
    .join('');

it.each([
  ['请@张三 看', '请[@张三] 看'],
  ['@张三（区财政局）@张三', '[@张三（区财政局）][@张三]'],
  ['a@b.cn 与 @李四', 'a@b.cn 与 @李四'],
  ['没有', '没有'],
])('%s', (text, words) => expect(marked(text)).toBe(words));

it('sends along only who is still named, once', () => {
  expect(stillNamed('请 @张三 看', [zhang, zhang, other])).toEqual([zhang]);
  expect(stillNamed('请看', [zhang])).toEqual([]);
});
