import { shownDate } from './date-shown';
import type { Piece } from './format-code';

/** The width of a cell in digits to which a number without a format is rounded. */
const GENERAL_DIGITS = 10;

/**
 * A number as its format shows it: 0.95 under 0% is 95%, 46203 under yyyy"年"m"月"d"日" is 2026年6月30日. Formats with a condition, thousands,
 * units (0!.0,"万元") and up to four sections are followed; fractions and powers show as plain numbers. `from1904`: days count from 1904.
 */
export function shownNumber(value: number, sections: readonly Piece[][], from1904 = false): string {
  const pieces = sectionFor(value, sections);
  if (pieces.some(({ is }) => is === 'date')) return shownDate(value, pieces, from1904) ?? general(value);
  return shownDigits(value, pieces);
}

const CONDITION = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$/;

/** The section of a format that shows this number, with its sign in front where the section does not speak for it. */
function sectionFor(value: number, sections: readonly Piece[][]): Piece[] {
  const minus: Piece[] = value < 0 ? [{ is: 'words', text: '-' }] : [];
  const conditions = sections.map((pieces) => conditionOf(pieces));
  if (conditions.some((condition) => condition !== null)) {
    const found = sections.find((_pieces, at) => conditions[at]?.(value) ?? true);
    return [...minus, ...(found ?? sections[0])];
  }
  const shown = sections.slice(0, 3);
  if (value < 0 && shown.length > 1) return shown[1];
  if (value === 0 && shown.length > 2) return shown[2];
  return [...minus, ...shown[0]];
}

function conditionOf(pieces: readonly Piece[]): ((value: number) => boolean) | null {
  for (const { is, text } of pieces) {
    const found = is === 'bracket' ? CONDITION.exec(text) : null;
    if (found === null) continue;
    const limit = Number(found[2]);
    const holds: Record<string, (value: number) => boolean> = {
      '<': (value) => value < limit,
      '>': (value) => value > limit,
      '=': (value) => value === limit,
      '<=': (value) => value <= limit,
      '>=': (value) => value >= limit,
      '<>': (value) => value !== limit,
    };
    return holds[found[1]];
  }
  return null;
}

function shownDigits(value: number, pieces: readonly Piece[]): string {
  const signs = new Set(pieces.filter(({ is }) => is === 'sign').map(({ text }) => text));
  const places = pieces.filter(({ is }) => is === 'digit').length;
  if (signs.has('E') || (signs.has('/') && places > 0)) return general(value);
  if (signs.has('General') || signs.has('@')) {
    const number = general(Math.abs(value));
    return joined(pieces, ({ text }) => (text === 'General' || text === '@' ? number : ''));
  }
  if (places === 0) return joined(pieces, ({ text }) => (text === '%' || text === '/' ? text : ''));
  return digits(Math.abs(value), pieces) ?? general(value);
}

/** The words of a format, and what `sign` gives for its signs. */
function joined(pieces: readonly Piece[], sign: (piece: Piece) => string): string {
  return pieces
    .map((piece) => (piece.is === 'words' ? piece.text : piece.is === 'sign' ? sign(piece) : ''))
    .join('')
    .trim();
}

function digits(value: number, pieces: readonly Piece[]): string | null {
  const point = pieces.findIndex(({ is, text }) => is === 'sign' && text === '.');
  const isDigit = ({ is }: Piece): boolean => is === 'digit';
  const last = pieces.findLastIndex(isDigit);
  const whole = point < 0 ? pieces : pieces.slice(0, point);
  const decimals = point < 0 ? [] : pieces.slice(point + 1).filter(isDigit);
  const commas = pieces.flatMap(({ is, text }, at) => (is === 'sign' && text === ',' ? [at] : []));
  const grouped = commas.some((at) => at < last);
  const thousands = commas.filter((at) => at > last).length;
  const percent = pieces.filter(({ is, text }) => is === 'sign' && text === '%').length;
  // 15 digits are exact; more would show how numbers are kept: 28.499999999999996.
  const scaled = Number((value * 100 ** percent).toPrecision(15)) / 1000 ** thousands;
  if (scaled >= 1e15) return null;
  const [front, back = ''] = scaled.toFixed(Math.min(decimals.length, 20)).split('.');
  let kept = back.length;
  while (kept > 0 && back[kept - 1] === '0' && decimals[kept - 1]?.text !== '0') kept--;
  let at = 0;
  const tail = pieces.slice(whole.length).map(({ is, text }) => {
    if (is === 'digit') return at < kept ? back[at++] : '';
    if (is === 'sign') return text === '.' ? (kept > 0 ? '.' : '') : text === ',' ? '' : text;
    return is === 'words' ? text : '';
  });
  return (wholePart(front, whole, grouped) + tail.join('')).trim();
}

/** Digits fill the places from the right; words between places stay where they stand (0!.0 shows 123 as 12.3). */
function wholePart(front: string, pieces: readonly Piece[], grouped: boolean): string {
  const first = pieces.findIndex(({ is }) => is === 'digit');
  let left = front === '0' ? '' : front;
  let shown = '';
  let count = 0;
  const put = (digit: string): void => {
    if (grouped && count > 0 && count % 3 === 0) shown = `,${shown}`;
    shown = digit + shown;
    count++;
  };
  for (let at = pieces.length - 1; at >= 0; at--) {
    const { is, text } = pieces[at];
    if (is === 'words') shown = text + shown;
    else if (is === 'sign') shown = (text === ',' ? '' : text) + shown;
    if (is !== 'digit') continue;
    if (left !== '') put(left[left.length - 1]);
    else if (text === '0') put('0');
    left = left.slice(0, -1);
    while (at === first && left !== '') {
      put(left[left.length - 1]);
      left = left.slice(0, -1);
    }
  }
  return first < 0 ? shown + left : shown;
}

/** A number without a format: no more digits than a cell shows, never the noise of binary fractions. */
function general(value: number): string {
  const exact = Number(value.toPrecision(15));
  if (Number.isInteger(exact)) return String(exact);
  const whole = String(Math.trunc(Math.abs(exact))).length;
  const rounded = exact.toFixed(Math.max(0, GENERAL_DIGITS - whole));
  return rounded.includes('.') ? rounded.replace(/0+$/, '').replace(/\.$/, '') : rounded;
}
