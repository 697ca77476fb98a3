import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { ProblemDetail } from '../../api/generated';

/** A command on a problem; the answer is shown in place of what was there, and lists are read again. */
export function useProblemCommand<Fields>(
  problem: Pick<ProblemDetail, 'id'>,
  send: (fields: Fields) => Promise<ProblemDetail>,
  done: string,
  onDone?: () => void,
) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: send,
    onSuccess: (next) => {
      queries.setQueryData(['problem', problem.id], next);
      void queries.invalidateQueries({
        predicate: ({ queryKey: [kind] }) => ['problems', 'tasks'].includes(String(kind)),
      });
      void message.success(done);
      onDone?.();
    },
  });
}
