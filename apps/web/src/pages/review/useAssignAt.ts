import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/client';
import { listTasks, type ReportDetail } from '../../api/generated';

/** Where the accepted tasks of the report wait to be assigned; null when none does. */
export function useAssignAt({ id, items }: ReportDetail): string | null {
  const accepted = items.filter(({ status, taskId }) => status === 'accepted' && taskId !== null).length;
  const { data } = useQuery({
    queryKey: ['tasks', 'to-assign', id, accepted],
    queryFn: () => ask(listTasks({ query: { reportId: id, status: ['drafted'], limit: 1 } })),
    enabled: accepted > 0,
  });
  return accepted > 0 && data && data.rows.length > 0 ? `/tasks?reportId=${id}&status=drafted` : null;
}
