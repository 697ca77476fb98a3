import { ROLES, type Role } from '../../libs/organisation/src/role';
import type { ProblemStatus } from '../../libs/rectification/src/problem-status';
import type { Problem } from '../../libs/rectification/src/problem.entity';
import { anchorIn, causeOf, measureOf, sharedCauseOf } from './problems-for';
import type { Line } from './rights-table';
import type { SubTree } from './sub-tree';

const SUPERVISOR = ['supervisor'] as const;
const READERS = ['supervisor', 'leader', 'liaison', 'auditor'] as const;
/** A problem is also seen by the one responsible. */
const SEE = [...READERS, 'staff'] as const;
const EXPLAINERS = ['supervisor', 'liaison', 'staff'] as const;
const REASON = { reason: '权限测试' };
const ASKED = { asked: '群众代表', askedOn: '2026-06-01', satisfied: 1, basically: 0, dissatisfied: 0 };

interface More {
  path?: Record<string, string>;
  body?: object;
}

/** A command on a problem that stands at `status`; each request gets a problem of its own. */
const move = (
  may: readonly Role[],
  status: ProblemStatus,
  more: object | ((there: SubTree, problem: Problem) => More | Promise<More>) = {},
  rest: Partial<Line> = {},
): Line => ({
  ...{ may, route: may === SUPERVISOR ? SUPERVISOR : ROLES, sees: SEE, outside: 'unknown' },
  ask: async (there) => {
    const problem = await there.problem(status);
    const { path, body } = typeof more === 'function' ? await more(there, problem) : { path: {}, body: more };
    return { path: { id: problem.id, ...path }, body: { version: problem.version, ...body } };
  },
  ...rest,
});

/** A command on one's own problem that would give something to, or take something from, the other sub-tree. */
const reachingOut = (
  more: (there: SubTree) => object | Promise<object>,
  outside: Line['outside'] = 'unknown',
): Line => ({
  ...{ may: SUPERVISOR, outside, own: true },
  ask: async (there, own) => {
    const { id, version } = await own.problem('open');
    return { path: { id }, body: { version, ...(await more(there)) } };
  },
});

/** A piece of evidence that `staff` gave for the problem, to be removed with a reason. */
const evidenceOf = async ({ attachment }: SubTree, { id }: Problem): Promise<More> => ({
  path: { attachmentId: await attachment('problem', id) },
  body: REASON,
});

const seen: Line = {
  ...{ may: SEE, route: ROLES, sees: [], outside: 'nothing' },
  ask: ({ unit }) => ({ query: `unitId=${unit.id}` }),
};
const measure = ({ unit, mark }: SubTree) => ({ title: `${mark}措施`, leadUnitId: unit.id, dueOn: '2026-12-31' });

export const PROBLEM_RIGHTS: Record<string, Line | Line[]> = {
  'GET /problems': seen,
  'GET /problems/choices': { may: ROLES, outside: 'whole' },
  'GET /problems/rate': { may: READERS, outside: 'whole' },
  'GET /problems/three-lists': seen,
  // Everybody gets a file; three-lists-file.spec.ts reads what is in whose.
  'GET /problems/three-lists/export': { may: ROLES, outside: 'free', ask: () => ({ query: 'format=xlsx' }) },
  'GET /problems/look-backs': seen,
  'GET /problems/{id}': move(SEE, 'open', {}, { sees: [] }),
  'POST /problems': {
    ...{ may: SUPERVISOR, outside: 'unknown' },
    ask: ({ unit, mark }) => ({ body: { title: `${mark}新问题`, unitId: unit.id } }),
  },
  'PATCH /problems/{id}': [
    move(SUPERVISOR, 'open', { title: '改名' }),
    reachingOut(({ unit }) => ({ unitId: unit.id })),
    reachingOut(({ people }) => ({ leaderId: people.leader.id }), 'invalid'),
  ],
  'POST /problems/{id}/causes': move(EXPLAINERS, 'open', { text: '原因' }),
  'PATCH /problems/{id}/causes/{causeId}': move(EXPLAINERS, 'open', async ({ db }, problem) => ({
    path: { causeId: await causeOf(db, problem) },
    body: { text: '改写' },
  })),
  'POST /problems/{id}/causes/{causeId}/remove': move(EXPLAINERS, 'open', async ({ db }, problem) => ({
    path: { causeId: await causeOf(db, problem) },
  })),
  'POST /problems/{id}/causes/{causeId}/adopt': {
    ...{ may: EXPLAINERS, route: ROLES, sees: SEE, outside: 'unknown' },
    ask: async ({ db, report, problem: make }) => {
      const problem = await make('open', { anchorId: await anchorIn(db, report.id) });
      const causeId = await sharedCauseOf(db, report.id, problem);
      return { path: { id: problem.id, causeId }, body: { version: problem.version } };
    },
  },
  'POST /problems/{id}/measures': [
    move(SUPERVISOR, 'open', (there) => ({ body: measure(there) })),
    reachingOut((there) => measure(there)),
  ],
  'POST /problems/{id}/measures/link': [
    move(SUPERVISOR, 'open', async ({ task }) => ({ body: { taskIds: [(await task('assigned')).id] } })),
    reachingOut(async ({ task }) => ({ taskIds: [(await task('assigned')).id] })),
  ],
  'POST /problems/{id}/measures/{taskId}/unlink': move(SUPERVISOR, 'open', async ({ db, task }, problem) => ({
    path: { taskId: await measureOf(db, problem, (await task('assigned')).id) },
  })),
  'POST /problems/{id}/attachments': {
    ...{ may: ['liaison', 'staff'], route: ROLES, sees: SEE, outside: 'unknown' },
    ask: async ({ problem }) => ({
      path: { id: (await problem('open')).id },
      file: { name: '记录.pdf', bytes: Buffer.from('%PDF-1.7') },
    }),
  },
  'GET /problems/{id}/attachments/{attachmentId}': move(SEE, 'open', evidenceOf, { sees: [] }),
  'POST /problems/{id}/attachments/{attachmentId}/remove': move(['supervisor', 'staff'], 'open', evidenceOf),
  'POST /problems/{id}/rectify': move(['liaison', 'staff'], 'open', { result: '已整改' }),
  'POST /problems/{id}/send-back': move(SUPERVISOR, 'rectified', REASON),
  'POST /problems/{id}/satisfaction': move(SUPERVISOR, 'rectified', ASKED),
  'POST /problems/{id}/close': move(SUPERVISOR, 'rectified', { evidence: '现场核查' }),
  'POST /problems/{id}/look-backs/schedule': move(SUPERVISOR, 'closed', { dueOn: '2027-01-01' }),
  'POST /problems/{id}/look-backs': move(SUPERVISOR, 'closed', { result: 'held', note: '未反弹' }),
  'POST /problems/{id}/reopen': move(SUPERVISOR, 'closed', REASON),
  'POST /problems/{id}/withdraw': move(SUPERVISOR, 'open', REASON),
};
