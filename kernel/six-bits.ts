/** What a character of base64's alphabets stands for. */
export function sixBitsOf(byte: u8): u32 {
  if (byte >= 97) return byte - 71;
  if (byte == 0x5f) return 63;
  if (byte >= 65) return byte - 65;
  if (byte >= 48) return byte + 4;
  return byte == 0x2f ? 63 : 62;
}
