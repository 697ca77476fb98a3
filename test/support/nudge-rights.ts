import { ROLES } from '../../libs/organisation/src/role';
import { signToken, type LinkPurpose } from '../../libs/reminders/src/progress-links/signed-token';
import { SigningKeys } from '../../libs/reminders/src/progress-links/signing-keys';
import type { Line } from './rights-table';
import type { SubTree } from './sub-tree';

const HURRIERS = ['supervisor', 'leader'] as const;
const SEE_TASKS = ['supervisor', 'leader', 'liaison', 'auditor', 'staff'] as const;
const ON_TASK = { route: ROLES, sees: SEE_TASKS, outside: 'unknown' } as const;
const OWN = { may: ROLES, outside: 'free' } as const;

const signed = async ({ db }: SubTree, purpose: LinkPurpose, ...parts: string[]): Promise<string> =>
  signToken(await new SigningKeys(db).key(purpose), purpose, parts, new Date('2100-01-01'));

const progressOf = async (there: SubTree): Promise<{ token: string; version: number }> => {
  const { id, version } = await there.task('accepted');
  return { token: await signed(there, 'progress', id, there.people.staff.id), version };
};
const unsubscribing: Line = {
  ...OWN,
  ask: async (there) => ({ path: { token: await signed(there, 'unsubscribe', there.other.id, 'before') } }),
};

/** The lines of 催办, 约谈, one's own mails, and the links in them. */
export const NUDGE_RIGHTS: Record<string, Line> = {
  'POST /tasks/nudges/preview': {
    ...{ may: SEE_TASKS, route: ROLES, sees: [], outside: 'unknown' },
    ask: async (there) => ({ body: { taskIds: [(await there.task('accepted')).id] } }),
  },
  'POST /tasks/nudges': {
    ...{ may: HURRIERS, ...ON_TASK },
    ask: async (there) => ({ body: { taskIds: [(await there.task('accepted')).id], note: '请抓紧' } }),
  },
  'GET /tasks/{id}/escalation': {
    ...{ may: SEE_TASKS, ...ON_TASK, sees: [] },
    ask: async (there) => ({ path: { id: (await there.task('accepted')).id } }),
  },
  'GET /tasks/{id}/talks/candidates': {
    ...{ may: SEE_TASKS, ...ON_TASK, sees: [] },
    ask: async (there) => ({ path: { id: (await there.task('accepted')).id } }),
  },
  'POST /tasks/{id}/talks': {
    ...{ may: HURRIERS, ...ON_TASK },
    ask: async (there) => ({
      path: { id: (await there.task('accepted', { dueOn: '2026-01-01' })).id },
      body: { personId: there.people.staff.id, heldOn: '2026-02-01', note: '约谈' },
    }),
  },

  'GET /mail-preference': OWN,
  'PUT /mail-preference': { ...OWN, ask: () => ({ body: { declined: [] } }) },

  // Whoever holds the link, whatever else he may.
  'GET /unsubscribe/{token}/kinds': unsubscribing,
  'POST /unsubscribe/{token}': unsubscribing,
  'POST /progress-link/task': { ...OWN, ask: async (there) => ({ body: { token: (await progressOf(there)).token } }) },
  'POST /progress-link/reports': {
    ...OWN,
    ask: async (there) => ({ body: { ...(await progressOf(there)), percent: 10, narrative: '邮件进展' } }),
  },
};
