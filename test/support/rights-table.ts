import { randomUUID } from 'node:crypto';
import type { DeepPartial } from 'typeorm';
import { ROLES, type Role } from '../../libs/organisation/src/role';
import type { TaskStatus } from '../../libs/tasks/src/task-status';
import type { Task } from '../../libs/tasks/src/task.entity';
import { COMMENT_RIGHTS } from './comment-rights';
import { NUDGE_RIGHTS } from './nudge-rights';
import { INSPECTION_RIGHTS } from './inspection-rights';
import { LEDGER_RIGHTS } from './ledger-rights';
import { LIST_RIGHTS } from './list-rights';
import { REMINDER_LEDGER_RIGHTS } from './reminder-ledger-rights';
import { UNITS, xlsx } from './organisation-file';
import { EVIDENCE_RIGHTS } from './evidence-rights';
import { MAILWORK_RIGHTS } from './mailwork-rights';
import { PROBLEM_RIGHTS } from './problem-rights';
import { REMINDER_POLICY_RIGHTS } from './reminder-policy-rights';
import { RESPONSIBILITY_RIGHTS } from './responsibility-rights';
import { SUMMARY_RIGHTS } from './summary-rights';
import type { SubTree } from './sub-tree';

/** What a request is made of: `{name}`s of the path, the query, and a body or a file. */
export interface Asked {
  path?: Record<string, string>;
  query?: string;
  body?: unknown;
  file?: { name: string; bytes: Uint8Array; fields?: Record<string, string> };
}

/**
 * Who may use a route. Somebody with a role in one sub-tree asks for what is in it (inside) and for what is in its sister
 * (outside). A request that would be done, or is refused for another reason than rights (a stale version, a decision made
 * already), counts as allowed; so a line may ask in a way that changes nothing.
 */
export interface Line {
  /** May do it inside. */
  may: readonly Role[];
  /** Are let in by the route itself, the others are refused (403) everywhere; as `may` when left out. */
  route?: readonly Role[];
  /** See the subject inside, so that the refusal of those who may not says so (403); as `route` when left out. */
  sees?: readonly Role[];
  /**
   * The answer outside, and inside for those who do not see the subject: unknown (404), nothing (an empty list), invalid
   * (422, for a file whose rows are out of scope). whole: the request names no unit, only what it shows is limited.
   * free: it has nothing to do with units.
   */
  outside: 'unknown' | 'nothing' | 'invalid' | 'whole' | 'free';
  /** The subject is one's own in any case; only what it is given to lies in the other sub-tree. */
  own?: true;
  /** `there`: the sub-tree that is asked for; `own`: that of the person who asks. */
  ask?: (there: SubTree, own: SubTree) => Asked | Promise<Asked>;
}

/** Routes that concern only the session of whoever asks; session.spec.ts and bell.spec.ts test them. */
export const OWN_SESSION = [
  'GET /health',
  'GET /session',
  'POST /session',
  'DELETE /session',
  'POST /session/password',
  // It never ends.
  'GET /bell/stream',
];

const SUPERVISOR = ['supervisor'] as const;
const ADMINISTRATOR = ['administrator'] as const;
const AUDITORS = ['auditor', 'administrator'] as const;
const DOERS = ['liaison', 'staff'] as const;
const READERS = ['supervisor', 'leader', 'liaison', 'auditor'] as const;
/** A task that was assigned is also seen by the one responsible. */
const SEE_TASKS = [...READERS, 'staff'] as const;
const SEE_DRAFTS = ['supervisor', 'leader', 'auditor'] as const;

/** A version that nobody has seen: the command is refused after the rights were checked, and changes nothing. */
const STALE = -1;
const REASON = { reason: '权限测试' };

/** A stretch of days with tasks of every sub-tree in it. */
const inWinter = ({ unit }: SubTree): Asked => ({ query: `unitId=${unit.id}&from=2026-01-01&to=2026-03-01` });
const unitQuery = ({ unit }: SubTree): Asked => ({ query: `unitId=${unit.id}` });
const id = (value: string, body?: unknown): Asked => ({ path: { id: value }, body });

/** A move of a task that stands at `status`; each request gets a task of its own. */
const move = (
  may: readonly Role[],
  status: TaskStatus,
  more: object | ((there: SubTree) => object) = {},
  rest: Partial<Line> & { task?: DeepPartial<Task> } = {},
): Line => {
  const { task, ...line } = rest;
  return {
    may,
    route: ROLES,
    sees: status === 'drafted' ? SEE_DRAFTS : SEE_TASKS,
    outside: 'unknown',
    ask: async (there) => {
      const { id: taskId, version } = await there.task(status, task);
      return id(taskId, { version, ...(typeof more === 'function' ? more(there) : more) });
    },
    ...line,
  };
};
/** A command on the review desk; items that were decided already are refused only after the rights. */
const decision = (more: (there: SubTree) => object): Line => ({
  may: SUPERVISOR,
  outside: 'unknown',
  ask: (there) => id(there.report.id, more(there)),
});
const decidedIds = ({ decided }: SubTree) => decided.map((item) => item.id);
const person = (there: SubTree) => ({
  ...{ name: `${there.mark}新人`, login: `new-${randomUUID()}`, positions: [] },
  roles: [{ unitId: there.unit.id, role: 'staff' }],
});

