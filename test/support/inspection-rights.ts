import { ROLES, type Role } from '../../libs/organisation/src/role';
import type { CheckStatus } from '../../libs/rectification/src/inspections/check-status';
import { InspectionCheck } from '../../libs/rectification/src/inspections/inspection-check.entity';
import { InspectionFinding } from '../../libs/rectification/src/inspections/inspection-finding.entity';
import { InspectionInspector } from '../../libs/rectification/src/inspections/inspection-inspector.entity';
import { InspectionRound } from '../../libs/rectification/src/inspections/inspection-round.entity';
import type { RoundStatus } from '../../libs/rectification/src/inspections/round-status';
import type { Line } from './rights-table';
import type { SubTree } from './sub-tree';

const SUPERVISOR = ['supervisor'] as const;
const READERS = ['supervisor', 'leader', 'liaison', 'auditor'] as const;
/** `staff` is the inspector of every check here. */
const SEE = [...READERS, 'staff'] as const;
const INSPECTORS = ['liaison', 'staff'] as const;
const REASON = { reason: '权限测试' };
const DAYS = { startsOn: '2026-01-01', endsOn: '2026-12-31' };

const pairIn = ({ unit, below }: SubTree) => ({ inspectedUnitId: unit.id, inspectingUnitId: below.id });

async function roundIn({ db, unit, mark, people }: SubTree, status: RoundStatus): Promise<InspectionRound> {
  const round = { title: `${mark}检查`, kind: 'cross' as const, unitId: unit.id, ...DAYS, status };
  return db.getRepository(InspectionRound).save({ ...round, createdById: people.supervisor.id });
}

async function checkIn(there: SubTree, status: CheckStatus): Promise<InspectionCheck> {
  const { db, people } = there;
  const round = await roundIn(there, 'under-way');
  const reported = status === 'reported' ? { conclusion: '结论', reportedById: people.staff.id } : {};
  const place = { roundId: round.id, dueOn: DAYS.endsOn, status, ...reported, ...pairIn(there) };
  const check = await db.getRepository(InspectionCheck).save(place);
  await db.getRepository(InspectionInspector).insert({ checkId: check.id, personId: people.staff.id });
  return check;
}

async function findingOf({ db, people, mark }: SubTree, checkId: string): Promise<string> {
  const words = { title: `${mark}发现`, text: `${mark}发现` };
  return (await db.getRepository(InspectionFinding).save({ ...words, checkId, recordedById: people.staff.id })).id;
}

/** A command on a round that stands at `status`. */
const roundMove = (status: RoundStatus, more: (there: SubTree) => object = () => ({})): Line => ({
  ...{ may: SUPERVISOR, outside: 'unknown' },
  ask: async (there) => {
    const { id, version } = await roundIn(there, status);
    return { path: { id }, body: { version, ...more(there) } };
  },
});

/** A command on a check that stands at `status`. */
const checkMove = (may: readonly Role[], status: CheckStatus, more: object = {}, rest: Partial<Line> = {}): Line => ({
  ...{ may, route: may === SUPERVISOR ? SUPERVISOR : ROLES, sees: SEE, outside: 'unknown' },
  ask: async (there) => {
    const { id, version } = await checkIn(there, status);
    return { path: { id }, body: { version, ...more } };
  },
  ...rest,
});

const findingMove = (more: object): Line => ({
  ...{ may: INSPECTORS, route: ROLES, sees: SEE, outside: 'unknown' },
  ask: async (there) => {
    const { id, version } = await checkIn(there, 'under-way');
    return { path: { id, findingId: await findingOf(there, id) }, body: { version, ...more } };
  },
});

const hooked = async ({ problem, people }: SubTree) => problem('open', { leaderId: people.leader.id });
const newRound = ({ unit, mark }: SubTree, of: SubTree) => ({
  body: { title: `${mark}检查`, kind: 'cross', unitId: unit.id, ...DAYS, pairs: [pairIn(of)] },
});

export const INSPECTION_RIGHTS: Record<string, Line | Line[]> = {
  'GET /inspections': {
    ...{ may: SEE, route: ROLES, sees: [], outside: 'nothing' },
    ask: async (there) => {
      await checkIn(there, 'waiting');
      return { query: `unitId=${there.unit.id}` };
    },
  },
  'GET /inspections/{id}': {
    ...{ may: SEE, route: ROLES, sees: [], outside: 'unknown' },
    ask: async (there) => ({ path: { id: (await checkIn(there, 'waiting')).roundId } }),
  },
  'POST /inspections/pairs': {
    ...{ may: SUPERVISOR, outside: 'unknown' },
    ask: ({ unit, below }) => ({ body: { kind: 'cross', rule: 'rotate', unitIds: [unit.id, below.id] } }),
  },
  'POST /inspections': [
    { may: SUPERVISOR, outside: 'unknown', ask: (there) => newRound(there, there) },
    { may: SUPERVISOR, outside: 'unknown', own: true, ask: (there, own) => newRound(own, there) },
  ],
  'PATCH /inspections/{id}': roundMove('planned', () => ({ title: '改名' })),
  'PUT /inspections/{id}/checks': [
    roundMove('planned', (there) => ({ pairs: [pairIn(there)] })),
    {
      ...{ may: SUPERVISOR, outside: 'unknown', own: true },
      ask: async (there, own) => {
        const { id, version } = await roundIn(own, 'planned');
        return { path: { id }, body: { version, pairs: [pairIn(there)] } };
      },
    },
  ],
  'POST /inspections/{id}/start': roundMove('planned'),
  'POST /inspections/{id}/close': roundMove('under-way'),
  'POST /inspections/{id}/remove': roundMove('planned'),

  'GET /inspection-checks/{id}': checkMove(SEE, 'waiting', {}, { sees: [] }),
  'GET /inspection-checks/{id}/problems': checkMove(INSPECTORS, 'waiting'),
  'GET /inspection-checks/{id}/tasks': checkMove(INSPECTORS, 'under-way'),
  'PUT /inspection-checks/{id}/inspectors': checkMove(['supervisor', 'liaison'], 'waiting', { personIds: [] }),
  'POST /inspection-checks/{id}/findings': checkMove(INSPECTORS, 'waiting', { title: '发现' }),
  'PATCH /inspection-checks/{id}/findings/{findingId}': findingMove({ title: '改写' }),
  'POST /inspection-checks/{id}/findings/{findingId}/remove': findingMove({}),
  'POST /inspection-checks/{id}/report': checkMove(INSPECTORS, 'under-way', { conclusion: '结论' }),
  'POST /inspection-checks/{id}/respond': checkMove(['liaison'], 'reported', { response: '意见' }),
  'POST /inspection-checks/{id}/send-back': checkMove(SUPERVISOR, 'reported', REASON),
  'POST /inspection-checks/{id}/decide': checkMove(SUPERVISOR, 'reported', { decisions: [] }),
  'POST /inspection-checks/{id}/call-off': checkMove(SUPERVISOR, 'waiting', REASON),

  'GET /hooked-leaders': {
    ...{ may: SEE, route: ROLES, sees: [], outside: 'nothing' },
    ask: async (there) => {
      await hooked(there);
      return { query: `unitId=${there.unit.id}` };
    },
  },
  'GET /hooked-leaders/{id}': {
    ...{ may: SEE, route: ROLES, sees: [], outside: 'unknown' },
    ask: async (there) => ({ path: { id: (await hooked(there)).leaderId as string } }),
  },
};
