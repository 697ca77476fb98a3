import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { TaskDetail } from '../../libs/tasks/src/task.view';
import type { TestApplication } from './application';
import type { SignedIn } from './people';

/** A task that `doer` has accepted. */
export async function anAcceptedTask(
  { admin }: TestApplication,
  unit: UnitView,
  doer: SignedIn,
  { title = '检查食堂', dueOn = '2099-06-30' }: { title?: string; dueOn?: string } = {},
): Promise<TaskDetail> {
  const draft = await admin.post<TaskDetail>('/tasks', { title, leadUnitId: unit.id, dueOn }, 201);
  const { id, version } = draft;
  const assigned = await admin.post<TaskDetail>(`/tasks/${id}/assign`, {
    ...{ version, leadUnitId: unit.id, assigneeId: doer.id, dueOn },
  });
  return doer.client.post(`/tasks/${id}/accept`, { version: assigned.version });
}
