/** An object or an array that is open. */
interface Open {
  readonly isArray: boolean;
  /** How many values of an array came before. */
  index: number;
  /** Where the key of an object's value stands, without its quotation marks. */
  keyStart: number;
  keyEnd: number;
  /** Whether a key is what comes next. */
  wantsKey: boolean;
  /** Its number among all that were opened. */
  readonly id: number;
}

const [quotationMark, apostrophe, star, comma, slash, colon] = [0x22, 0x27, 0x2a, 0x2c, 0x2f, 0x3a];
const [newline, openBracket, backslash, closeBracket, openBrace, closeBrace] = [0x0a, 0x5b, 0x5c, 0x5d, 0x7b, 0x7d];

/** What was read last: a key or a text without its quotation marks, a number or a word, a comment. */
type Kind = "key" | "string" | "other" | "comment";

/** Reads JSON token by token, with comments, whatever is broken in it, and however deep. Where it is goes with it, and is written on request alone. */
export class JsonTokens {
  kind: Kind = "other";
  start = 0;
  end = 0;
  /** What is open around it. */
  readonly open: Open[] = [];
  readonly #bytes: Buffer;
  #at: number;
  #opened = 0;
  /** How many are open that are too deep to be told apart. */
  #deeper = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#at = bytes[0] === 0xef ? 3 : 0;
  }

  next(): boolean {
    const bytes = this.#bytes;
    while (this.#at < bytes.length) {
      const at = this.#at;
      const byte = bytes[at] ?? 0;
      if (byte === quotationMark || byte === apostrophe) return this.#takeString(at, byte);
      if (byte === slash && (bytes[at + 1] === slash || bytes[at + 1] === star)) return this.#takeComment(at);
      if (!this.#takePunctuation(byte) && byte > 32) return this.#takeOther(at);
      this.#at = at + 1;
    }
    return false;
  }

  /** The array or object in which the token stands, or the one around it. */
  outer(back = 0): Open | undefined {
    return this.open.at(-1 - back);
  }

  /** The first characters of its key: a longer one is no name. */
  keyOf({ keyStart, keyEnd }: Open): string {
    return this.#bytes.toString("latin1", keyStart, Math.min(keyEnd, keyStart + 64));
  }

  #takePunctuation(byte: number): boolean {
    const { open } = this;
    const last = open.at(-1);
    if (byte === openBrace || byte === openBracket) {
      if (open.length === deepest) {
        this.#deeper++;
        return true;
      }
      const isArray = byte === openBracket;
      open.push({ isArray, index: 0, keyStart: 0, keyEnd: 0, wantsKey: !isArray, id: this.#opened++ });
    } else if (byte === closeBrace || byte === closeBracket) {
      if (this.#deeper > 0) this.#deeper--;
      else open.pop();
    } else if (byte === comma && last !== undefined) {
      last.index++;
      last.wantsKey = !last.isArray;
    } else if (byte === colon && last !== undefined) last.wantsKey = false;
    else return byte === comma || byte === colon;
    return true;
  }

  #takeString(start: number, mark: number): boolean {
    const bytes = this.#bytes;
    let at = start + 1;
    for (; at < bytes.length && bytes[at] !== mark; at++) if (bytes[at] === backslash) at++;
    return this.#give("string", start + 1, Math.min(at, bytes.length), at + 1);
  }

  #takeComment(start: number): boolean {
    const bytes = this.#bytes;
    const isLine = bytes[start + 1] === slash;
    const found = isLine ? bytes.indexOf(newline, start) : bytes.indexOf("*/", start + 2);
    const end = found === -1 ? bytes.length : found;
    return this.#give("comment", start, end, end + (isLine ? 1 : 2));
  }

  #takeOther(start: number): boolean {
    const bytes = this.#bytes;
    let at = start + 1;
    for (; at < bytes.length && !endsOther(bytes[at] ?? 0); at++);
    return this.#give("other", start, at, at);
  }

  #give(kind: Kind, start: number, end: number, behind: number): boolean {
    const last = this.open.at(-1);
    const isKey = kind !== "comment" && last !== undefined && last.wantsKey;
    if (isKey) [last.keyStart, last.keyEnd] = [start, end];
    this.kind = isKey ? "key" : kind;
    this.start = start;
    this.end = end;
    this.#at = behind;
    return true;
  }
}

/** What stands deeper counts as if it stood here. */
const deepest = 200_000;

function endsOther(byte: number): boolean {
  return (
    byte <= 32 ||
    byte === comma ||
    byte === colon ||
    byte === quotationMark ||
    byte === slash ||
    byte === openBrace ||
    byte === closeBrace ||
    byte === openBracket ||
    byte === closeBracket
  );
}
