import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { readDocument } from '#documents/read-document';
import { extract } from '#extraction/extract';
import { benchText, enlarged, sourceOf } from './bench-texts';
import { fastest, fastestOf, type Bench, type BenchResult } from './bench';
import { officeStart } from './office-start';

const RECEIVED_ON = '2026-10-12';
/** A report of a fair size: 100,000 characters are a hundred pages. */
const FAIR = 100_000;
/** So many rounds pass before all rules are compiled; the segmenter is compiled already. */
const ROUNDS = 100;
const PAGES = 200;
/** 22 lines of 28 characters (GB/T 9704). */
const PAGE = 22 * 28;
/** A text of 5 MB holds some 1.7 million 汉字; a process that reads it is to stay below so many MB. */
const LARGE = 5_000_000;
const MOST_MEMORY = 200;

/** How fast reports are read, and with how much memory: against a segmenter that only cuts the same text into words, and against our own speed on a short text. */
export const extractBench: Bench = {
  name: 'extract',
  summary: '识别速度：与分词比较、随文本长度的增长、200 页 Word 文档；5 MB 文本占用的内存',
  run: async () => {
    const figures: BenchResult['figures'] = {};
    const text = benchText();
    const fair = enlarged(text, FAIR);
    const source = sourceOf(fair);
    const cut = await segmenter();
    const perSecond = (milliseconds: number): number => (fair.length / milliseconds) * 1000;
    const ours = perSecond(fastest(ROUNDS, () => extract(source, { receivedOn: RECEIVED_ON })));
    const theirs = perSecond(fastest(ROUNDS, () => cut(fair)));
    figures.speed_vs_jieba = { ours, yardstick: theirs, unit: 'chars/s', ratio: ours / theirs };

    const perCharacter = (length: number, rounds: number): number => {
      const enough = sourceOf(enlarged(text, length));
      return (fastest(rounds, () => extract(enough, { receivedOn: RECEIVED_ON })) / length) * 1e6;
    };
    const short = perCharacter(10_000, 60);
    const long = perCharacter(1_000_000, 10);
    figures.growth_1m_over_10k = { ours: long, yardstick: short, unit: 'ns/char', ratio: long / short };

    const pages = docx(enlarged(text, PAGES * PAGE));
    const reading = await fastestOf(3, async () => extract(await readDocument(pages), { receivedOn: RECEIVED_ON }));
    const office = officeStart();
    figures.docx_200_pages = { ours: reading, yardstick: office, unit: 'ms', ratio: office && reading / office };

    const peak = peakOf(text);
    figures.peak_mb_5mb_text = { ours: peak, yardstick: MOST_MEMORY, unit: 'MB', ratio: peak / MOST_MEMORY };
    return { bench: 'extract', figures };
  },
};

/** jieba with its standard dictionary, loaded before anything is measured. */
async function segmenter(): Promise<(text: string) => unknown> {
  const { Jieba } = await import('@node-rs/jieba');
  const { dict } = await import('@node-rs/jieba/dict.js');
  const jieba = Jieba.withDict(dict);
  return (text) => jieba.cut(text);
}

/** The most memory, in MB, that a process of its own holds while it reads `text` enlarged to 5 MB. */
function peakOf(text: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-bench-text-'));
  try {
    const file = join(folder, 'large.txt');
    const times = Math.ceil(LARGE / Buffer.byteLength(text));
    writeFileSync(file, text.repeat(times));
    return Number(execFileSync(process.execPath, [join(__dirname, 'peak-memory.js'), file], { encoding: 'utf8' }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function docx(text: string): Uint8Array {
  const escaped = text.replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`);
  const body = escaped
    .split('\n')
    .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
    .join('');
  return zipSync({ 'word/document.xml': strToU8(`<w:document xmlns:w="urn:w"><w:body>${body}</w:body></w:document>`) });
}
