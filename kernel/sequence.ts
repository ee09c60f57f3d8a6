export const ESC: u8 = 0x1b;
const BACKSLASH: u8 = 0x5c;
const BRACKET: u8 = 0x5b;
const DOLLAR: u8 = 0x24;

/** In bytes: src/model/control-sequence.ts says which sequences there are. */
const MOST_PARAMETERS: usize = 40;
const MOST_INTERMEDIATES: usize = 2;

/** Whether the sequence that was read last is a colour, or clears the rest of a line. */
export let isColour: bool = false;

/** Where the sequence ends that begins behind an escape character; 0 if none does. */
export function endOfSequence(start: usize, limit: usize): usize {
  isColour = false;
  if (start >= limit) return 0;
  let at = start;
  if (load<u8>(at) == BRACKET) {
    at = skip(at + 1, min(limit, at + 1 + MOST_PARAMETERS), 0x30, 0x3b);
    const isPlain = at >= limit || load<u8>(at) < 0x3c || load<u8>(at) > 0x3f;
    at = skip(at, min(limit, start + 1 + MOST_PARAMETERS), 0x30, 0x3f);
    const last = skip(at, min(limit, at + MOST_INTERMEDIATES), 0x20, 0x2f);
    if (last >= limit || load<u8>(last) < 0x40 || load<u8>(last) > 0x7e) return 0;
    isColour = isPlain && last == at && (load<u8>(at) == 0x6d || load<u8>(at) == 0x4b);
    return last + 1;
  }
  if (load<u8>(at) == DOLLAR) at++;
  if (at < limit && isSet(load<u8>(at))) at++;
  return at > start && at < limit && load<u8>(at) >= 0x30 && load<u8>(at) <= 0x7e ? at + 1 : 0;
}

/** Where bytes from one to another end. */
function skip(at: usize, limit: usize, first: u8, last: u8): usize {
  while (at < limit && load<u8>(at) >= first && load<u8>(at) <= last) at++;
  return at;
}

/** ( ) * + - . / */
function isSet(byte: u8): bool {
  return byte >= 0x28 && byte <= 0x2f && byte != 0x2c;
}

/** Where the escape character ends that stands at a place, as it is or written in a string; 0 if there is none. */
export function endOfEscapeCharacter(at: usize, limit: usize): usize {
  const end = at + lengthOfEscapeCharacter(at);
  return end > at && end <= limit ? end : 0;
}

function lengthOfEscapeCharacter(at: usize): usize {
  if (load<u8>(at) == ESC) return 1;
  if (load<u8>(at) != BACKSLASH) return 0;
  const four = load<u32>(at + 1);
  if ((four & 0xff) == 0x65) return 2; // \e
  if ((four & 0xffffff) == 0x333330 || (four & 0xdfffff) == 0x423178) return 4; // \033 \x1b
  const last = load<u8>(at + 5);
  if (four == 0x31303075) return (last | 0x20) == 0x62 ? 6 : 0; // \u001b
  return (four | 0x20000000) == 0x62317b75 && last == 0x7d ? 6 : 0; // \u{1b}
}
