import { SIX_BITS } from "./memory";

/** What a character of base64's alphabets stands for. */
export function sixBits(byte: u8): u32 {
  return load<u8>(SIX_BITS + byte);
}

for (let byte: u32 = 0; byte < 0x100; byte++) store<u8>(SIX_BITS + byte, <u8>sixBitsOf(<u8>byte));

function sixBitsOf(byte: u8): u32 {
  if (byte >= 97) return byte - 71;
  if (byte == 0x5f) return 63;
  if (byte >= 65) return byte - 65;
  if (byte >= 48) return byte + 4;
  return byte == 0x2f ? 63 : 62;
}
