/** Six numbers: ISO 32000-2, 8.3.3. */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** A place on the page. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export function pointAt([a, b, , , e, f]: Matrix, shift: number): Point {
  return { x: a * shift + e, y: b * shift + f };
}

export function product(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [g, h, i, j, k, l] = second;
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}
