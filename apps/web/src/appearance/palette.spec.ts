/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const css = readFileSync(join(__dirname, 'palette.css'), 'utf8');
const [light, dark] = css
  .split(":root[data-appearance='dark']")
  .map(
    (part) => new Map([...part.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour])),
  );

/** Relative luminance after WCAG 2.2. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const HUES = ['red', 'amber', 'sky', 'green', 'purple', 'orange', 'indigo', 'neutral'];
const PAIRS: [text: string, ground: string][] = [
  ...HUES.map((hue): [string, string] => [hue, `${hue}-ground`]),
  ...HUES.map((hue): [string, string] => ['ink', `${hue}-ground`]),
  ...['ground', 'surface', 'surface-soft', 'surface-chosen'].flatMap((ground) =>
    ['ink', 'quiet', 'blue', 'red', 'amber', 'green', 'sky'].map((text): [string, string] => [text, ground]),
  ),
  ['on-header', 'header'],
  ['on-header-quiet', 'header'],
  ['on-blue', 'blue'],
  ['ink', 'found'],
  ['ink', 'linked'],
];

describe.each([
  ['light', light],
  ['dark', new Map([...light, ...dark])],
])('%s', (_name, colours) => {
  it.each(PAIRS)('%s on %s reaches AA', (text, ground) => {
    const [one, other] = [text, ground].map((name) => colours.get(name) ?? `no colour ${name}`);
    expect(contrast(one, other)).toBeGreaterThanOrEqual(4.5);
  });
});
