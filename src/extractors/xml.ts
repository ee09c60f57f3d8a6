/** What a document of XML is made of, as far as its texts go. Places count characters. */
export interface XmlPiece {
  /** A tag that opens and closes an element at once is both. */
  readonly kind: "open" | "close" | "attribute" | "text" | "comment";
  /** Of the element or the attribute; nothing for texts and comments. */
  readonly name: string;
  /** The piece as it is written, without what encloses it. */
  readonly start: number;
  readonly end: number;
}

/** White space between tags is no piece. What is no XML gives whatever pieces it looks like. */
export function* xmlPieces(text: string): Generator<XmlPiece> {
  for (let at = 0; at < text.length;) {
    const tag = text.indexOf("<", at);
    const end = tag === -1 ? text.length : tag;
    if (hasText(text, at, end)) yield { kind: "text", name: "", start: at, end };
    if (tag === -1) return;
    const [open, close] = marked.find(([begins]) => text.startsWith(begins, tag)) ?? [];
    if (open !== undefined && close !== undefined) {
      const last = endOf(text, close, tag + open.length);
      if (open !== "<?")
        yield { kind: open === "<!--" ? "comment" : "text", name: "", start: tag + open.length, end: last };
      at = last + close.length;
    } else at = yield* tagAt(text, tag);
  }
}

const marked = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
  ["<!", ">"],
] as const;

const nameOf = /[^\s/>=<"']{1,200}/y;
const attribute = /\s*([^\s/>=<"']{1,200})\s{0,20}=\s{0,20}(["'])/y;

/** @returns where it goes on behind the tag */
function* tagAt(text: string, tag: number): Generator<XmlPiece, number> {
  const isClosing = text.charAt(tag + 1) === "/";
  nameOf.lastIndex = tag + (isClosing ? 2 : 1);
  const name = nameOf.exec(text)?.[0];
  if (name === undefined) return tag + 1;
  const place = { start: tag, end: tag };
  if (isClosing) {
    yield { kind: "close", name, ...place };
    return endOf(text, ">", tag) + 1;
  }
  yield { kind: "open", name, ...place };
  let at = tag + 1 + name.length;
  for (;;) {
    attribute.lastIndex = at;
    const found = attribute.exec(text);
    if (found === null) break;
    const [whole, named = "", quote = '"'] = found;
    const start = at + whole.length;
    const end = endOf(text, quote, start);
    if (end > start) yield { kind: "attribute", name: named, start, end };
    at = end + 1;
  }
  const end = endOf(text, ">", at);
  if (text.charAt(end - 1) === "/") yield { kind: "close", name, ...place };
  return end + 1;
}

function hasText(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) > 0x20) return true;
  return false;
}

function endOf(text: string, what: string, from: number): number {
  const end = text.indexOf(what, from);
  return end === -1 ? text.length : end;
}

const entities: Readonly<Record<string, string | undefined>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** A name without the prefix of its namespace. */
export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** With the entities of XML as what they stand for. */
export function decoded(written: string): string {
  if (!written.includes("&")) return written;
  return written.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hexadecimal, name) => {
    if (typeof name === "string") return entities[name] ?? whole;
    const code = typeof decimal === "string" ? Number(decimal) : Number.parseInt(String(hexadecimal), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
