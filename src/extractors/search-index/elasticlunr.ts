import { Written } from "../html/written.ts";
import { type Format, Unparsed } from "../formats.ts";
import { surfaceIn } from "../inner.ts";
import { wordBreak } from "./words.ts";

/** Of a file so much is read, and words of it come to no more, in bytes. */
const most = 1 << 26;

/** In letters. Each node of a deep tree can be a word, and together they would be as long as the square of its depth. */
const longest = 100;

/**
 * The words of an index of elasticlunr, which stand in it letter by letter: `{"root":{"docs":{},"df":0,"j":{"docs":{},"df":0,"o":…}}}`, in
 * JSON or in a script that holds it. Each word is at its last letter, where the pages are named that have it.
 * http://elasticlunr.com/docs/inverted_index.js.html
 */
export const elasticlunr: Format = {
  *texts(of) {
    const { length } = of.bytes;
    const text = of.bytes.subarray(0, Math.min(length, most)).toString("latin1");
    const written = new Written();
    for (let at = text.indexOf(root); at !== -1 && written.length < most; at = text.indexOf(root, at))
      at = writeWords(text, at + root.length, written);
    if (written.length > 0) yield written.part(of, surfaceIn(of, "search index word"));
    if (length > most || written.length >= most)
      throw new Unparsed("words of a search index in it were not read behind 64 MB");
  },
};

const root = '"root":{';

/** A key, with what opens behind it; what closes; a number, and whatever stands between. */
const token = /"((?:[^"\\]|\\.)*)"(?:\s*:\s*(\{)?)?|(\})|[^"{}]+|\{/gsy;

/** @param from behind what opens the root @returns where the root ends */
function writeWords(text: string, from: number, to: Written): number {
  const letters: Letter[] = [];
  /** How deep in the pages of a word; their names are no letters. */
  let inPages = 0;
  token.lastIndex = from;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const { 0: whole, 1: key, 2: opens, 3: closes, index } = match;
    const isOpening = opens !== undefined || whole === "{";
    if (inPages > 0) inPages += isOpening ? 1 : closes === undefined ? 0 : -1;
    else if (closes !== undefined) {
      if (letters.pop() === undefined) return token.lastIndex;
    } else if (key === "docs" && isOpening) {
      inPages = 1;
      if (text.charAt(token.lastIndex) !== "}") writeWord(letters, to);
    } else if (isOpening) letters.push({ text: key ?? "", start: index + 1 });
  }
  return text.length;
}

/** A key of one letter, and where it stands. */
interface Letter {
  readonly text: string;
  readonly start: number;
}

function writeWord(letters: readonly Letter[], to: Written): void {
  const last = letters.at(-1);
  if (last === undefined || letters.length > longest) return;
  const end = last.start + last.text.length;
  to.put(Buffer.from(letters.map(({ text }) => text).join(""), "latin1"), last.start, end);
  to.put(wordBreak, last.start, end);
}
