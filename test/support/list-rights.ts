import { randomUUID } from 'node:crypto';
import { ROLES } from '../../libs/organisation/src/role';
import { SavedView } from '../../libs/tasks/src/views/saved-view.entity';
import type { Line } from './rights-table';
import type { SubTree } from './sub-tree';

const COLUMNS = [{ name: 'title' as const, width: 300 }];
const view = (more: object = {}) => ({
  name: `视图${randomUUID().slice(0, 8)}`,
  query: 'light=red',
  columns: COLUMNS,
  ...more,
});

/** A view that the supervisor of the unit shares with it. */
async function shared({ db, people, unit }: SubTree): Promise<SavedView> {
  return db.getRepository(SavedView).save({ ...view(), ownerId: people.supervisor.id, unitId: unit.id });
}

/** The list of tasks: its groups, its file, and the views under which it is kept. */
export const LIST_RIGHTS: Record<string, Line | Line[]> = {
  'GET /tasks/groups': {
    ...{ may: ['supervisor', 'leader', 'liaison', 'auditor', 'staff'], route: ROLES, sees: [], outside: 'nothing' },
    ask: ({ unit }) => ({ query: `groupBy=unit&unitId=${unit.id}` }),
  },
  // Everybody gets a file; task-list.spec.ts reads what is in whose.
  'GET /tasks/export': { may: ROLES, outside: 'free' },
  'POST /tasks/export': {
    ...{ may: ROLES, outside: 'free' },
    ask: async (there) => ({ body: { taskIds: [(await there.task('assigned')).id], columns: ['code'] } }),
  },
  'GET /saved-views': { may: ROLES, outside: 'whole' },
  'POST /saved-views': [
    { may: ROLES, outside: 'free', ask: () => ({ body: view() }) },
    {
      ...{ may: ['supervisor'], route: ROLES, sees: [], outside: 'unknown' },
      ask: ({ unit }) => ({ body: view({ unitId: unit.id }) }),
    },
  ],
  'PUT /saved-views/preference': { may: ROLES, outside: 'free', ask: () => ({ body: { columns: COLUMNS } }) },
  'PUT /saved-views/{id}': {
    ...{ may: ['supervisor'], route: ROLES, sees: [], outside: 'unknown' },
    ask: async (there) => ({
      path: { id: (await shared(there)).id },
      body: view({ unitId: there.unit.id, version: 1 }),
    }),
  },
  'DELETE /saved-views/{id}': {
    ...{ may: ['supervisor'], route: ROLES, sees: [], outside: 'unknown' },
    ask: async (there) => ({ path: { id: (await shared(there)).id } }),
  },
};
