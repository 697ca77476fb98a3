import { ROLES } from '../../libs/organisation/src/role';
import type { Line } from './rights-table';

const RULERS = ['supervisor', 'administrator'] as const;
const SEE_TASKS = ['supervisor', 'leader', 'liaison', 'auditor', 'staff'] as const;

/** A version that nobody has seen. */
const STALE = -1;

/** The lines of 提醒规则. */
export const REMINDER_POLICY_RIGHTS: Record<string, Line> = {
  'GET /reminder-policies': { may: RULERS, outside: 'whole' },
  'POST /reminder-policies/{unitId}': {
    ...{ may: RULERS, outside: 'unknown' },
    ask: ({ unit }) => ({ path: { unitId: unit.id }, body: { version: STALE } }),
  },
  'GET /tasks/{id}/reminder-policy': {
    ...{ may: SEE_TASKS, route: ROLES, sees: SEE_TASKS, outside: 'unknown' },
    ask: async (there) => ({ path: { id: (await there.task('accepted')).id } }),
  },
  'POST /tasks/{id}/reminder-policy': {
    ...{ may: ['supervisor'], route: ROLES, sees: SEE_TASKS, outside: 'unknown' },
    ask: async (there) => ({ path: { id: (await there.task('accepted')).id }, body: { version: STALE } }),
  },
};
