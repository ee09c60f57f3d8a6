const [quotationMark, backslash, newline] = [0x22, 0x5c, 0x0a];

/** How the bytes before a place of a line are to be read. Undefined in its place: a line begins there. */
export interface LineState {
  readonly isJson: boolean;
  readonly inString: boolean;
  /** How many bytes of an escape are still to come. */
  readonly escape: number;
}

const text: LineState = { isJson: false, inString: false, escape: 0 };

/** How a line begins: as JSON, or as any other text. @param inDocument whether it stands in JSON of several lines */
function stateOfLine(bytes: Buffer, start: number, inDocument: boolean): LineState {
  const json = { isJson: true, inString: false, escape: 0 };
  const isMarked = start === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const at = skipSpace(bytes, isMarked ? 3 : start);
  const first = String.fromCharCode(bytes[at] ?? 0);
  if (inDocument) return isInDocument(bytes.toString("latin1", at, at + 64)) ? json : text;
  const second = String.fromCharCode(bytes[skipSpace(bytes, at + 1)] ?? 0);
  if (first === "{") return second === '"' || second === "}" || second === "\n" || second === "\0" ? json : text;
  return first === "[" && /[{["\]\n]/.test(second) ? json : text;
}

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
    const last = this.#bytes.subarray(this.at, place).lastIndexOf(newline);
    if (last !== -1) {
      this.at += last + 1;
      this.#beginLine(this.at);
    }
    if (!this.isJson) {
      this.at = place;
      return place;
    }
    const bytes = this.#bytes;
    let { at, inString } = this;
    let begin = at;
    while (at < place) {
      begin = at;
      const byte = bytes[at];
      if (byte === quotationMark) inString = !inString;
      else if (byte === backslash && inString) at += bytes[at + 1] === 0x75 ? 5 : 1;
      at++;
    }
    this.at = at;
    this.inString = inString;
    return at > place ? begin : at;
  }

  /** How a reader goes on from a place that was read to. */
  stateAt(place: number): LineState | undefined {
    if (place > 0 && this.#bytes[place - 1] === newline) return undefined;
    return { isJson: this.isJson, inString: this.inString, escape: Math.max(0, this.at - place) };
  }
}
