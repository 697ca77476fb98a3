import { plainCharacters } from '../page-layout/characters';
import { IDENTITY, matrixOf, multiply, type Matrix } from '../page-layout/matrix';
import type { Rule } from '../page-layout/page-content';
import { rulesOfPath, type Paint } from '../page-layout/drawn-rules';
import { quarterOf, type TurnedPiece } from '../page-layout/turned-pages';

/** What a page's list of operators is read with. */
export interface FontFacts {
  /** Units of its glyphs to units of the text. */
  unit: number;
  vertical: boolean;
}
export interface OperatorList {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}
export type OperatorCodes = Readonly<Record<string, number>>;

/** What a page shows, in the order in which it is painted. */
export interface Shown {
  pieces: TurnedPiece[];
  rules: Rule[];
  /** Whether anything is drawn that is no text: a picture, a shape. */
  drawn: boolean;
  characters: number;
  /** Those whose font does not say which they are. */
  unknown: number;
}

interface State {
  ctm: Matrix;
  font: FontFacts;
  size: number;
  /** -1 when the size is negative: text then runs backwards. */
  direction: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
}

const PLAIN: FontFacts = { unit: 0.001, vertical: false };
const START: State = {
  ctm: IDENTITY,
  font: PLAIN,
  size: 0,
  direction: 1,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
};
/** A picture is placed by blowing up the unit square; at least so many points a side. */
const PICTURE = 30;
const DEEPEST = 1000;
const UNKNOWN = /[\p{Co}\p{Cn}\p{Cc}\uFFFD]/u;
const SYMBOLS = /[\uF000-\uF0FF]/;

/** Reads the operators of one page (ISO 32000-1, 8.4 and 9.4, as pdfjs lists them) for the places of its text and its straight lines. */
export class PageOperators {
  private readonly shown: Shown = { pieces: [], rules: [], drawn: false, characters: 0, unknown: 0 };
  private readonly stack: State[] = [];
  private state: State;
  private text: Matrix = IDENTITY;
  private x = 0;
  private y = 0;
  private lineX = 0;
  private lineY = 0;
  private readonly handlers = new Map<number, (args: readonly unknown[]) => void>();

  /** `base` brings the page's coordinates to points counted from its upper left corner. */
  constructor(
    private readonly codes: OperatorCodes,
    private readonly base: Matrix,
    private readonly fonts: ReadonlyMap<string, FontFacts>,
  ) {
    this.state = START;
    this.listen();
  }

  read({ fnArray, argsArray }: OperatorList): Shown {
    fnArray.forEach((code, at) => {
      const args = argsArray[at];
      this.handlers.get(code)?.(Array.isArray(args) ? args : []);
      if (code === this.codes.transform && fnArray[at + 1] === this.codes.restore) this.notePicture();
    });
    return this.shown;
  }

  private listen(): void {
    const on = (name: string, handle: (args: readonly unknown[]) => void): void => {
      this.handlers.set(this.codes[name], handle);
    };
    on('save', () => this.save());
    on('restore', () => this.restore());
    on('transform', (args) => this.transform(matrixOf(args)));
    on('paintFormXObjectBegin', ([matrix]) => {
      this.save();
      this.transform(numbersOf(matrix));
    });
    on('paintFormXObjectEnd', () => this.restore());
    on('beginAnnotation', ([, , transform, matrix]) => {
      this.stack.length = 0;
      this.state = START;
      this.transform(numbersOf(transform));
      this.transform(numbersOf(matrix));
    });
    on('setGState', ([entries]) => {
      if (!Array.isArray(entries)) return;
      for (const entry of entries)
        if (Array.isArray(entry) && entry[0] === 'Font' && Array.isArray(entry[1])) this.setFont(entry[1]);
    });
    this.listenToText(on);
    on('constructPath', ([paint, parts]) => this.path(paint, parts));
    for (const name of [
      'shadingFill',
      'paintImageXObject',
      'paintInlineImageXObject',
      'paintImageMaskXObject',
      'paintSolidColorImageMask',
    ]) {
      on(name, () => {
        this.shown.drawn = true;
      });
    }
  }

  private listenToText(on: (name: string, handle: (args: readonly unknown[]) => void) => void): void {
    on('beginText', () => this.moveTo(IDENTITY));
    on('setTextMatrix', (args) => this.moveTo(matrixOf(args) ?? numbersOf(args[0]) ?? this.text));
    on('setFont', (args) => this.setFont(args));
    on('setCharSpacing', ([value]) => this.set({ charSpacing: Number(value) }));
    on('setWordSpacing', ([value]) => this.set({ wordSpacing: Number(value) }));
    on('setHScale', ([value]) => this.set({ scale: Number(value) / 100 }));
    on('setLeading', ([value]) => this.set({ leading: -Number(value) }));
    on('setTextRise', ([value]) => this.set({ rise: Number(value) }));
    on('moveText', ([x, y]) => this.moveBy(Number(x), Number(y)));
    on('setLeadingMoveText', ([x, y]) => {
      this.set({ leading: Number(y) });
      this.moveBy(Number(x), Number(y));
    });
    on('nextLine', () => this.moveBy(0, this.state.leading));
    on('showText', ([glyphs]) => {
      if (Array.isArray(glyphs)) this.show(glyphs);
    });
  }

