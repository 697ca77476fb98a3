import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { CheckDetail } from '../../api/generated';

/** A command on a check; the answer is shown in place of what was there, and lists are read again. */
export function useCheckCommand<Fields>(
  check: Pick<CheckDetail, 'id'>,
  send: (fields: Fields) => Promise<CheckDetail>,
  done: string,
  onDone?: () => void,
) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: send,
    onSuccess: (next) => {
      queries.setQueryData(['check', check.id], next);
      void queries.invalidateQueries({
        predicate: ({ queryKey: [kind] }) => ['inspections', 'inspection', 'problems'].includes(String(kind)),
      });
      void message.success(done);
      onDone?.();
    },
  });
}
