import { createHash, randomUUID } from 'node:crypto';
import { Absence } from '../../libs/organisation/src/absence/absence.entity';
import { ROLES } from '../../libs/organisation/src/role';
import { Unit } from '../../libs/organisation/src/unit.entity';
import { ExternalLink } from '../../libs/tasks/src/responsibility/external-link.entity';
import { SupportingUnit } from '../../libs/tasks/src/responsibility/supporting-unit.entity';
import type { Line } from './rights-table';
import type { SubTree } from './sub-tree';

const SUPERVISOR = ['supervisor'] as const;
const ADMINISTRATOR = ['administrator'] as const;
const CHARGERS = ['supervisor', 'liaison'] as const;
const SEE_TASKS = ['supervisor', 'leader', 'liaison', 'auditor', 'staff'] as const;
const REASON = { reason: '权限测试' };
const SEEN = { route: ROLES, sees: SEE_TASKS, outside: 'unknown' } as const;

/** A day far from today and from every other absence. */
const someDay = () => `${2100 + Math.floor(Math.random() * 800)}-0${1 + Math.floor(Math.random() * 9)}-01`;
const absenceOf = async ({ db, other, people }: SubTree): Promise<string> => {
  const day = someDay();
  const who = { personId: other.id, deputyId: people.staff.id };
  return (await db.getRepository(Absence).save({ ...who, fromDay: day, toDay: day })).id;
};

/** A new task under way, supported by the unit below, or by an external body. */
async function supported(
  there: SubTree,
  external = false,
): Promise<{ id: string; version: number; supportId: string }> {
  const { id, version } = await there.task('accepted');
  const { db, unit, below } = there;
  const body = { name: `${there.mark}公司${randomUUID()}`, parentId: unit.id, external: true };
  const unitId = external ? (await db.getRepository(Unit).save(body)).id : below.id;
  return { id, version, supportId: (await db.getRepository(SupportingUnit).save({ taskId: id, unitId })).id };
}

async function linked(there: SubTree): Promise<{ id: string; linkId: string; token: string }> {
  const { id, supportId } = await supported(there, true);
  const token = randomUUID();
  const link = await there.db.getRepository(ExternalLink).save({
    ...{ taskId: id, supportingUnitId: supportId, createdById: there.people.supervisor.id },
    ...{ tokenHash: createHash('sha256').update(token).digest('hex'), expiresAt: new Date('2100-01-01') },
  });
  return { id, linkId: link.id, token };
}

/** A command on the part of a supporting unit. */
const onPart = (line: Partial<Line> & Pick<Line, 'may'>, body: object): Line => ({
  ...SEEN,
  ...line,
  ask: async (there) => {
    const { id, supportId } = await supported(there);
    return { path: { id, supportId }, body: { version: 1, ...body } };
  },
});

const ofOther = (body: (there: SubTree) => object) => (there: SubTree) => ({
  ...{ path: { id: there.other.id }, body: body(there) },
});
/** To somebody of the same unit; a preview that nobody has seen moves nothing. */
const succession = (more: object = {}): Line[] => [
  {
    ...{ may: ADMINISTRATOR, outside: 'unknown' },
    ask: ofOther(({ people }) => ({ successorId: people.staff.id, ...more })),
  },
  {
    ...{ may: ADMINISTRATOR, outside: 'unknown', own: true },
    ask: (there, own) => ({ path: { id: own.other.id }, body: { successorId: there.people.staff.id, ...more } }),
  },
];
const ABSENCE = { may: ADMINISTRATOR, route: ROLES, sees: [], outside: 'unknown' } as const;

export const RESPONSIBILITY_RIGHTS: Record<string, Line | Line[]> = {
  'GET /units/supporting': {
    ...{ may: CHARGERS, route: ROLES, sees: [], outside: 'nothing' },
    ask: ({ unit }) => ({ query: `unitId=${unit.id}` }),
  },

  'GET /absences': {
    ...{ ...ABSENCE, outside: 'nothing' },
    ask: async (there) => {
      await absenceOf(there);
      return { query: `unitId=${there.unit.id}` };
    },
  },
  'GET /people/{id}/deputies': { ...ABSENCE, ask: ({ other }) => ({ path: { id: other.id } }) },
  'POST /people/{id}/absences': {
    ...ABSENCE,
    ask: ofOther(({ people }) => {
      const day = someDay();
      return { deputyId: people.staff.id, fromDay: day, toDay: day };
    }),
  },
  'DELETE /people/{id}/absences/{absenceId}': {
    ...ABSENCE,
    ask: async (there) => ({ path: { id: there.other.id, absenceId: await absenceOf(there) } }),
  },
  'POST /people/{id}/succession/preview': succession(),
  'POST /people/{id}/succession': succession({ preview: '0'.repeat(64) }),

  'GET /tasks/{id}/responsibility': {
    ...{ ...SEEN, may: SEE_TASKS, sees: [] },
    ask: async (there) => ({ path: { id: (await supported(there)).id } }),
  },
  'PUT /tasks/{id}/support': [
    {
      ...{ ...SEEN, may: CHARGERS },
      ask: async (there) => {
        const { id, version } = await supported(there);
        return { path: { id }, body: { version, units: [{ unitId: there.below.id }] } };
      },
    },
    {
      ...{ ...SEEN, may: CHARGERS, own: true },
      ask: async (there, own) => {
        const { id, version } = await supported(own);
        return { path: { id }, body: { version, units: [{ unitId: there.below.id }] } };
      },
    },
  ],
  'POST /tasks/{id}/support/{supportId}/reports': onPart({ may: ['liaison'] }, { percent: 10, narrative: '配合进展' }),
  'POST /tasks/{id}/support/{supportId}/person': onPart({ may: CHARGERS }, { personId: null }),
  'POST /tasks/{id}/support/{supportId}/waive': onPart(
    { may: SUPERVISOR, route: SUPERVISOR },
    { waived: true, ...REASON },
  ),
  'POST /tasks/{id}/links': {
    ...{ may: SUPERVISOR, outside: 'unknown' },
    ask: async (there) => {
      const { id, supportId } = await supported(there, true);
      return { path: { id }, body: { supportId, days: 30 } };
    },
  },
  'DELETE /tasks/{id}/links/{linkId}': {
    ...{ may: SUPERVISOR, outside: 'unknown' },
    ask: async (there) => {
      const { id, linkId } = await linked(there);
      return { path: { id, linkId } };
    },
  },

  // Whoever holds the link, whatever else he may.
  'POST /external/item': {
    ...{ may: ROLES, outside: 'free' },
    ask: async (there) => ({ body: { token: (await linked(there)).token } }),
  },
  'POST /external/reports': {
    ...{ may: ROLES, outside: 'free' },
    ask: async (there) => ({ body: { token: (await linked(there)).token, percent: 10, narrative: '外部进展' } }),
  },
};
