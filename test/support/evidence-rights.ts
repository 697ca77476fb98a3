import { ROLES } from '../../libs/organisation/src/role';
import type { Line } from './rights-table';
import type { SubTree } from './sub-tree';

const DOERS = ['liaison', 'staff'] as const;
const DECIDERS = ['supervisor', 'leader'] as const;
const RULERS = ['supervisor', 'administrator'] as const;
const SEE = ['supervisor', 'leader', 'liaison', 'auditor', 'staff'] as const;
const REASON = { reason: '权限测试' };

const onTask = { route: ROLES, sees: SEE, outside: 'unknown' } as const;

/** A piece of evidence of a new task; `staff` uploaded it. */
async function evidence(there: SubTree) {
  const { id, version } = await there.task('accepted');
  return { path: { id, attachmentId: await there.attachment('task', id) }, version };
}

/** A request of `staff` about a new task. */
async function requested(there: SubTree) {
  return { id: await there.request((await there.task('accepted')).id) };
}

/** The lines of evidence, requests and the policies of units. */
export const EVIDENCE_RIGHTS: Record<string, Line> = {
  'POST /tasks/{id}/attachments': {
    ...{ may: DOERS, ...onTask },
    ask: async (there) => ({
      path: { id: (await there.task('accepted')).id },
      file: { name: '记录.pdf', bytes: Buffer.from('%PDF-1.7') },
    }),
  },
  'GET /tasks/{id}/attachments/{attachmentId}': {
    ...{ may: SEE, ...onTask, sees: [] },
    ask: async (there) => ({ path: (await evidence(there)).path }),
  },
  'POST /tasks/{id}/attachments/{attachmentId}/remove': {
    ...{ may: ['supervisor', 'staff'], ...onTask },
    ask: async (there) => {
      const { path, version } = await evidence(there);
      return { path, body: { version, ...REASON } };
    },
  },

  'POST /tasks/{id}/requests': {
    ...{ may: DOERS, ...onTask },
    ask: async (there) => {
      const { id, version } = await there.task('accepted');
      return { path: { id }, body: { version, kind: 'drop', ...REASON } };
    },
  },
  'GET /requests/open': {
    ...{ may: DECIDERS, route: ROLES, sees: [], outside: 'nothing' },
    ask: ({ unit }) => ({ query: `unitId=${unit.id}` }),
  },
  'POST /requests/{id}/decision': {
    ...{ may: DECIDERS, ...onTask },
    ask: async (there) => ({ path: await requested(there), body: { decision: 'granted' } }),
  },
  'POST /requests/{id}/withdraw': {
    ...{ may: ['staff'], ...onTask },
    ask: async (there) => ({ path: await requested(there), body: {} }),
  },

  'GET /policies': { may: RULERS, outside: 'whole' },
  'POST /policies/{unitId}': {
    ...{ may: RULERS, outside: 'unknown' },
    // A version that nobody has seen.
    ask: ({ unit }) => ({ path: { unitId: unit.id }, body: { version: -1 } }),
  },
};
