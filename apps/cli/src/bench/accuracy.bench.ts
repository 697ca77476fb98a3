import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDocument } from '#documents/read-document';
import { readAnnotated } from '#extraction/accuracy/annotated-text';
import { add, f1, score, type Score, type ScoredKind } from '#extraction/accuracy/score';
import { extract } from '#extraction/extract';
import { CORPUS, SHARED, sourceOf } from './bench-texts';
import type { Bench, BenchResult } from './bench';

const RECEIVED_ON = '2026-11-24';
/** The kinds whose figures are given, for the real reports under their own name, for our own texts as own_…. */
const FIGURES: readonly ScoredKind[] = ['next_step', 'problem', 'deadline', 'unit'];
type Figures = BenchResult['figures'];

/** How well reports are read: against the annotation of real ones beside the project, and of texts of our own in the project. */
export const accuracyBench: Bench = {
  name: 'accuracy',
  summary: '识别准确率：与人工标注比较（项目内的标注文本，以及项目旁 shared 文件夹中的真实报告）',
  run: async () => ({ bench: 'accuracy', figures: { ...(await realReports()), ...ownTexts() } }),
};

async function realReports(): Promise<Figures> {
  const reports = join(SHARED, 'reports');
  const gold = join(SHARED, 'gold');
  const scorer = join(gold, 'score.mjs');
  if (!existsSync(reports) || !existsSync(scorer)) {
    console.log('项目旁没有 shared/reports 和 shared/gold，只比较项目内的标注文本。');
    return {};
  }
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-accuracy-'));
  try {
    for (const name of readdirSync(reports).filter((file) => file.endsWith('.txt'))) {
      const source = await readDocument(readFileSync(join(reports, name)));
      const found = extract(source, { receivedOn: RECEIVED_ON });
      writeFileSync(join(folder, name.replace(/\.txt$/, '.json')), JSON.stringify(found));
    }
    const lines = execFileSync(process.execPath, [scorer, gold, folder], { encoding: 'utf8' }).trim().split('\n');
    console.log(lines.slice(0, -1).join('\n'));
    const totals = JSON.parse(lines[lines.length - 1]) as Record<ScoredKind, { f1: number }>;
    return Object.fromEntries(FIGURES.map((kind) => [`${kind}_f1`, { ours: totals[kind].f1, unit: 'F1' }]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function ownTexts(): Figures {
  const names = readdirSync(CORPUS).filter((name) => name.endsWith('.txt'));
  const scores = names.map((name): Score => {
    const { text, items } = readAnnotated(readFileSync(join(CORPUS, name), 'utf8'));
    const { reports } = extract(sourceOf(text), { receivedOn: RECEIVED_ON });
    return score(
      items,
      reports.flatMap((report) => report.items),
    );
  });
  const total = scores.reduce(add);
  const shown = ({ hits, extra, missing }: Score[ScoredKind]): string => `${hits}/${hits + missing} +${extra}`;
  const imperfect = names.flatMap((name, at) =>
    FIGURES.some((kind) => f1(scores[at][kind]) < 1)
      ? [{ text: name, ...Object.fromEntries(FIGURES.map((kind) => [kind, shown(scores[at][kind])])) }]
      : [],
  );
  console.log(`项目内 ${names.length} 篇标注文本，其中 ${names.length - imperfect.length} 篇与标注完全一致，其余：`);
  console.table(imperfect);
  return Object.fromEntries(FIGURES.map((kind) => [`own_${kind}_f1`, { ours: f1(total[kind]), unit: 'F1' }]));
}
