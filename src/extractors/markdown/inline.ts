import type { Range } from "../../model/range.ts";
import { Backticks } from "./backticks.ts";
import type { Dialect } from "./block.ts";
import { dropMarks, type Run, runAt } from "./emphasis.ts";
import { bracesIn } from "./expression.ts";
import { Tags } from "./inline-tag.ts";
import { normalLabel } from "./labels.ts";
import { type Bracket, linkEnd } from "./link.ts";
import type { Resource } from "./resource.ts";

/** Something that a reader does not see as it is written. */
export interface Edit extends Range {
  /** `drop`: what is not read. `escape`: a backslash before a sign. `break`: what separates. `reference`: a character that is written as one. */
  readonly kind: "drop" | "escape" | "break" | "reference";
  /** Whether it is more than a mark around what is read: a comment, an image, the target of a link. */
  readonly isLong?: true;
}

/** A stretch that is no prose. */
interface Span extends Range {
  readonly kind: "code" | "html" | "comment" | "expression" | "footnote label" | "image";
}

/** What stands in place of an image, with marks in it. */
interface Alternative extends Range {
  readonly edits: readonly Edit[];
}

/** What the marks in a paragraph mean. Offsets count in its text. */
export interface Inline {
  /** In order, none in another. */
  readonly edits: readonly Edit[];
  readonly spans: readonly Span[];
  readonly resources: readonly (Resource & { readonly isImage: boolean })[];
  readonly alternatives: readonly Alternative[];
}

export interface Setting extends Dialect {
  readonly labels: ReadonlySet<string>;
}

/** A bracket that is open. */
interface OpenBracket extends Bracket {
  /** How many runs and edits stood before it. */
  readonly runs: number;
  readonly edits: number;
}

