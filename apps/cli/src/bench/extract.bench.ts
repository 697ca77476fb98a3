import { strToU8, zipSync } from 'fflate';
import { readDocument } from '#documents/read-document';
import { extract } from '#extraction/extract';
import { benchText, enlarged, sourceOf } from './bench-texts';
import { fastest, fastestOf, type Bench, type BenchResult } from './bench';

const RECEIVED_ON = '2026-10-12';
/** A report of a fair size: 100,000 characters are a hundred pages. */
const FAIR = 100_000;
const PAGES = 200;
/** 22 lines of 28 characters (GB/T 9704). */
const PAGE = 22 * 28;

/** How fast reports are read: against a segmenter that only cuts the same text into words, and against our own speed on a short text. */
export const extractBench: Bench = {
  name: 'extract',
  summary: '识别速度：与分词比较、随文本长度的增长、200 页 Word 文档',
  run: async () => {
    const figures: BenchResult['figures'] = {};
    const text = benchText();
    const fair = enlarged(text, FAIR);
    const source = sourceOf(fair);
    const cut = await segmenter();
    const perSecond = (milliseconds: number): number => (fair.length / milliseconds) * 1000;
    const ours = perSecond(fastest(20, () => extract(source, { receivedOn: RECEIVED_ON })));
    const theirs = perSecond(fastest(20, () => cut(fair)));
    figures.speed_vs_jieba = { ours, yardstick: theirs, unit: 'chars/s', ratio: ours / theirs };

    const perCharacter = (length: number, rounds: number): number => {
      const enough = sourceOf(enlarged(text, length));
      return (fastest(rounds, () => extract(enough, { receivedOn: RECEIVED_ON })) / length) * 1e6;
    };
    const short = perCharacter(10_000, 60);
    const long = perCharacter(1_000_000, 4);
    figures.growth_1m_over_10k = { ours: long, yardstick: short, unit: 'ns/char', ratio: long / short };

    const pages = docx(enlarged(text, PAGES * PAGE));
    const reading = await fastestOf(3, async () => extract(await readDocument(pages), { receivedOn: RECEIVED_ON }));
    figures.docx_200_pages = { ours: reading, unit: 'ms' };
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

function docx(text: string): Uint8Array {
  const escaped = text.replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`);
  const body = escaped
    .split('\n')
    .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
    .join('');
  return zipSync({ 'word/document.xml': strToU8(`<w:document xmlns:w="urn:w"><w:body>${body}</w:body></w:document>`) });
}
