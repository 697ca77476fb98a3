import { isExtended } from './request-record';

it.each([
  ['a later day', '2026-06-30', '2026-06-30', '2026-07-31', true],
  ['no deadline any more', '2026-06-30', '2026-06-30', null, true],
  ['an earlier day', '2026-06-30', '2026-06-30', '2026-06-15', false],
  ['the same day', '2026-06-30', '2026-06-30', '2026-06-30', false],
  ['a first deadline', '2026-06-30', null, '2026-06-30', false],
  ['a day before the first assignment', null, '2026-06-30', '2026-07-31', false],
] as const)('%s', (_, originalDueOn, before, after, extended) => {
  expect(isExtended({ before: { dueOn: before, originalDueOn }, task: { id: '', dueOn: after } })).toBe(extended);
});
