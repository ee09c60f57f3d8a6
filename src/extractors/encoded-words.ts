/**
 * Words of a mail's header in other letters than ASCII's (RFC 2047): `=?utf-8?B?SsO2cmc=?=`. What stands between two of them is no space of the
 * text, and a character may be cut in two between them.
 */
export const encodedWords: string = String.raw`=\?[\w*-]{1,60}\?[BbQq]\?[^?\s]{0,400}\?=(?:\s{1,80}=\?[\w*-]{1,60}\?[BbQq]\?[^?\s]{0,400}\?=){0,200}`;

const word = /=\?(?<charset>[\w-]{1,40})[\w*-]{0,60}\?(?<way>[BbQq])\?(?<text>[^?\s]{0,400})\?=/g;

/** What they say; undefined where their letters are unknown. */
export function encodedText(words: string): string | undefined {
  let text = "";
  let open: { readonly charset: string; readonly bytes: Buffer[] } | undefined;
  for (const { groups = {} } of words.matchAll(word)) {
    const charset = (groups["charset"] ?? "").toLowerCase();
    if (open !== undefined && open.charset !== charset) {
      text += decoded(open.charset, open.bytes) ?? "";
      open = undefined;
    }
    open ??= { charset, bytes: [] };
    open.bytes.push(bytesOf(groups["way"] ?? "", groups["text"] ?? ""));
  }
  const last = open && decoded(open.charset, open.bytes);
  return last === undefined ? undefined : text + last;
}

function bytesOf(way: string, text: string): Buffer {
  if (way === "B" || way === "b") return Buffer.from(text, "base64");
  const plain = text
    .replaceAll("_", " ")
    .replaceAll(/=([\dA-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(plain, "latin1");
}

function decoded(charset: string, bytes: readonly Buffer[]): string | undefined {
  try {
    return new TextDecoder(charset).decode(Buffer.concat(bytes));
  } catch {
    return undefined;
  }
}
