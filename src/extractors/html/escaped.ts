import type { Written } from "./written.ts";

/** Escapes of JavaScript and JSON (ECMA-262, 12.9.4), and what joins a string over the end of a line. */
const ofScript =
  /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})|(\r\n|[\n\r\u2028\u2029])|([0-3]?[0-7]{1,2})|([\s\S]))/gi;

/** Escapes of CSS (CSS Syntax 3, 4.3.7), and what stands between two strings of a value of `content`. */
const ofStyle = /\\(?:([\da-f]{1,6})(?:\r\n|[ \t\n\r\f])?|(\r\n|[\n\r\f])|([\s\S]))|(["'][ \t\n\r]*["'])/gi;

const named: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", v: "\v" };

/** Writes a script as its strings are read. @param place where its first byte comes from */
export function writeScript(to: Written, bytes: Buffer, place: number): void {
  let high = 0;
  write(to, bytes, place, ofScript, ([, braced, four, two, line, octal, single = ""]) => {
    const digits = braced ?? four ?? two;
    const code =
      digits === undefined
        ? octal === undefined
          ? undefined
          : Number.parseInt(octal, 8)
        : Number.parseInt(digits, 16);
    if (code === undefined) return line === undefined ? Buffer.from(named[single] ?? single, "latin1") : nothing;
    if (code >= 0xd8_00 && code < 0xdc_00) {
      high = code;
      return nothing;
    }
    const whole =
      code >= 0xdc_00 && code < 0xe0_00 && high > 0 ? 0x1_00_00 + ((high - 0xd8_00) << 10) + code - 0xdc_00 : code;
    return ofCode(whole);
  });
}

/** Writes a style sheet as its strings are read. */
export function writeStyle(to: Written, bytes: Buffer, place: number): void {
  write(to, bytes, place, ofStyle, ([, digits, line, single, between]) => {
    if (digits !== undefined) return ofCode(Number.parseInt(digits, 16));
    return line !== undefined || between !== undefined ? nothing : Buffer.from(single ?? "", "latin1");
  });
}

/** Writes what percent-encoding stands for (RFC 3986). */
export function writePercent(to: Written, bytes: Buffer, place: number): void {
  write(to, bytes, place, /%([\da-f]{2})/gi, ([, digits = ""]) => Buffer.of(Number.parseInt(digits, 16)));
}

/** Writes what base64 stands for, four characters at a time. */
export function writeBase64(to: Written, bytes: Buffer, place: number): void {
  for (let at = 0; at < bytes.length; at += 4) {
    const end = Math.min(at + 4, bytes.length);
    to.put(Buffer.from(bytes.toString("latin1", at, end), "base64"), place + at, place + end);
  }
}

const nothing = Buffer.alloc(0);

function write(
  to: Written,
  bytes: Buffer,
  place: number,
  escapes: RegExp,
  meaning: (match: RegExpExecArray) => Uint8Array,
): void {
  let last = 0;
  for (const match of bytes.toString("latin1").matchAll(escapes)) {
    const { index } = match;
    const end = index + match[0].length;
    to.copy(bytes, last, index, place + last);
    to.put(meaning(match), place + index, place + end);
    last = end;
  }
  to.copy(bytes, last, bytes.length, place + last);
}

function ofCode(code: number): Uint8Array {
  return Buffer.from(String.fromCodePoint(code > 0x10_ff_ff || code === 0 ? 0xff_fd : code));
}
