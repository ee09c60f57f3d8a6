/** How many bytes the character has that begins there, 1 to 4; 0 where none of UTF-8 does (the Unicode Standard, table 3-7). */
export function widthAt(bytes: Uint8Array, at: number): number {
  const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const most = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return 0;
  const width = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  for (let further = at + 2; further < at + width; further++) if (((bytes[further] ?? 0) & 0xc0) !== 0x80) return 0;
  return width;
}
