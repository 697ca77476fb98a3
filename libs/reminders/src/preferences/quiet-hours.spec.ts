import { isQuiet } from './quiet-hours';

it.each<[number, number, number, boolean]>([
  [22, 22, 7, true],
  [0, 22, 7, true],
  [6, 22, 7, true],
  [7, 22, 7, false],
  [21, 22, 7, false],
  [12, 12, 14, true],
  [14, 12, 14, false],
  [11, 12, 14, false],
])('%i lies in %i to %i: %s', (hour, from, to, quiet) => expect(isQuiet(hour, from, to)).toBe(quiet));
