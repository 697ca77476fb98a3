import { Actor } from './actor';
import type { Role } from './role';

const grant = (role: Role, ...subtree: string[]) => ({
  ...{ role, unitId: subtree[0], unitName: subtree[0], subtree },
  everywhere: subtree[0] === '区',
});
const actor = (...grants: ReturnType<typeof grant>[]) => new Actor('person', '林知远', false, grants);

it('may do what its roles allow, in their units and below', () => {
  const me = actor(grant('supervisor', '区', '局', '科'), grant('liaison', '街道', '社区'));
  expect(me.unitsFor('task.assign')).toEqual(['区', '局', '科']);
  expect(me.unitsFor('task.handle')).toEqual(['街道', '社区']);
  expect(me.unitsFor('task.read')).toEqual(['区', '局', '科', '街道', '社区']);
  expect(me.covers('task.close', '社区')).toBe(false);
  expect(me.may('organisation.manage')).toBe(false);
  expect(me.everywhere('task.assign')).toBe(true);
  expect(me.everywhere('task.handle')).toBe(false);
});

it('counts a unit once, however many roles reach it', () => {
  expect(actor(grant('leader', '区', '局'), grant('auditor', '局')).unitsFor('report.read')).toEqual(['区', '局']);
});

it.each<[Role, string[]]>([
  ['staff', ['organisation.read']],
  ['auditor', ['reminder.read', 'report.read', 'task.read', 'task.read-drafts', 'organisation.read', 'audit.read']],
  [
    'administrator',
    [
      'organisation.read',
      'organisation.manage',
      'audit.read',
      'calendar.manage',
      'policy.manage',
      'reminder.read',
      'reminder.resend',
    ],
  ],
])('of role %s has these permissions', (role, permissions) => {
  expect(actor(grant(role, '局')).permissions.sort()).toEqual(permissions.sort());
});

it('without any role may do nothing', () => {
  expect(actor().permissions).toEqual([]);
});
