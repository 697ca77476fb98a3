import type { XmlNode } from '../archive/xml-tree';
import { elements } from '../archive/xml-tree';
import { isWide, plainCharacters } from '../page-layout/characters';
import { CLOSE, CURVE, LINE, MOVE, rulesOfPath } from '../page-layout/drawn-rules';
import { apply, matrixOf, multiply, type Matrix } from '../page-layout/matrix';
import type { Rule } from '../page-layout/page-content';
import { quarterOf, type TurnedPiece } from '../page-layout/turned-pages';
import { child, children, localName, numbers, textOf } from './ofd-package';

/** OFD measures in millimetres. */
export const POINTS = 72 / 25.4;

export interface OfdContent {
  pieces: TurnedPiece[];
  rules: Rule[];
  /** Whether anything is drawn that is no text. */
  drawn: boolean;
}

/** The parts of AbbreviatedData (GB/T 33190, 9.1), with the count of their numbers and what they are packed as. */
const PATH_PARTS: Readonly<Record<string, { count: number; as: number }>> = {
  S: { count: 2, as: MOVE },
  M: { count: 2, as: MOVE },
  L: { count: 2, as: LINE },
  Q: { count: 4, as: CURVE },
  B: { count: 6, as: CURVE },
  A: { count: 7, as: CURVE },
  C: { count: 0, as: CLOSE },
};

/** Reads the objects of a page or template: the places of its text in points, and its straight lines. `origin` is the corner of the page. */
export function contentOf(page: XmlNode, origin: readonly number[]): OfdContent {
  const found: OfdContent = { pieces: [], rules: [], drawn: false };
  const base: Matrix = [POINTS, 0, 0, POINTS, -(origin[0] ?? 0) * POINTS, -(origin[1] ?? 0) * POINTS];
  for (const layer of children(child(page, 'Content'), 'Layer')) readObjects(layer, base, found);
  return found;
}

function readObjects(parent: XmlNode, base: Matrix, found: OfdContent): void {
  for (const object of elements(parent)) {
    const { Visible, Alpha } = object.attributes;
    if (Visible === 'false' || Alpha === '0') continue;
    const name = localName(object);
    if (name === 'TextObject') readText(object, placed(object, base), found.pieces);
    else if (name === 'PathObject') {
      found.drawn = true;
      for (const rule of rulesOf(object, placed(object, base))) found.rules.push(rule);
    } else if (name === 'ImageObject' || name === 'CompositeObject') found.drawn = true;
    else if (name === 'PageBlock') readObjects(object, base, found);
  }
}

/** Objects have coordinates of their own, from the corner of their Boundary. */
function placed({ attributes }: XmlNode, base: Matrix): Matrix {
  const [x = 0, y = 0] = numbers(attributes.Boundary);
  const own = matrixOf(numbers(attributes.CTM ?? '1 0 0 1 0 0'));
  const shifted = multiply(base, [1, 0, 0, 1, x, y]);
  return own === null ? shifted : multiply(shifted, own);
}

function readText(object: XmlNode, matrix: Matrix, pieces: TurnedPiece[]): void {
  const size = Number(object.attributes.Size) || 0;
  const stretch = Number(object.attributes.HScale) || 1;
  const turn = Number(object.attributes.ReadDirection) || 0;
  const along = Math.hypot(matrix[0], matrix[1]);
  const height = (size * Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])) / along;
  const quarter = quarterOf(matrix, turn === 90, turn === 180);
  if (quarter === null || !(height > 0) || !Number.isFinite(height)) return;
  let [x, y] = [0, 0];
  for (const code of children(object, 'TextCode')) {
    const { X, Y, DeltaX, DeltaY } = code.attributes;
    // A code without a place of its own begins where the one before began.
    x = X === undefined ? x : Number(X) || 0;
    y = Y === undefined ? y : Number(Y) || 0;
    const characters = [...textOf(code).replace(/^[\r\n]+|[\r\n]+$/g, '')];
    const [right, down] = [deltas(DeltaX, characters.length), deltas(DeltaY, characters.length)];
    let [px, py] = [x, y];
    characters.forEach((character, at) => {
      const usual = usualWidth(character) * size * stretch;
      const step = turn === 90 ? (down[at] ?? size) : (right[at] ?? (down.length > 0 ? 0 : usual));
      const [dx, dy] = apply(matrix, px, py);
      const text = plainCharacters(character);
      // A step shows the width, unless it is wider than any character: then a gap follows.
      const width = right[at] > 0 ? Math.min(right[at], isWide(character) ? usual : size) : usual;
      if (text !== '' && Number.isFinite(dx + dy))
        pieces.push({ text, x: dx, y: dy, width: width * along, size: height, quarter });
      px += turn === 90 ? 0 : step;
      py += turn === 90 ? step : (down[at] ?? 0);
    });
  }
}

/** The width of a character in sizes of the type, for want of its font. */
function usualWidth(character: string): number {
  if (isWide(character)) return 1;
  if (/[MWmw@%]/.test(character)) return 0.85;
  return /[A-Z]/.test(character) ? 0.68 : 0.5;
}

/** The steps from each character to the next: `g 3 5` is three times 5. Never more than there are characters. */
function deltas(value: string | undefined, characters: number): number[] {
  const steps: number[] = [];
  const parts = (value ?? '').trim().split(/[\s,]+/);
  for (let at = 0; at < parts.length && steps.length < characters; at++) {
    const repeated = parts[at] === 'g';
    const times = repeated ? Number(parts[at + 1]) || 0 : 1;
    const step = Number(parts[repeated ? at + 2 : at]);
    for (let time = 0; time < times && steps.length < characters; time++) steps.push(Number.isFinite(step) ? step : 0);
    if (repeated) at += 2;
  }
  return parts[0] === '' ? [] : steps;
}

function rulesOf(object: XmlNode, matrix: Matrix): Rule[] {
  const path: number[] = [];
  const parts = textOf(child(object, 'AbbreviatedData'))
    .trim()
    .split(/[\s,]+/);
  for (let at = 0; at < parts.length;) {
    const part = PATH_PARTS[parts[at]];
    if (part === undefined) break;
    const values = parts.slice(at + 1, at + 1 + part.count).map(Number);
    // What is curved draws no edge of a table; only its kind counts.
    path.push(part.as, ...(part.as === CURVE ? [0, 0, 0, 0, 0, 0] : values));
    at += 1 + part.count;
  }
  const { Stroke, Fill } = object.attributes;
  return rulesOfPath(path, matrix, { stroke: Stroke !== 'false', fill: Fill === 'true' });
}
