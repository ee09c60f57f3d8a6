const quotationMark = 0x22;
const backslash = 0x5c;
const newline = 0x0a;

/** How the bytes before a place of a line are to be read. Undefined in its place: a line begins there. */
export interface LineState {
  readonly isJson: boolean;
  readonly inString: boolean;
  /** How many bytes of an escape are still to come. */
  readonly escape: number;
}

const text: LineState = { isJson: false, inString: false, escape: 0 };
const json: LineState = { isJson: true, inString: false, escape: 0 };

/** How a line begins: as JSON, or as any other text. @param inDocument whether it stands in JSON of several lines */
function stateOfLine(bytes: Buffer, start: number, inDocument: boolean): LineState {
  const isMarked = start === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const at = skipSpace(bytes, isMarked ? 3 : start);
  if (inDocument) return isInDocument(bytes.toString("latin1", at, at + 64)) ? json : text;
  const first = bytes[at];
  if (first !== openBrace && first !== openBracket) return text;
  const second = bytes[skipSpace(bytes, at + 1)] ?? 0;
  return (first === openBrace ? behindBrace : behindBracket).has(second) ? json : text;
}

const openBrace = 0x7b;
const openBracket = 0x5b;

const behindBrace: ReadonlySet<number> = new Set(Buffer.from('"}\n\0'));
const behindBracket: ReadonlySet<number> = new Set(Buffer.from('{["]\n'));

/** Whether a line of JSON over several can begin so: other lines may follow the document. */
function isInDocument(line: string): boolean {
  return /^(?:[{}[\]",]|(?:-?\d[\d.]*(?:e[+-]?\d+)?|true|false|null)\s{0,40}(?:[,}\]\r\n]|$))/i.test(line);
}

function skipSpace(bytes: Buffer, start: number): number {
  let at = start;
  while (bytes[at] === 0x20 || bytes[at] === 0x09 || bytes[at] === 0x0d) at++;
  return at;
}

/** Whether JSON that begins the bytes goes on behind its first line. */
export function isDocument(bytes: Buffer): boolean {
  if (!stateOfLine(bytes, 0, false).isJson) return false;
  const end = bytes.indexOf(newline);
  if (end === -1) return false;
  let depth = 0;
  const cursor = new JsonCursor(bytes, 0, undefined, false);
  for (; cursor.at < end; cursor.step()) {
    if (cursor.inString) continue;
    const byte = bytes[cursor.at] ?? 0;
    if (byte === 0x7b || byte === 0x5b) depth++;
    else if (byte === 0x7d || byte === 0x5d) depth--;
  }
  return depth > 0;
}

/** Reads lines of JSON byte by byte, and knows whether it is in a string. In JSON no line ends in a string. */
export class JsonCursor {
  at: number;
  isJson: boolean;
  inString: boolean;
  readonly #bytes: Buffer;
  readonly #isDocument: boolean;

  /** @param start of what was not read yet; it may be in the midst of an escape. */
  constructor(bytes: Buffer, start: number, state: LineState | undefined, inDocument: boolean) {
    const { isJson, inString, escape } = state ?? stateOfLine(bytes, start, inDocument);
    this.#bytes = bytes;
    this.#isDocument = inDocument;
    this.at = start + escape;
    this.isJson = isJson;
    this.inString = inString;
  }

  /** Reads a byte, or an escape. */
  step(): void {
    const byte = this.#bytes[this.at] ?? 0;
    if (byte === quotationMark) this.inString = !this.inString;
    else if (byte === newline) this.#beginLine(this.at + 1);
    else if (byte === backslash && this.inString) {
      this.at += this.#bytes[this.at + 1] === 0x75 ? 6 : 2;
      return;
    }
    this.at++;
  }

  #beginLine(start: number): void {
    const { isJson, inString } = stateOfLine(this.#bytes, start, this.#isDocument);
    this.isJson = isJson;
    this.inString = inString;
  }

  /**
   * Reads up to a place. Lines before its line are not looked at, and of one that is no JSON nothing is.
   * @returns where the byte or escape begins in which the place is
   */
  readTo(place: number): number {
    if (this.at >= place) return this.at;
    const line = this.#lineBefore(place);
    if (line > this.at) {
      this.at = line;
      this.#beginLine(line);
    }
    if (!this.isJson) {
      this.at = place;
      return place;
    }
    const bytes = this.#bytes;
    let { at, inString } = this;
    let escape = at;
    while (at < place) {
      const byte = bytes[at++];
      if (byte === quotationMark) inString = !inString;
      else if (byte === backslash && inString) {
        escape = at - 1;
        at += bytes[at] === 0x75 ? 5 : 1;
      }
    }
    this.at = at;
    this.inString = inString;
    return at > place ? escape : at;
  }

  /** Reads on in a string, up to its end or a place that is in it, and escapes as a whole. */
  readString(place: number): void {
    const bytes = this.#bytes;
    let { at } = this;
    while (at < place) {
      const byte = bytes[at];
      if (byte === quotationMark || byte === newline) break;
      at += byte !== backslash ? 1 : bytes[at + 1] === 0x75 ? 6 : 2;
    }
    this.at = at;
  }

  /** Where the line of a place begins, or where this is, if that is behind. Most lines are short, and to cut out bytes is to make an object. */
  #lineBefore(place: number): number {
    const bytes = this.#bytes;
    const near = Math.max(this.at, place - 512);
    for (let at = place; at > near; at--) if (bytes[at - 1] === newline) return at;
    return near === this.at ? near : this.at + bytes.subarray(this.at, near).lastIndexOf(newline) + 1;
  }

  /** How a reader goes on from a place that was read to. */
  stateAt(place: number): LineState | undefined {
    if (place > 0 && this.#bytes[place - 1] === newline) return undefined;
    return { isJson: this.isJson, inString: this.inString, escape: Math.max(0, this.at - place) };
  }
}
