import { ROLES } from '../../libs/organisation/src/role';
import type { Line } from './rights-table';
import type { SubTree } from './sub-tree';

const READERS = ['supervisor', 'auditor', 'administrator'] as const;
const SEE_TASKS = ['supervisor', 'leader', 'liaison', 'auditor', 'staff'] as const;

/** A reminder of `staff` that did not go out. */
const failed = async ({ reminder, people }: SubTree) => reminder(people.staff.id, { status: 'failed' });

/** The lines of the ledger of reminders, the bell and the calendar feed. */
export const REMINDER_LEDGER_RIGHTS: Record<string, Line> = {
  'GET /reminders': { may: READERS, outside: 'nothing', ask: ({ unit }) => ({ query: `unitId=${unit.id}` }) },
  'GET /reminders/own': { may: ROLES, outside: 'free' },
  'GET /reminders/{id}': {
    ...{ may: [...READERS, 'staff'], route: ROLES, sees: [], outside: 'unknown' },
    ask: async (there) => ({ path: { id: (await failed(there)).id } }),
  },
  'POST /reminders/{id}/resend': {
    ...{ may: ['supervisor', 'administrator'], outside: 'unknown' },
    ask: async (there) => ({ path: { id: (await failed(there)).id } }),
  },
  'GET /tasks/{id}/reminders': {
    ...{ may: [...SEE_TASKS, 'administrator'], route: ROLES, sees: [], outside: 'unknown' },
    ask: async (there) => ({ path: { id: (await failed(there)).taskId } }),
  },
  'GET /tasks/{id}/reminders/explanation': {
    ...{ may: [...READERS, 'staff'], route: ROLES, sees: SEE_TASKS, outside: 'unknown' },
    ask: async (there) => ({
      path: { id: (await failed(there)).taskId },
      query: `personId=${there.people.staff.id}`,
    }),
  },

  'GET /bell': { may: ROLES, outside: 'free' },
  'POST /bell/read': { may: ROLES, outside: 'free', ask: () => ({ body: {} }) },
  'GET /feed': { may: ROLES, outside: 'free' },
  'POST /feed': { may: ROLES, outside: 'free' },
  'DELETE /feed': { may: ROLES, outside: 'free' },
  // Nobody's address.
  'GET /feed/{file}': { may: [], route: ROLES, sees: [], outside: 'unknown', ask: () => ({ path: { file: 'x.ics' } }) },
};
