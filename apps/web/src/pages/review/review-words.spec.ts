import { acceptedWords, assignedWords } from './review-words';

it.each<[number, number, number, string]>([
  [5, 3, 2, '已接受 5 条，生成 3 项任务、2 个问题'],
  [1, 1, 0, '已接受 1 条，生成 1 项任务'],
  [2, 0, 0, '已接受 2 条'],
])('%i accepted, %i tasks, %i problems', (items, tasks, problems, words) =>
  expect(acceptedWords(items, tasks, problems)).toBe(words),
);

it.each([
  [{ assigned: 3, refused: 0, failure: null }, '已交办 3 项'],
  [{ assigned: 2, refused: 1, failure: null }, '已交办 2 项，1 项没有交办，请到任务列表中办理'],
  [{ assigned: 0, refused: 2, failure: '连接不上服务器' }, '2 项没有交办，请到任务列表中办理，连接不上服务器'],
  [{ assigned: 0, refused: 0, failure: null }, '没有需要交办的任务'],
])('%j', (outcome, words) => expect(assignedWords(outcome)).toBe(words));
