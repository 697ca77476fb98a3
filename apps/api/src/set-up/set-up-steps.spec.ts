import { stepsDone, type SetUpFacts } from './set-up-steps';

const FRESH: SetUpFacts = {
  ...{ today: '2026-06-24', named: false, units: 1, people: 1, mailSent: false },
  ...{ thisYearPublished: true, nextYearPublished: false, reports: false },
};

it.each<[string, Partial<SetUpFacts>, string[]]>([
  ['a fresh installation', {}, ['calendar']],
  ['one with a name', { named: true }, ['organisation', 'calendar']],
  ['one with units only', { units: 9 }, ['calendar']],
  ['one with a second person', { people: 2 }, ['people', 'calendar']],
  ['one that has sent a mail', { mailSent: true }, ['mail', 'calendar']],
  ['one with a report', { reports: true }, ['calendar', 'report']],
  ['the end of October', { today: '2026-10-31' }, ['calendar']],
  ['November, with the next year unknown', { today: '2026-11-01' }, []],
  ['November, with the next year entered', { today: '2026-11-01', nextYearPublished: true }, ['calendar']],
  ['a year of which nothing is known', { thisYearPublished: false }, []],
])('%s has done', (_, known, done) => {
  const steps = Object.entries(stepsDone({ ...FRESH, ...known }));
  expect(steps.filter(([, value]) => value).map(([step]) => step)).toEqual(done);
});
