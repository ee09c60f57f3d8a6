/** What stands between `<` and `>`. */
export interface Tag {
  /** `break`: a tag that separates what stands before it from what stands behind it. */
  readonly kind: "comment" | "autolink" | "inline" | "break";
  /** Behind the `>`. */
  readonly end: number;
}

const autolink = /<(?:[a-zA-Z][a-zA-Z\d+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+)>/y;
const tag = /<(?:\/?(?<name>[a-zA-Z][\w:.-]*)(?=[\s/>])|[?!]|\/?>)/y;

/** Between these text goes on: see src/denylist/markup.ts; and what pages of documentation have besides. */
const inline =
  /^(?:a|abbr|acronym|b|bdi|bdo|big|blink|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|nobr|q|ruby|s|samp|small|span|strike|strong|sub|sup|time|tspan|tt|u|var|wbr)$/i;

/** The tags in a text. They are asked for from the first to the last: what ends them is looked for once. */
export class Tags {
  readonly #text: string;
  readonly #isMdx: boolean;
  #nextGreater = -1;
  #nextComment = -1;

  constructor(text: string, isMdx: boolean) {
    this.#text = text;
    this.#isMdx = isMdx;
  }

  /** @param at where a `<` stands @returns undefined where it is text */
  at(at: number): Tag | undefined {
    const text = this.#text;
    if (text.startsWith("<!--", at)) {
      if (this.#nextComment < at + 4) this.#nextComment = indexOrEnd(text, "-->", at + 4);
      return this.#nextComment === text.length ? undefined : { kind: "comment", end: this.#nextComment + 3 };
    }
    autolink.lastIndex = at;
    if (!this.#isMdx && autolink.test(text)) return { kind: "autolink", end: autolink.lastIndex };
    tag.lastIndex = at;
    const found = tag.exec(text);
    if (found === null || (/^<\/?>$/.test(found[0]) && !this.#isMdx)) return undefined;
    const last = at + found[0].length - 1;
    if (this.#nextGreater < last) this.#nextGreater = indexOrEnd(text, ">", last);
    const end = this.#nextGreater + 1;
    if (end > text.length) return undefined;
    const name = found.groups?.["name"];
    const isInline = name === undefined || inline.test(name) || /^[A-Z]/.test(name);
    return { kind: isInline ? "inline" : "break", end };
  }
}

function indexOrEnd(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at === -1 ? text.length : at;
}
