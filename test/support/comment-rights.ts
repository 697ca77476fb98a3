import { ROLES } from '../../libs/organisation/src/role';
import { TaskComment } from '../../libs/reminders/src/comments/task-comment.entity';
import type { Line } from './rights-table';
import type { SubTree } from './sub-tree';

const SEE_TASKS = ['supervisor', 'leader', 'liaison', 'auditor', 'staff'] as const;
const SPEAKERS = ['supervisor', 'leader', 'liaison', 'staff'] as const;
const ON_TASK = { route: ROLES, sees: SEE_TASKS, outside: 'unknown' } as const;

/** What the `staff` of the sub-tree wrote. */
const written = async (there: SubTree) => {
  const { id } = await there.task('accepted');
  const by = { byId: there.people.staff.id, text: `${there.mark}评论` };
  const comment = await there.db.manager.save(TaskComment, { taskId: id, ...by });
  return { path: { id, commentId: comment.id } };
};

/** The lines of 评论. */
export const COMMENT_RIGHTS: Record<string, Line> = {
  'GET /tasks/{id}/comments': {
    ...{ may: SEE_TASKS, ...ON_TASK, sees: [] },
    ask: written,
  },
  'GET /tasks/{id}/comments/mentionable': {
    ...{ may: SEE_TASKS, ...ON_TASK, sees: [] },
    ask: async (there) => ({ path: { id: (await there.task('accepted')).id } }),
  },
  'POST /tasks/{id}/comments': {
    ...{ may: SPEAKERS, ...ON_TASK },
    ask: async (there) => ({ path: { id: (await there.task('accepted')).id }, body: { text: '请抓紧' } }),
  },
  'PUT /tasks/{id}/comments/{commentId}': {
    ...{ may: ['staff'], ...ON_TASK },
    ask: async (there) => ({ ...(await written(there)), body: { text: '请抓紧' } }),
  },
  'DELETE /tasks/{id}/comments/{commentId}': { ...{ may: ['staff'], ...ON_TASK }, ask: written },
};