const special = /[*_~`\\&<[\]!{^=]/g;
const reference = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/y;
const note = /\[\^[^\s[\]]{1,999}\]/y;
const punctuation = /[!-/:-@[-`{-~]/;

/** Reads the marks of CommonMark 0.31, GitHub Flavored Markdown and MDX in the text of one block. Work grows as the text does. */
export function inlineOf(text: string, setting: Setting): Inline {
  return new Reader(text, setting).read();
}

class Reader {
  readonly #text: string;
  readonly #setting: Setting;
  readonly #tags: Tags;
  readonly #backticks: Backticks;
  readonly #edits: Edit[] = [];
  readonly #spans: Span[] = [];
  readonly #resources: (Resource & { readonly isImage: boolean })[] = [];
  readonly #alternatives: Alternative[] = [];
  readonly #brackets: OpenBracket[] = [];
  /** In brackets below this, no link may begin any more: links do not stand in each other. */
  #linked = 0;
  #runs: Run[] = [];
  #braces: ReadonlyMap<number, number> | undefined;

  constructor(text: string, setting: Setting) {
    this.#text = text;
    this.#setting = setting;
    this.#tags = new Tags(text, setting.isMdx);
    this.#backticks = new Backticks(text);
  }

  read(): Inline {
    const text = this.#text;
    for (let at = 0; at < text.length;) {
      special.lastIndex = at;
      const found = special.exec(text);
      if (found === null) break;
      at = this.#readMark(found[0], found.index);
    }
    this.#dropRuns(0);
    return {
      edits: sorted(this.#edits),
      spans: this.#spans,
      resources: this.#resources,
      alternatives: this.#alternatives,
    };
  }

  /** @returns where to go on */
  #readMark(mark: string, at: number): number {
    const text = this.#text;
    switch (mark) {
      case "\\":
        return this.#readBackslash(at);
      case "&": {
        const written = matched(reference, text, at);
        if (written === undefined) return at + 1;
        this.#edits.push({ kind: "reference", start: at, end: at + written.length });
        return at + written.length;
      }
      case "`":
        return this.#readCode(at);
      case "<":
        return this.#readTag(at);
      case "{":
        return this.#setting.isMdx ? this.#readExpression(at) : at + 1;
      case "!":
        if (text.charAt(at + 1) !== "[") return at + 1;
        this.#openBracket(at, true);
        return at + 2;
      case "[":
        return this.#readFootnote(at) ?? this.#openBracket(at, false);
      case "]":
        return this.#closeBracket(at);
      default: {
        const run = runAt(text, at);
        const { length } = run;
        const isMark = mark === "*" || mark === "_" || (mark === "~" && length <= 2) || (mark === "=" && length === 2);
        if (isMark || (mark === "^" && length === 1)) this.#runs.push(run);
        return at + length;
      }
    }
  }

  #readBackslash(at: number): number {
    if (!punctuation.test(this.#text.charAt(at + 1))) return at + 1;
    this.#edits.push({ kind: "escape", start: at, end: at + 1 });
    return at + 2;
  }

  #readCode(at: number): number {
    let behind = at;
    while (this.#text.charCodeAt(behind) === 96) behind++;
    const length = behind - at;
    const close = this.#backticks.closing(at, length);
    if (close === undefined) return behind;
    this.#drop(at, behind);
    this.#drop(close, close + length);
    this.#spans.push({ kind: "code", start: at, end: close + length });
    return close + length;
  }

  #readTag(at: number): number {
    const tag = this.#tags.at(at);
    if (tag === undefined) return at + 1;
    const { kind, end } = tag;
    switch (kind) {
      case "comment":
        return this.#dropSpan("comment", at, end);
      case "inline":
        return this.#dropSpan("html", at, end);
      case "autolink":
        this.#drop(at, at + 1);
        this.#drop(end - 1, end);
        return end;
      case "break":
        this.#edits.push({ kind: "break", start: at, end });
        this.#spans.push({ kind: "html", start: at, end });
        return end;
    }
  }

  /** A comment stands for nothing, a string for itself, and what else a program writes there is not known. */
  #readExpression(at: number): number {
    const text = this.#text;
    const close = (this.#braces ??= bracesIn(text)).get(at);
    if (close === undefined) return at + 1;
    const code = text.slice(at + 1, close);
    if (/^\s*\/\*[^]*\*\/\s*$/.test(code)) return this.#dropSpan("comment", at, close + 1);
    this.#spans.push({ kind: "expression", start: at, end: close + 1 });
    const [, before, quote] = /^(\s*)(["'`])[^]*\2\s*$/.exec(code) ?? [];
    if (before === undefined || quote === undefined) this.#edits.push({ kind: "break", start: at, end: close + 1 });
    else {
      this.#drop(at, at + 2 + before.length, true);
      this.#drop(at + 1 + code.lastIndexOf(quote), close + 1, true);
    }
    return close + 1;
  }

  #readFootnote(at: number): number | undefined {
    const written = matched(note, this.#text, at);
    if (written === undefined || !this.#setting.labels.has(normalLabel(written.slice(1, -1)))) return undefined;
    return this.#dropSpan("footnote label", at, at + written.length);
  }

  #openBracket(at: number, isImage: boolean): number {
    const outer = this.#brackets.at(-1);
    if (outer !== undefined) outer.hasBrackets = true;
    this.#brackets.push({ at, isImage, runs: this.#runs.length, edits: this.#edits.length, hasBrackets: false });
    return at + 1;
  }

  #closeBracket(at: number): number {
    const bracket = this.#brackets.pop();
    if (bracket === undefined) return at + 1;
    const { isImage, runs } = bracket;
    const isOff = !isImage && this.#brackets.length < this.#linked;
    this.#linked = Math.min(this.#linked, this.#brackets.length);
    const link = isOff ? undefined : linkEnd(this.#text, bracket, at, this.#setting.labels);
    if (link === undefined) return at + 1;
    const { end, resource } = link;
    if (resource !== undefined) this.#resources.push({ ...resource, isImage });
    this.#dropRuns(runs);
    if (isImage) {
      const edits = sorted(this.#edits.splice(bracket.edits));
      this.#alternatives.push({ start: bracket.at + 2, end: at, edits });
      return this.#dropSpan("image", bracket.at, end);
    }
    this.#drop(bracket.at, bracket.at + 1);
    this.#drop(at, end, end > at + 1);
    this.#linked = this.#brackets.length;
    return end;
  }

  /** The runs from a number on become marks or text. */
  #dropRuns(from: number): void {
    if (this.#runs.length === from) return;
    dropMarks(this.#runs.splice(from), (start, end) => this.#drop(start, end));
  }

  #dropSpan(kind: Span["kind"], start: number, end: number): number {
    this.#spans.push({ kind, start, end });
    this.#drop(start, end, kind !== "html");
    return end;
  }

  #drop(start: number, end: number, isLong: boolean = false): void {
    this.#edits.push({ kind: "drop", start, end, ...(isLong && { isLong }) });
  }
}

function sorted(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => a.start - b.start);
}

function matched(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
