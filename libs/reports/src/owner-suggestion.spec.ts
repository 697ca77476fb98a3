import { recognise, suggestOwner } from './owner-suggestion';

const KNOWN = new Map([
  ['教育局', 'u-education'],
  ['应急局', 'u-safety'],
]);
const find = (name: string) => KNOWN.get(name) ?? null;
const units = (...named: [name: string, role: 'lead' | 'responsible' | 'supporting'][]) =>
  recognise(
    named.map(([name, role]) => ({ name, role, text: name })),
    find,
  );

it.each([
  [
    'the lead unit before the responsible one',
    units(['应急局', 'responsible'], ['教育局', 'lead']),
    'u-education',
    'text',
  ],
  [
    'the first responsible unit where none leads',
    units(['应急局', 'responsible'], ['教育局', 'responsible']),
    'u-safety',
    'text',
  ],
  ['never a supporting unit', units(['教育局', 'supporting']), 'u-report', 'issuer'],
  ['the reporting unit for a name the organisation does not have', units(['气象局', 'lead']), 'u-report', 'issuer'],
  ['the reporting unit where nobody is named', [], 'u-report', 'issuer'],
])('proposes %s', (_, named, unitId, unitBasis) => {
  expect(suggestOwner(named, 'u-report')).toEqual({ unitId, unitBasis });
});
