import { Actor } from '#organisation/actor';
import { editableUntil, namedIn, refuseDelete, refuseEdit } from './comment-rules';
import type { TaskComment } from './task-comment.entity';

const at = new Date('2026-06-24T09:00:00+08:00');
const comment = (known: Partial<TaskComment> = {}) => ({ byId: 'p1', at, deletedAt: null, ...known }) as TaskComment;
const actor = (id: string) => new Actor(id, '王芳', false, []);
const minutes = (count: number) => new Date(at.getTime() + count * 60_000);

it('may be changed for fifteen minutes, and deleted for ever, by whoever wrote it', () => {
  expect(editableUntil(comment())).toEqual(minutes(15));
  expect(() => refuseEdit(comment(), actor('p1'), minutes(15))).not.toThrow();
  expect(() => refuseEdit(comment(), actor('p1'), minutes(16))).toThrow('15 分钟后不能再修改');
  expect(() => refuseEdit(comment(), actor('p2'), minutes(1))).toThrow('只能修改、删除自己发表的评论');
  expect(() => refuseDelete(comment(), actor('p1'))).not.toThrow();
  expect(() => refuseDelete(comment(), actor('p2'))).toThrow('只能修改、删除自己发表的评论');
  expect(() => refuseDelete(comment({ deletedAt: at }), actor('p1'))).toThrow('已经删除');
});

it.each([
  ['请@张三 看一下', ['a']],
  ['请张三看一下', []],
  ['@张三（教育局） @张三（教育局）', ['a', 'b']],
  ['@李四', []],
])('%s names %j', (text, ids) => {
  const mentions = [
    { personId: 'a', words: '张三' },
    { personId: 'b', words: '张三（教育局）' },
    { personId: 'b', words: '张三（教育局）' },
  ];
  expect(namedIn(text, mentions).map(({ personId }) => personId)).toEqual(ids);
});
