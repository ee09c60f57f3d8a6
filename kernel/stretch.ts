import { emit, slice } from "./memory";

// The shapes, as src/engine/shapes.ts counts them.
export const CARD: u32 = 0;
export const PRIVATE: u32 = 1;
export const COLONS: u32 = 2;
export const IBAN: u32 = 3;
export const AT: u32 = 4;
export const TOKEN: u32 = 5;
export const PHONE: u32 = 6;

/** Emits `start | shape << 20 | size << 23`, and where the stretch ends; a size above 511 is told as 511. */
export function tell(shape: u32, start: usize, end: usize, size: u32): void {
  emit(<u32>(start - slice) | (shape << 20) | (min<u32>(size, 511) << 23), <u32>(end - slice));
}