/** One line for each route, or several where a request can reach out of scope in several ways. */
export const RIGHTS: Record<string, Line | Line[]> = {
  'GET /set-up': { may: ADMINISTRATOR, outside: 'free' },
  // For whoever administers the whole organisation.
  'GET /set-up/progress': { may: [], route: ADMINISTRATOR, outside: 'free' },
  'PUT /set-up/dismissal': {
    ...{ may: [], route: ADMINISTRATOR, outside: 'free' },
    ask: () => ({ body: { dismissed: true } }),
  },
  'GET /system/health': { may: [], route: ADMINISTRATOR, outside: 'free' },
  'POST /system/mail-server-check': { may: [], route: ADMINISTRATOR, outside: 'free' },
  'POST /set-up/examples': { may: ADMINISTRATOR, outside: 'free' },

  'GET /units': { may: ROLES, outside: 'whole' },
  'POST /units': {
    may: ADMINISTRATOR,
    outside: 'unknown',
    ask: ({ below, mark }) => ({ body: { parentId: below.id, name: `${mark}组${randomUUID()}` } }),
  },
  'PATCH /units/{id}': [
    { may: ADMINISTRATOR, outside: 'unknown', ask: ({ below }) => id(below.id, { version: STALE, name: '新名称' }) },
    {
      may: ADMINISTRATOR,
      outside: 'unknown',
      own: true,
      ask: async (there, own) => {
        const { id: unitId, version } = await own.emptyUnit();
        return id(unitId, { version, parentId: there.unit.id });
      },
    },
  ],
  'DELETE /units/{id}': {
    may: ADMINISTRATOR,
    outside: 'unknown',
    ask: async (there) => id((await there.emptyUnit()).id),
  },

  'GET /people': { may: ROLES, outside: 'nothing', ask: unitQuery },
  'POST /people': { may: ADMINISTRATOR, outside: 'unknown', ask: (there) => ({ body: person(there) }) },
  'GET /people/assignable': {
    may: ['supervisor', 'liaison'],
    route: ROLES,
    sees: [],
    outside: 'nothing',
    ask: unitQuery,
  },
  'GET /people/positions': {
    ...{ may: ['supervisor', 'liaison'], route: ROLES, sees: [], outside: 'nothing' },
    ask: unitQuery,
  },
  'GET /people/leaders': { may: SUPERVISOR, outside: 'nothing', ask: unitQuery },
  'PATCH /people/{id}': {
    may: ADMINISTRATOR,
    outside: 'unknown',
    ask: ({ other }) => id(other.id, { version: STALE, name: '改名' }),
  },
  'POST /people/{id}/password-reset': { may: ADMINISTRATOR, outside: 'unknown', ask: ({ other }) => id(other.id) },
  'POST /organisation/imports': {
    may: ADMINISTRATOR,
    outside: 'invalid',
    ask: async ({ unit, mark }) => ({
      file: {
        name: '组织机构.xlsx',
        bytes: await xlsx({ 单位: [UNITS, [`${mark}二科`, unit.name]] }),
        fields: { mode: 'apply' },
      },
    }),
  },
  'GET /organisation/imports/template': { may: ADMINISTRATOR, outside: 'free' },

  // One calendar for the whole organisation: only who administers all of it maintains it.
  'GET /calendar/years': { may: ROLES, outside: 'free' },
  'GET /calendar/years/{year}': { may: ROLES, outside: 'free', ask: () => ({ path: { year: '2026' } }) },
  'PATCH /calendar/years/{year}': {
    ...{ may: [], route: ADMINISTRATOR, outside: 'free' },
    ask: () => ({ path: { year: '2026' }, body: { version: STALE, published: true } }),
  },
  'PATCH /calendar/days/{day}': {
    ...{ may: [], route: ADMINISTRATOR, outside: 'free' },
    ask: () => ({ path: { day: '2026-10-01' }, body: { version: STALE, kind: 'usual' } }),
  },
  'POST /calendar/imports': {
    ...{ may: [], route: ADMINISTRATOR, outside: 'free' },
    ask: () => ({
      file: { name: '放假安排.csv', bytes: Buffer.from('日期,类型\n'), fields: { mode: 'apply', year: '2026' } },
    }),
  },

  'GET /overview': { may: ROLES, outside: 'whole' },
  'GET /overview/own-work': { may: ROLES, outside: 'whole' },
  'GET /overview/health': { may: READERS, outside: 'whole' },
  'GET /overview/trend': { may: READERS, outside: 'unknown', ask: unitQuery },

  'POST /documents': {
    may: SUPERVISOR,
    outside: 'unknown',
    ask: ({ file, unit }) => ({ file: { ...file, fields: { unitId: unit.id } } }),
  },
  'GET /documents/{id}/original': { may: READERS, outside: 'unknown', ask: ({ documentId }) => id(documentId) },

  'GET /reports': { may: READERS, outside: 'nothing', ask: unitQuery },
  'GET /reports/{id}': { may: READERS, outside: 'unknown', ask: ({ report }) => id(report.id) },
  'PATCH /reports/{id}': [
    { may: SUPERVISOR, outside: 'unknown', ask: ({ report }) => id(report.id, { version: STALE, title: '新标题' }) },
    {
      may: SUPERVISOR,
      outside: 'unknown',
      own: true,
      ask: async (there, own) => {
        const { client } = own.people.supervisor;
        const { version } = await client.get<{ version: number }>(`/reports/${own.report.id}`);
        return id(own.report.id, { version, unitId: there.unit.id });
      },
    },
  ],
  'DELETE /reports/{id}': { may: SUPERVISOR, outside: 'unknown', ask: ({ report }) => id(report.id) },
  'POST /reports/{id}/items': decision(({ decided: [{ start, end, kind }] }) => ({ start, end, kind })),
  'PATCH /reports/{id}/items': decision((there) => ({ itemIds: decidedIds(there) })),
  'POST /reports/{id}/items/undo': decision(() => ({})),
  'POST /reports/{id}/items/accept': decision((there) => ({ itemIds: decidedIds(there) })),
  'POST /reports/{id}/items/reject': decision((there) => ({ itemIds: decidedIds(there), ...REASON })),
  'POST /reports/{id}/items/restore': decision(({ proposed }) => ({ itemIds: [proposed.id] })),
  'POST /reports/{id}/items/merge': decision((there) => ({ itemIds: decidedIds(there) })),
  'POST /reports/{id}/edition': decision(() => ({ corrected: false })),
  'GET /reports/{id}/changes': { may: READERS, outside: 'unknown', ask: ({ corrected }) => id(corrected.id) },
  'POST /reports/{id}/changes/decide': {
    may: SUPERVISOR,
    outside: 'unknown',
    ask: ({ corrected }) => id(corrected.id, { changeIds: [corrected.changeId], decision: 'keep' }),
  },
  'PATCH /report-items/{id}': [
    {
      may: SUPERVISOR,
      outside: 'unknown',
      ask: ({ proposed }) => id(proposed.id, { version: STALE, title: '新标题' }),
    },
    {
      may: SUPERVISOR,
      outside: 'unknown',
      own: true,
      ask: async (there, own) => {
        const { items } = await own.people.supervisor.client.get<SubTree['report']>(`/reports/${own.report.id}`);
        const { version } = items.find((item) => item.id === own.proposed.id) as { version: number };
        return id(own.proposed.id, { version, unitId: there.unit.id });
      },
    },
  ],
  'POST /report-items/{id}/split': {
    may: SUPERVISOR,
    outside: 'unknown',
    ask: ({ decided: [first] }) => id(first.id, { at: [first.start + 1] }),
  },

  'GET /tasks': { may: SEE_TASKS, route: ROLES, sees: [], outside: 'nothing', ask: unitQuery },
  ...LIST_RIGHTS,
  'GET /tasks/counts': { may: SEE_TASKS, route: ROLES, sees: [], outside: 'nothing', ask: unitQuery },
  'GET /tasks/calendar': { may: SEE_TASKS, route: ROLES, sees: [], outside: 'nothing', ask: inWinter },
  'GET /tasks/timeline': { may: SEE_TASKS, route: ROLES, sees: [], outside: 'nothing', ask: inWinter },
  'GET /tasks/{id}': [move(SEE_TASKS, 'assigned', {}, { sees: [] }), move(SEE_DRAFTS, 'drafted', {}, { sees: [] })],
  'POST /tasks': {
    may: SUPERVISOR,
    outside: 'unknown',
    ask: ({ unit, mark }) => ({ body: { title: `${mark}新任务`, leadUnitId: unit.id } }),
  },
  'POST /tasks/urgent': {
    may: SUPERVISOR,
    outside: 'unknown',
    ask: ({ unit, mark }) => ({ body: { title: `${mark}急件`, leadUnitId: unit.id, hours: 4 } }),
  },
  'POST /tasks/bulk/preview': {
    may: SEE_TASKS,
    route: ROLES,
    sees: [],
    outside: 'unknown',
    ask: async (there) => ({
      body: { taskIds: [(await there.task('assigned')).id], move: 'hand-over', assigneeId: there.other.id },
    }),
  },
  'POST /tasks/bulk': {
    may: SEE_TASKS,
    route: ROLES,
    sees: [],
    outside: 'unknown',
    // Nobody has seen this preview.
    ask: async (there) => ({
      body: { taskIds: [(await there.task('assigned')).id], move: 'hand-over', preview: '0'.repeat(64) },
    }),
  },
  'POST /tasks/{id}/assign': [
    move(SUPERVISOR, 'drafted', ({ unit }) => ({ leadUnitId: unit.id }), { route: SUPERVISOR }),
    {
      may: SUPERVISOR,
      outside: 'unknown',
      own: true,
      ask: async (there, own) => {
        const { id: taskId, version } = await own.task('drafted');
        return id(taskId, { version, leadUnitId: there.unit.id });
      },
    },
  ],
  'POST /tasks/{id}/accept': move(DOERS, 'assigned'),
  'POST /tasks/{id}/return': move(DOERS, 'assigned', REASON),
  'POST /tasks/{id}/progress': move(DOERS, 'accepted', { percent: 10, narrative: '进展' }),
  'POST /tasks/{id}/submit': move(DOERS, 'in-progress', { narrative: '完成' }),
  'POST /tasks/{id}/send-back': move(SUPERVISOR, 'submitted', REASON, { route: SUPERVISOR }),
  'POST /tasks/{id}/close': move(SUPERVISOR, 'submitted', {}, { route: SUPERVISOR }),
  'POST /tasks/{id}/drop': move(['supervisor', 'leader'], 'assigned', REASON),
  'POST /tasks/{id}/hand-over': move(['supervisor', 'liaison'], 'assigned', ({ other }) => ({ assigneeId: other.id })),
  'POST /tasks/{id}/change': move(SUPERVISOR, 'assigned', { title: '改名' }, { route: SUPERVISOR }),
  'POST /tasks/{id}/re-date': move(SUPERVISOR, 'assigned', { dueOn: null, ...REASON }, { route: SUPERVISOR }),
  'POST /tasks/{id}/suspend': move(['supervisor', 'leader'], 'accepted', REASON),
  'POST /tasks/{id}/resume': move(['supervisor', 'leader'], 'suspended', REASON),
  'POST /tasks/{id}/reopen': move(SUPERVISOR, 'closed', REASON, { route: SUPERVISOR }),
  'POST /tasks/{id}/parts': [
    move(['supervisor', 'liaison'], 'assigned', ({ unit, mark }) => ({
      parts: [{ title: `${mark}分项`, leadUnitId: unit.id }],
    })),
    {
      may: ['supervisor', 'liaison'],
      route: ROLES,
      sees: SEE_TASKS,
      outside: 'unknown',
      own: true,
      ask: async (there, own) => {
        const { id: taskId, version } = await own.task('assigned');
        return id(taskId, { version, parts: [{ title: '分项', leadUnitId: there.unit.id }] });
      },
    },
  ],
  'PUT /tasks/{id}/recurrence': move(SUPERVISOR, 'assigned', { every: null }, { route: SUPERVISOR }),
  'PUT /tasks/{id}/milestones': move(['supervisor', 'liaison'], 'assigned', { milestones: [] }),
  'POST /tasks/{id}/milestones/{milestoneId}/reach': {
    ...{ may: DOERS, route: ROLES, sees: SEE_TASKS, outside: 'unknown' },
    ask: async (there) => {
      const { id: taskId, version } = await there.task('accepted');
      return { path: { id: taskId, milestoneId: await there.milestone(taskId) }, body: { version } };
    },
  },

  ...PROBLEM_RIGHTS,
  ...RESPONSIBILITY_RIGHTS,
  ...LEDGER_RIGHTS,
  ...EVIDENCE_RIGHTS,
  ...INSPECTION_RIGHTS,
  ...NUDGE_RIGHTS,
  ...COMMENT_RIGHTS,
  ...REMINDER_LEDGER_RIGHTS,
  ...REMINDER_POLICY_RIGHTS,
  ...MAILWORK_RIGHTS,
  ...SUMMARY_RIGHTS,

  'GET /search': { may: ROLES, outside: 'whole', ask: () => ({ query: `q=${encodeURIComponent('片区')}` }) },

  'GET /history': { may: AUDITORS, outside: 'whole', ask: () => ({ query: 'subject=unit' }) },
  'POST /history/verify': { may: AUDITORS, outside: 'free' },
};
