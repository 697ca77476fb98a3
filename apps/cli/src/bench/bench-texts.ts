import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '#extraction/source-text';

/** The project's folder, from the sources and from `dist` alike: the one with the examples. */
function projectRoot(): string {
  const found = ['../../../..', '../../../../..']
    .map((up) => join(__dirname, up))
    .find((folder) => existsSync(join(folder, 'examples')));
  if (found === undefined) throw new Error('没有找到示例文件夹 examples，无法运行测速。');
  return found;
}

/** Texts of our own with their annotation. */
export const CORPUS = join(projectRoot(), 'test/corpus');
/** Real reports and their annotation, beside the project. */
export const SHARED = join(projectRoot(), '../shared');

/** The text that speeds are measured on: the project's own samples, and the seed reports when they lie beside the project. */
export function benchText(): string {
  const examples = join(projectRoot(), 'examples');
  const texts = readdirSync(examples)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(join(examples, name), 'utf8'));
  const seed = join(SHARED, 'reports/seed-2020q3.txt');
  if (existsSync(seed)) texts.push(readFileSync(seed, 'utf8'));
  return texts.join('\n');
}

/** `text` again and again until it has `length` characters. */
export function enlarged(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}

export function sourceOf(text: string): Source {
  return { text, paragraphs: text.split('\n').map((line) => ({ text: line })) };
}
