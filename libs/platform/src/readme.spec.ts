import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Settings, SETTINGS } from './settings';

const README = readFileSync(join(__dirname, '..', '..', '..', 'README.md'), 'utf8');

it.each(Object.entries(SETTINGS))('README lists the setting %s as the code has it', (name, { variable, about }) => {
  const value = new Settings()[name as keyof Settings];
  const fallback = value === undefined ? '' : `\`${value}\``;
  const cells = README.split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((row) => row[1] === `\`${variable}\``);
  expect(cells).toEqual([['', `\`${variable}\``, about, fallback, '']]);
});
