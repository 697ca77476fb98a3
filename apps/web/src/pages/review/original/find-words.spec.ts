import { bare, partOf, placeOf } from './find-words';

const PAGES = [
  '目 录\n扩充优质学位……1',
  '一、工作情况\n全年新增',
  '学位720个。（一）扩充优质\n学位。12月底前完成验收。',
];

it('finds words over the breaks of lines, blanks and wide signs', () => {
  expect(bare('１２ 月底\n前')).toBe('12月底前');
  expect(placeOf(bare('今年１２月底\n前完成'), { words: '12月底前', near: 0 })).toBe(2);
});

it('takes the place nearest to where the words stand in the text', () => {
  expect(partOf(PAGES, { words: '扩充优质学位', near: 0.9 })).toBe(2);
  expect(partOf(PAGES, { words: '扩充优质学位', near: 0 })).toBe(0);
});

it('names the part where words begin that run over its end', () => {
  expect(partOf(PAGES, { words: '全年新增学位720个', near: 0.5 })).toBe(1);
});

it('is content with the first words when the original goes on otherwise', () => {
  expect(partOf(PAGES, { words: '12月底前完成验收工作并投入使用', near: 0.9 })).toBe(2);
});

it('says that the words are not there', () => {
  expect(partOf(PAGES, { words: '校园食堂检查全覆盖', near: 0.5 })).toBeNull();
  expect(partOf(PAGES, { words: '。', near: 0.5 })).toBeNull();
});
