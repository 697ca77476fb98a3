import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDocument } from '#documents/read-document';
import { extract } from '#extraction/extract';
import { SHARED } from './bench-texts';
import type { Bench, BenchResult } from './bench';

type Kind = 'next_step' | 'problem' | 'deadline' | 'unit';

/** How well real reports are read, by the annotation that lies beside the project. */
export const accuracyBench: Bench = {
  name: 'accuracy',
  summary: '识别准确率：与人工标注比较（需要项目旁的 shared 文件夹）',
  run: async () => {
    const reports = join(SHARED, 'reports');
    const gold = join(SHARED, 'gold');
    const score = join(gold, 'score.mjs');
    if (!existsSync(reports) || !existsSync(score)) {
      throw new Error('项目旁没有 shared/reports 和 shared/gold，无法比较准确率。');
    }
    const folder = mkdtempSync(join(tmpdir(), 'luoshi-accuracy-'));
    try {
      for (const name of readdirSync(reports).filter((file) => file.endsWith('.txt'))) {
        const source = await readDocument(readFileSync(join(reports, name)));
        const found = extract(source, { receivedOn: '2026-11-24' });
        writeFileSync(join(folder, name.replace(/\.txt$/, '.json')), JSON.stringify(found));
      }
      const lines = execFileSync(process.execPath, [score, gold, folder], { encoding: 'utf8' }).trim().split('\n');
      console.log(lines.slice(0, -1).join('\n'));
      const totals = JSON.parse(lines[lines.length - 1]) as Record<Kind, { f1: number }>;
      const figure = (kind: Kind): BenchResult['figures'][string] => ({ ours: totals[kind].f1, unit: 'F1' });
      return {
        bench: 'accuracy',
        figures: {
          next_step_f1: figure('next_step'),
          problem_f1: figure('problem'),
          deadline_f1: figure('deadline'),
          unit_f1: figure('unit'),
        },
      };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};
