import { letters, unspacedLetters } from "../../model/letters.ts";
import { isInPlaceholder } from "../../model/placeholder.ts";
import type { Range } from "../../model/range.ts";
import type { Window } from "../../model/window.ts";
import { matchesInText } from "../person/context.ts";

/** How a value stands behind the word that says what it is. */
export interface Saying {
  /** The word's beginning, in lower case. */
  readonly word: string;
  readonly value: string;
  /** What stands in front of the word, as far as 24 characters. */
  readonly before: string;
  /** Where it stands in the window, in bytes. */
  readonly range: Range;
  /** What stands in front of it: a colon or an arrow, `is` or the like, what says that it was changed to it, or nothing but space or a question mark. */
  readonly link: "colon" | "is" | "into" | "beside";
  /** The words between: ` for the guest network`. */
  readonly tail: string;
  /** The marks that open it: quotation marks, brackets, Markdown's. */
  readonly open: string;
  /** What stands behind it, as far as 40 characters. */
  readonly behind: string;
}

/** "Is", as people say it of a value, where it has spaces around it. */
const is =
  "is|was|are|will be|stays|remains|to|as|ist|lautet|war|heißt|heisst|wäre|wird|bleibt|est|était|c['’]est|ce sera|sera|reste|es|será|era|sigue siendo|é|è|sarà|rimane|fica|foi|continua|to jest|jest|brzmi|będzie|je|bude|zní|znie|este|esta|estas|e|är|er|verður|var|blir|bliver|on|oli|это|такой|такая|будет|стал|остал[а-яё]{1,3}|є|це|е|било|беше|је|ја|са|είναι|ήταν|është|ir|yra|bus|adalah|ialah|yaitu|ay|ni|là|yw|oedd|ydy|az|a következő|da|hu|és|eh|है|हैं|हो|आहे|আছে|হল|হলো|হচ্ছে|هو|هي|هى|است|شد|ہے|היא|הוא|זה|זו|է|now|jetzt|maintenant|ahora|agora|ora|теперь|сейчас|тепер|bây giờ";
const still =
  "now|still|again|currently|jetzt|nun|immer noch|noch immer|weiterhin|aktuell|maintenant|désormais|toujours|ahora|sigue siendo|agora|ainda|ora|ancora|nu|nog steeds|fortfarande|nå|fortsatt|stadig|nyt|edelleen|teraz|nadal|teď|pořád|acum|tagad|dabar|теперь|сейчас|всё ещё|тепер|πλέον";
const article = "le|la|el|los|il|lo|der|die|das|de|het|o|the|den|det|this|folgende|folgendes";

/** What says that it was changed to the value, where that is not said of much else: `auf … geändert`. */
const into = "auf|en|a|por|para|in|на|na|naar|till|til|إلى";

/** And where it has none. */
const joined =
  "は|が|を|就是|是|改成了|改成|改为了|改为|改為了|改為|为|為|叫|은|는|이|가|입니다|คือ|เป็น|គឺ|ແມ່ນ|သည်|է|ია|ነው";

const links = new RegExp(
  String.raw`\s{0,2}(?:[:：՝→⇒]\s{0,4}|=[^\S\n]{0,4}(?!\s))(?:(?:${joined})\s{0,2})?|\s(?:[–—-]|->)\s|[\s,]{1,2}(?:${is})(?:\s(?:${still}))?(?:\s(?:${article}))?\s?[:：]?\s{1,2}|\s(?<into>${into})\s{1,2}|(?:${joined})[\s:：]{0,3}|(?<beside>\s?(?:👉|➡\uFE0F?)\s?|\?\s{1,4}(?:[A-Z]:\s?)?)`,
  "gi",
);

/** Where networks and accounts are named. */
export const network =
  "wi-?fi|w-?lan|вайфа[йяю]|вай-фа[йяю]|вифи|router|роутер|hotspot|admin|guest|gast|gäste|invités?|וויי פיי|واي فاي|وای فای|वाई-?फ़ाई|ไวไฟ";

/** What stands between a word and a value beside it: the word's ending, what closes a quotation, a network. */
const nothing = new RegExp(
  String.raw`[${letters}]{0,4}["”“»'’)*_]{0,3}(?:[ -](?:(?:от|для|for|fürs|vom|du|del|da|do|van|voor) (?:the )?)?(?:${network})){0,2}(?:\s{1,2}|(?<=[${unspacedLetters}])(?![:=]))`,
  "iy",
);

/** `Schlüssel (WPA2): …`: what is told stands behind it. */
const remark = /^\s?\([^()]{1,40}\)$/;

