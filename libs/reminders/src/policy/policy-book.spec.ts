import type { TaskKind } from '#tasks/task.entity';
import { PolicyBook, saidBy, type SaidPoints } from './policy-book';
import { DEFAULT_POINTS } from './reminder-points';

const PARENTS = new Map([
  ['district', null],
  ['bureau', 'district'],
  ['section', 'bureau'],
]);

const said = (where: { unitId?: string; taskKind?: TaskKind; taskId?: string }, points: Partial<SaidPoints>) => ({
  ...{ unitId: null, taskKind: null, taskId: null, ...where },
  ...saidBy({ ...saidBy(null), ...points }),
});

const book = new PolicyBook(
  [
    said({ unitId: 'district' }, { before: [30], overdueEvery: 10, acceptWithin: 10 }),
    said({ unitId: 'district', taskKind: 'measure' }, { before: [20], overdueEvery: 2 }),
    said({ unitId: 'bureau' }, { overdueEvery: 5 }),
    said({ unitId: 'bureau', taskKind: 'measure' }, { onDay: false }),
    said({ taskId: 'single' }, { before: [], overdueEvery: 1 }),
  ],
  PARENTS,
);

it.each<[string, Parameters<PolicyBook['pointsOf']>[0], Partial<SaidPoints>]>([
  ['the default where nobody says anything', { id: null, kind: null, leadUnitId: 'elsewhere' }, DEFAULT_POINTS],
  ['the unit’s own', { id: null, kind: 'commitment', leadUnitId: 'district' }, { before: [30], overdueEvery: 10 }],
  [
    'of its kind before the general',
    { id: null, kind: 'measure', leadUnitId: 'district' },
    { before: [20], overdueEvery: 2 },
  ],
  [
    'the nearest unit before the kind further up, point by point',
    { id: null, kind: 'measure', leadUnitId: 'section' },
    { before: [20], overdueEvery: 5, onDay: false, acceptWithin: 10, verifyWithin: DEFAULT_POINTS.verifyWithin },
  ],
  [
    'the task’s own before all',
    { id: 'single', kind: 'measure', leadUnitId: 'section' },
    { before: [], overdueEvery: 1, onDay: false, acceptWithin: 10 },
  ],
])('gives %s', (_, task, points) => expect(book.pointsOf(task)).toMatchObject(points));

it('names the kinds for which something else holds', () => {
  expect(book.kindsFor('section')).toEqual(['measure']);
  expect(book.kindsFor('elsewhere')).toEqual([]);
});

it.each<[string, Parameters<PolicyBook['aboveOf']>[0], Partial<SaidPoints>]>([
  ['of a unit', { id: null, kind: null, leadUnitId: 'bureau' }, { overdueEvery: 10 }],
  ['of the top', { id: null, kind: null, leadUnitId: 'district' }, DEFAULT_POINTS],
  ['of a kind', { id: null, kind: 'measure', leadUnitId: 'bureau' }, { overdueEvery: 5, before: [20], onDay: true }],
  [
    'of a task',
    { id: 'single', kind: 'measure', leadUnitId: 'bureau' },
    { overdueEvery: 5, before: [20], onDay: false },
  ],
])('tells what would hold without the policy %s', (_, scope, points) =>
  expect(book.aboveOf(scope)).toMatchObject(points),
);