  private set(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
  }

  private save(): void {
    if (this.stack.length < DEEPEST) this.stack.push(this.state);
  }

  private restore(): void {
    this.state = this.stack.pop() ?? this.state;
  }

  private transform(matrix: Matrix | null): void {
    if (matrix !== null) this.set({ ctm: multiply(this.state.ctm, matrix) });
  }

  private setFont([name, size]: readonly unknown[]): void {
    const length = Number(size);
    this.set({ font: this.fonts.get(String(name)) ?? PLAIN, size: Math.abs(length), direction: length < 0 ? -1 : 1 });
  }

  private moveTo(matrix: Matrix): void {
    this.text = matrix;
    this.x = this.y = this.lineX = this.lineY = 0;
  }

  private moveBy(x: number, y: number): void {
    this.x = this.lineX += x;
    this.y = this.lineY += y;
  }

  private show(glyphs: readonly unknown[]): void {
    const { font, size, direction, charSpacing, wordSpacing, scale, rise, ctm } = this.state;
    const matrix = multiply(this.base, multiply(ctm, this.text));
    const [a, b, c, d] = matrix;
    const stretch = Math.hypot(a, b);
    const height = (size * Math.abs(a * d - b * c)) / stretch;
    const quarter = quarterOf(matrix, font.vertical, direction * scale < 0);
    let along = 0;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        along += ((font.vertical ? 1 : -1) * glyph * size) / 1000;
        continue;
      }
      const facts = glyphFacts(glyph);
      if (facts === null) continue;
      const spacing = ((facts.space ? wordSpacing : 0) + charSpacing) * direction;
      const width = (font.vertical ? (facts.down ?? facts.width) : facts.width) * font.unit * size;
      const [dx, dy] = font.vertical ? [0, -along] : [along * scale * direction, 0];
      if (quarter !== null && height > 0) {
        const length = Math.abs(width) * (font.vertical ? height / size : stretch * Math.abs(scale));
        this.glyph(facts.text, matrix, this.x + dx, this.y + dy + rise, length, height, quarter);
      }
      along += width + (font.vertical ? -spacing : spacing);
    }
    if (font.vertical) this.y -= along;
    else this.x += along * scale * direction;
  }

  private glyph(raw: string, m: Matrix, tx: number, ty: number, width: number, size: number, quarter: number): void {
    if (raw.trim() !== '') this.shown.characters++;
    if (UNKNOWN.test(raw) && !SYMBOLS.test(raw)) this.shown.unknown++;
    const text = plainCharacters(raw);
    const [x, y] = [m[0] * tx + m[2] * ty + m[4], m[1] * tx + m[3] * ty + m[5]];
    if (text !== '' && Number.isFinite(x + y + width)) this.shown.pieces.push({ text, x, y, width, size, quarter });
  }

  private path(painting: unknown, parts: unknown): void {
    const paint = this.paintOf(painting);
    const path: unknown = Array.isArray(parts) ? parts[0] : null;
    if (paint === null || !(path instanceof Float32Array)) return;
    this.shown.drawn = true;
    for (const rule of rulesOfPath(path, multiply(this.base, this.state.ctm), paint)) this.shown.rules.push(rule);
  }

  private paintOf(code: unknown): Paint | null {
    const is = (...names: string[]): boolean => names.some((name) => this.codes[name] === code);
    const stroke = is('stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke');
    const fill = is('fill', 'eoFill');
    return stroke || fill ? { stroke, fill } : null;
  }

  /** Pictures are not unpacked, so nothing is painted at the place made for one. */
  private notePicture(): void {
    const [a, b, c, d] = multiply(this.base, this.state.ctm);
    if (Math.hypot(a, b) > PICTURE && Math.hypot(c, d) > PICTURE) this.shown.drawn = true;
  }
}

function numbersOf(value: unknown): Matrix | null {
  return value instanceof Float32Array || Array.isArray(value) ? matrixOf(value) : null;
}

interface GlyphFacts {
  text: string;
  width: number;
  /** The way down to the next glyph of vertical writing. */
  down: number | null;
  space: boolean;
}

function glyphFacts(glyph: unknown): GlyphFacts | null {
  if (typeof glyph !== 'object' || glyph === null) return null;
  const { unicode, width, vmetric, isSpace } = glyph as Record<string, unknown>;
  const down = Array.isArray(vmetric) || vmetric instanceof Float32Array ? -Number(vmetric[0]) : null;
  return { text: typeof unicode === 'string' ? unicode : '', width: Number(width) || 0, down, space: isSpace === true };
}
