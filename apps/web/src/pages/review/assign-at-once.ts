import { ask } from '../../api/client';
import { applyBulk, previewBulk, type ReportItemView } from '../../api/generated';

export interface Assigned {
  assigned: number;
  refused: number;
  /** What went wrong meanwhile, in the server's words. */
  failure: string | null;
}

/** Assigns the tasks of items just accepted, as they stand; what is refused or fails waits in the list of tasks. Never throws. */
export async function assignAtOnce(items: readonly ReportItemView[]): Promise<Assigned> {
  const taskIds = items.flatMap(({ taskId }) => taskId ?? []);
  let assigned = 0;
  let failure: string | null = null;
  try {
    if (taskIds.length > 0) assigned = await assign(taskIds);
  } catch (error) {
    failure = (error as Error).message;
  }
  return { assigned, refused: taskIds.length - assigned, failure };
}

async function assign(taskIds: string[]): Promise<number> {
  const previewOf = (ids: string[]) => ask(previewBulk({ body: { taskIds: ids, move: 'assign' } }));
  const first = await previewOf(taskIds);
  const possible = first.rows.filter(({ refusal }) => refusal === null).map(({ id }) => id);
  if (possible.length === 0) return 0;
  // A bulk move is done wholly or not at all: without those that are refused.
  const { preview } = first.refused === 0 ? first : await previewOf(possible);
  return (await ask(applyBulk({ body: { taskIds: possible, move: 'assign', preview } }))).done;
}
