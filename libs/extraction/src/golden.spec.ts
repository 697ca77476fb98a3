import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract } from './extract';
import type { Extraction } from './extraction.types';

const SHARED = join(__dirname, '../../../../shared');
const REPORTS = join(SHARED, 'reports');
const GOLD = join(SHARED, 'gold');
const present = existsSync(REPORTS) && existsSync(join(GOLD, 'score.mjs'));

const read = (name: string): Extraction => {
  const text = readFileSync(join(REPORTS, name), 'utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
  return extract({ text, paragraphs: text.split('\n').map((line) => ({ text: line })) }, { receivedOn: '2026-11-24' });
};

interface Score {
  f1: number;
}

describe('real reports', () => {
  if (!present) {
    it(`lie beside the project at ../shared`, () => {
      process.stdout.write(
        'The real reports and their annotation are not here (../shared); the golden test has nothing to compare.\n',
      );
      expect(process.env.CI === 'true').toBe(false);
    });
    return;
  }

  it('are read as their annotation says', () => {
    const folder = mkdtempSync(join(tmpdir(), 'luoshi-golden-'));
    try {
      for (const name of readdirSync(REPORTS).filter((file) => file.endsWith('.txt'))) {
        writeFileSync(join(folder, name.replace(/\.txt$/, '.json')), JSON.stringify(read(name)));
      }
      const lines = execFileSync(process.execPath, [join(GOLD, 'score.mjs'), GOLD, folder], { encoding: 'utf8' })
        .trim()
        .split('\n');
      const score = JSON.parse(lines[lines.length - 1]) as Record<
        'next_step' | 'problem' | 'pledge' | 'cause' | 'deadline' | 'unit',
        Score
      >;
      expect(score.next_step.f1).toBeGreaterThanOrEqual(0.95);
      expect(score.problem.f1).toBeGreaterThanOrEqual(0.95);
      expect(score.pledge.f1).toBeGreaterThanOrEqual(0.95);
      expect(score.cause.f1).toBeGreaterThanOrEqual(0.95);
      expect(score.deadline.f1).toBeGreaterThanOrEqual(0.97);
      expect(score.unit.f1).toBeGreaterThanOrEqual(0.95);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('of one file are told apart: four reports with 17 next steps and 9 problems', () => {
    const { reports, warnings } = read('seed-2020q3.txt');
    const count = (kind: string): number =>
      reports.flatMap(({ items }) => items).filter((item) => item.kind === kind).length;
    expect(reports.map(({ issuer, period, planYear }) => [issuer, period?.end, planYear])).toEqual([
      ['区委', '2020-09-30', 2020],
      ['区委', '2020-09-30', 2020],
      ['组织部', '2020-09-30', 2020],
      ['巡察机构', '2020-09-30', 2020],
    ]);
    expect([count('next_step'), count('problem'), count('cause')]).toEqual([17, 9, 2]);
    expect(warnings).toEqual([]);
  });
});
