import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { OwnWork, TaskDetail } from '../../../api/generated';

export const OWN_WORK = ['overview', 'own-work'] as const;

/** Everything else that may show the task. */
const LISTS = ['tasks', 'overview', 'problem', 'problems'];

/** A step with one of my own tasks: the line shows at once what the server answered, then everything is read anew. */
export function useOwnMove<Fields>(send: (fields: Fields) => Promise<TaskDetail>, done: (task: TaskDetail) => string) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: send,
    onSuccess: (next) => {
      queries.setQueryData(['task', next.id], next);
      queries.setQueryData<OwnWork>(
        OWN_WORK,
        (work) =>
          work && {
            ...work,
            tasks: work.tasks.map((task) => {
              if (task.id !== next.id) return task;
              const { status, light, pace, progress, version } = next;
              return { ...task, status, light, pace, progress, version, mayAccept: false, mayReport: true };
            }),
          },
      );
      void queries.invalidateQueries({ predicate: ({ queryKey: [kind] }) => LISTS.includes(String(kind)) });
      void message.success(done(next));
    },
  });
}
