import { taskAddress } from './task-address';

it.each([
  [{ unitId: 'u1', light: ['red'] }, '/tasks?unitId=u1&light=red'],
  [{ light: ['red', 'blue'], dueFrom: undefined }, '/tasks?light=red,blue'],
  [
    { status: ['closed'], dueFrom: '2026-01-01', dueTo: '2026-03-31' },
    '/tasks?status=closed&dueFrom=2026-01-01&dueTo=2026-03-31',
  ],
] as const)('%j → %s', (asked, address) => expect(taskAddress(asked)).toBe(address));
