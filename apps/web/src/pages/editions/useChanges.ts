import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { ask } from '../../api/client';
import { decideChanges, getReportChanges, type DecideChanges } from '../../api/generated';
import { t } from '../../language/t';

/** The comparison of a corrected version with the former edition, and the decisions about it. */
export function useChanges(id: string) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const path = { id };
  const changes = useQuery({ queryKey: ['report-changes', id], queryFn: () => ask(getReportChanges({ path })) });
  const decide = useMutation({
    mutationFn: (body: DecideChanges) => ask(decideChanges({ path, body })),
    onSuccess: ({ decided }) => message.success(t`已处理 ${decided} 条改动`),
    onError: (error) => message.error(error.message, 6),
    onSettled: () => {
      for (const list of ['report-changes', 'report', 'reports', 'task', 'tasks', 'problem', 'overview'])
        void queries.invalidateQueries({ queryKey: [list] });
    },
  });
  return { changes, decide };
}
