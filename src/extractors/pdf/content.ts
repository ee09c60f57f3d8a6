import { identity, type Matrix, type Point, pointAt, product } from "./matrix.ts";
import { stringOf } from "./string.ts";
import type { Font } from "./fonts.ts";
import { Lexer } from "./lexer.ts";
import { isArray, isDictionary, isName, isText, type Value } from "./value.ts";

/** Whether the operators of a stream show text: BT opens it, and one of four shows it. */
export function showsText(content: string): boolean {
  return /(?:^|[\s\0])BT[\s\0/]/.test(content) && /(?:[)>\]\s]T[jJ]|[)>]\s?['"])(?:[\s\0]|$)/.test(content);
}

/**
 * The text that the operators of a stream show: ISO 32000-2, 9.4. Glyphs that stand beside each other are joined, wherever the operators
 * break off, and where the pen has moved on there is a space or a line break.
 * @param fontOf by the name that the operators use
 */
export function textIn(content: string, fontOf: (name: string) => Font): Shown {
  return new Page(fontOf).read(content);
}

export interface Shown {
  readonly text: string;
  /** Whether most of it is in fonts that do not tell what it says. */
  readonly isUnreadable: boolean;
}

/** How far the pen moves between words, in sizes of the font, and how far between lines. */
const wordGap = 0.15;
const lineGap = 0.45;

/** No operator has more operands. */
const mostOperands = 64;
const mostStates = 64;

/** A few glyphs are some ornament. */
const leastUnread = 20;

class Page {
  readonly #fontOf: (name: string) => Font;
  readonly #texts: string[] = [];
  readonly #hidden: string[] = [];
  readonly #states: { readonly matrix: Matrix; readonly font: Font | undefined; readonly size: number }[] = [];
  #font: Font | undefined;
  #size = 1;
  #spacing = 0;
  #wordSpacing = 0;
  #stretch = 1;
  #leading = 0;
  #page: Matrix = identity;
  #line: Matrix = identity;
  #text: Matrix = identity;
  /** How far the pen has moved on along the line, before the text's matrix. */
  #shift = 0;
  #unread = 0;
  /** Where the last glyph ended. */
  #end: Point | undefined;

  constructor(fontOf: (name: string) => Font) {
    this.#fontOf = fontOf;
  }

  read(content: string): Shown {
    const lexer = new Lexer(content);
    let operands: Value[] = [];
    for (let value = lexer.next(); value !== undefined; value = lexer.next()) {
      if (typeof value !== "object" || value === null || !("kind" in value) || value.kind !== "word") {
        if (operands.length < mostOperands) operands.push(value);
        continue;
      }
      if (value.word === "ID") lexer.at = endOfInlineImage(content, lexer.at);
      else this.#operate(value.word, operands);
      operands = [];
    }
    const isUnreadable = this.#unread > leastUnread && this.#unread > this.#texts.length / 2;
    return { text: `${this.#texts.join("")}${this.#hidden.join("")}`, isUnreadable };
  }

  #operate(operator: string, operands: readonly Value[]): void {
    const number = (index: number): number => {
      const value = operands[index];
      return typeof value === "number" ? value : 0;
    };
    const matrix = (): Matrix => [number(0), number(1), number(2), number(3), number(4), number(5)];
    switch (operator) {
      case "q":
        if (this.#states.length < mostStates)
          this.#states.push({ matrix: this.#page, font: this.#font, size: this.#size });
        break;
      case "Q": {
        const { matrix: before = this.#page, font, size } = this.#states.pop() ?? {};
        [this.#page, this.#font, this.#size] = [before, font ?? this.#font, size ?? this.#size];
        break;
      }
      case "cm":
        this.#page = product(matrix(), this.#page);
        break;
      case "BT":
        this.#place(identity);
        break;
      case "Tf": {
        const [name] = operands;
        if (isName(name)) this.#font = this.#fontOf(name.name);
        this.#size = number(1);
        break;
      }
      case "Tc":
        this.#spacing = number(0);
        break;
      case "Tw":
        this.#wordSpacing = number(0);
        break;
      case "Tz":
        this.#stretch = number(0) / 100;
        break;
      case "TL":
        this.#leading = number(0);
        break;
      case "TD":
        this.#leading = -number(1);
        this.#move(number(0), number(1));
        break;
      case "Td":
        this.#move(number(0), number(1));
        break;
      case "Tm":
        this.#place(matrix());
        break;
      case "T*":
        this.#move(0, -this.#leading);
        break;
      case '"':
        [this.#wordSpacing, this.#spacing] = [number(0), number(1)];
        this.#move(0, -this.#leading);
        this.#show(operands[2]);
        break;
      case "'":
        this.#move(0, -this.#leading);
        this.#show(operands[0]);
        break;
      case "Tj":
        this.#show(operands[0]);
        break;
      case "TJ":
        this.#showAll(operands[0]);
        break;
      case "BDC":
        this.#describe(operands[1]);
        break;
      default:
    }
  }

  /** What stands for text that is drawn in some other way. */
  #describe(properties: Value | undefined): void {
    if (!isDictionary(properties)) return;
    for (const key of ["ActualText", "Alt", "E"]) {
      const value = properties.get(key);
      if (isText(value)) this.#hidden.push("\n", stringOf(value.text));
    }
  }

  #place(matrix: Matrix): void {
    this.#line = matrix;
    this.#text = matrix;
    this.#shift = 0;
  }

  #move(x: number, y: number): void {
    this.#place(product([1, 0, 0, 1, x, y], this.#line));
  }

  #showAll(values: Value | undefined): void {
    if (!isArray(values)) return;
    for (const value of values) {
      if (typeof value === "number") this.#shift -= (value / 1000) * this.#size * this.#stretch;
      else this.#show(value);
    }
  }

  /** Letters of one text belong together, however far apart they are set. */
  #show(value: Value | undefined): void {
    if (!isText(value) || this.#font === undefined) return;
    const here = product(this.#text, this.#page);
    this.#separate(here);
    let moved = 0;
    for (const { text, width, isSpace } of this.#font.glyphs(value.text)) {
      if (text === "") this.#unread++;
      this.#texts.push(text);
      moved += width * this.#size + this.#spacing + (isSpace ? this.#wordSpacing : 0);
    }
    this.#shift += moved * this.#stretch;
    this.#end = pointAt(here, this.#shift);
  }

  /** Between what was shown last and what is shown now. */
  #separate(matrix: Matrix): void {
    if (this.#end === undefined) return;
    const [a, b, c, d] = matrix;
    const here = pointAt(matrix, this.#shift);
    const [x, y] = [here.x - this.#end.x, here.y - this.#end.y];
    const along = Math.hypot(a, b) || 1;
    const size = Math.abs(this.#size) * (Math.hypot(c, d) || along);
    const forward = (x * a + y * b) / along / (Math.abs(this.#size) * along || 1);
    const aside = Math.abs(x * b - y * a) / along / (size || 1);
    if (aside > lineGap || forward < -1.5) this.#texts.push("\n");
    else if (forward > wordGap) this.#texts.push(" ");
  }
}

/** Its bytes are no operators. */
function endOfInlineImage(content: string, from: number): number {
  const ends = /[\s\0]EI(?=[\s\0]|$)/g;
  ends.lastIndex = from;
  const found = ends.exec(content);
  return found === null ? content.length : ends.lastIndex;
}
