import { isWide } from './characters';
import type { PageContent, Piece, Rule } from './page-content';

/** For tests: an A4 page on which text is set at places, a character as wide as its size, a Latin one half of it. */
export class SamplePage {
  readonly pieces: Piece[] = [];
  readonly rules: Rule[] = [];

  constructor(readonly number = 1) {}

  /** `gap` is set before a character that follows one of another kind, as word processors set numbers off from 汉字. */
  text(text: string, x: number, y: number, size = 16, gap = 0): this {
    let [at, before] = [x, ''];
    for (const character of text) {
      const width = size * (isWide(character) ? 1 : 0.5);
      if (before !== '' && isWide(character) !== isWide(before)) at += gap;
      this.pieces.push({ text: character, x: at, y, width, size });
      at += width;
      before = character;
    }
    return this;
  }

  centred(text: string, y: number, size: number): this {
    const width = [...text].reduce((sum, character) => sum + size * (isWide(character) ? 1 : 0.5), 0);
    return this.text(text, (LEFT + RIGHT - width) / 2, y, size);
  }

  /** Lines below each other; 　 at the beginning of one sets it in. */
  lines(lines: readonly string[], x = LEFT, y = 120, size = 16, pitch = 28): this {
    lines.forEach((line, at) => {
      const words = line.replace(/^　+/, '');
      this.text(words, x + (line.length - words.length) * size, y + at * pitch, size);
    });
    return this;
  }

  grid(xs: readonly number[], ys: readonly number[]): this {
    for (const y of ys) this.rule(xs[0], y, xs[xs.length - 1], y);
    for (const x of xs) this.rule(x, ys[0], x, ys[ys.length - 1]);
    return this;
  }

  rule(x0: number, y0: number, x1: number, y1: number): this {
    this.rules.push({ x0, y0, x1, y1 });
    return this;
  }

  get content(): PageContent {
    return { number: this.number, width: 595, height: 842, pieces: this.pieces, rules: this.rules };
  }
}

export const LEFT = 80;
/** 27 characters of size 16 fill a line. */
export const RIGHT = LEFT + 27 * 16;
