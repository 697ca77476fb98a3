import { doneCount, isPlace, nextPlace, SET_UP_STEPS } from './set-up-steps';

const FRESH = { organisation: false, people: false, mail: false, calendar: false, report: false };
const ALL = { organisation: true, people: true, mail: true, calendar: true, report: true };

it.each([
  [FRESH, 'organisation', 0],
  [{ ...FRESH, organisation: true, calendar: true }, 'people', 2],
  [{ ...ALL, report: false }, 'report', 4],
  [ALL, 'done', 5],
] as const)('%j goes on at %s', (steps, place, count) => {
  expect([nextPlace({ steps }), doneCount({ steps })]).toEqual([place, count]);
});

it('knows its own places only', () => {
  expect(SET_UP_STEPS.every(({ step }) => isPlace(step)) && isPlace('done')).toBe(true);
  expect([isPlace('elsewhere'), isPlace(null)]).toEqual([false, false]);
});
