import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../../../api/client';
import { getTask } from '../../../../api/generated';

/** One task with the moves that may be made of it; the same as its page reads. */
export const taskQuery = (id: string) =>
  queryOptions({ queryKey: ['task', id], queryFn: () => ask(getTask({ path: { id } })) });