/** The ending of a word where words have spaces between them. */
const longEnding = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{5}/u;
/** Code of Markdown, a quotation or an item of a list on the next line, what hides until it is touched, and quotation marks, also with the backslashes of JSON; French has a space within its own. */
const opening =
  /(?:(?<=\n)(?:`{3}\w{0,12}\r?\n|[>*•-] |\d[.)] ))?(?:\|\||(?:\\{1,7}(?=["']))?["'“”„«»‘’‚`「『【（([<*_]{0,3}(?:(?<=«)[ \u00A0\u202F])?)/y;

/** So far behind a word, in characters, a link may stand, and with so many words between. */
const farthest = 120;
const mostWords = 7;

/**
 * The values that are told behind words: first one right beside a word, or else the first behind a link.
 * @param word with the flag `g`
 * @param value sticky
 * @param latest in how many bytes behind the word the value begins at the latest
 */
export function* sayingsIn(window: Window, word: RegExp, value: RegExp, latest: number = Infinity): Generator<Saying> {
  for (const { match, text, range } of matchesInText(window, word)) {
    if (encoded.test(text.slice(Math.max(0, match.index - 40), match.index))) continue;
    if (isInPlaceholder(window.text, range.start)) continue;
    const start = match.index + match[0].length;
    for (const { at, link, tail } of placesBehind(text, start)) {
      const open = matchAt(opening, text, at) ?? "";
      const written = matchAt(value, text, at + open.length);
      if (written === undefined) continue;
      const told = trimmed(written, open);
      if (Buffer.byteLength(text.slice(start, at + open.length)) > latest) break;
      const from = range.start + Buffer.byteLength(text.slice(match.index, at + open.length));
      const behind = at + open.length + told.length;
      yield {
        word: match[0].toLowerCase(),
        before: text.slice(Math.max(0, match.index - 24), match.index),
        value: told,
        range: { start: from, end: from + Buffer.byteLength(told) },
        link,
        tail,
        open,
        behind: text.slice(behind, behind + 40),
      };
      break;
    }
  }
}

/** A line of base64, in which letters of any word stand. */
const encoded = /^[A-Za-z\d+/]{40}$/;

interface ValuePlace extends Pick<Saying, "link" | "tail"> {
  readonly at: number;
}

function placesBehind(text: string, start: number): ValuePlace[] {
  const places: ValuePlace[] = [];
  const clause = text.slice(start, start + farthest);
  for (const match of linksIn(clause)) {
    const tail = clause.slice(0, match.index);
    if (
      /^@|[.,!?;:=。！？、\n]/.test(tail) ||
      tail.lastIndexOf("{") > tail.lastIndexOf("}") ||
      tail.split(" ").length > mostWords + 1 ||
      longEnding.test(tail)
    )
      break;
    const link = linkOf(match);
    places.push({ at: start + match.index + match[0].length, link, tail });
  }
  // 는 is an ending as well.
  const beside = start + (matchAt(nothing, text, start)?.length ?? -1);
  const isNear = beside >= start && places.every(({ at, tail }) => at !== beside && !remark.test(tail));
  const near: ValuePlace[] = isNear ? [{ at: beside, link: "beside", tail: "" }] : [];
  const [told = [], changed = []] = [false, true].map((isInto) =>
    places.filter(({ link }) => (link === "into") === isInto),
  );
  return [...near, ...told, ...changed];
}

function linkOf({ 0: written, groups }: RegExpExecArray): Saying["link"] {
  if (groups?.["into"] !== undefined) return "into";
  if (groups?.["beside"] !== undefined) return "beside";
  return /\p{L}/u.test(written) ? "is" : "colon";
}

/** One may begin with the space in which another ends: `ahora es`. */
function* linksIn(clause: string): Generator<RegExpExecArray> {
  links.lastIndex = 0;
  for (let match = links.exec(clause); match !== null; match = links.exec(clause)) {
    const next = links.lastIndex;
    yield match;
    links.lastIndex = /\s$/.test(match[0]) && match[0].length > 1 ? next - 1 : next;
  }
}

function matchAt(sticky: RegExp, text: string, at: number): string | undefined {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0];
}

/** Without the marks that end a sentence or a quotation. What opened it closes it. */
function trimmed(value: string, open: string): string {
  if (open === "||") return value.replace(/\|\|.{0,8}$/, "");
  return value.replace(/[*_]/.test(open) ? /[.,;:)\]"'`>*_]{1,8}$/ : /(?:[.,;:)\]"'`>]|\*\*){1,8}$/, "");
}
