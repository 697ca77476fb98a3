import type { PersonView } from '../../libs/organisation/src/person.view';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { TaskDetail } from '../../libs/tasks/src/task.view';
import type { TestApplication } from './application';
import type { Browserless } from './browserless';

export interface Somebody {
  id: string;
  name: string;
  login: string;
  client: Browserless;
}

/** A person with one role in one unit, signed in. */
export async function aPerson(
  { admin, signIn }: TestApplication,
  login: string,
  role: string,
  unit: UnitView,
): Promise<Somebody> {
  const name = `人员${login}`;
  const { person, oneTimePassword } = await admin.post<{ person: PersonView; oneTimePassword: string }>(
    '/people',
    { name, login, positions: [], roles: [{ unitId: unit.id, role }] },
    201,
  );
  return { id: person.id, name, login, client: await signIn(login, oneTimePassword) };
}

/** A task that `doer` has accepted. */
export async function anAcceptedTask(
  { admin }: TestApplication,
  unit: UnitView,
  doer: Somebody,
  { title = '检查食堂', dueOn = '2099-06-30' }: { title?: string; dueOn?: string } = {},
): Promise<TaskDetail> {
  const draft = await admin.post<TaskDetail>('/tasks', { title, leadUnitId: unit.id, dueOn }, 201);
  const { id, version } = draft;
  const assigned = await admin.post<TaskDetail>(`/tasks/${id}/assign`, {
    ...{ version, leadUnitId: unit.id, assigneeId: doer.id, dueOn },
  });
  return doer.client.post(`/tasks/${id}/accept`, { version: assigned.version });
}
