/** An affine transformation [a b c d e f]: x' = a·x + c·y + e, y' = b·x + d·y + f. PDF (8.3.3) and OFD (CTM) write it alike. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The transformation that applies `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The six numbers as a matrix; null when they are not six finite numbers. */
export function matrixOf(numbers: Iterable<unknown> | null | undefined): Matrix | null {
  const [a, b, c, d, e, f, ...more] = [...(numbers ?? [])].map(Number);
  const matrix: Matrix = [a, b, c, d, e, f];
  return more.length === 0 && matrix.every(Number.isFinite) ? matrix : null;
}
