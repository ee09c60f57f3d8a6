import type { Range } from "../../model/range.ts";
import { TooLarge } from "../format.ts";
import type { Room } from "../gzip.ts";
import type { Block } from "../values.ts";
import { take } from "../inflate.ts";
import type { Decryption, ObjectId } from "./decryption.ts";
import { decodeStream, filtersOf } from "./filters.ts";
import { Lexer } from "./lexer.ts";
import {
  type Dictionary,
  isArray,
  isDictionary,
  isReference,
  isText,
  isWord,
  nameIn,
  numberIn,
  type Reference,
  type Value,
} from "./value.ts";

/** An object with where it stands. */
export interface PdfObject {
  readonly number: number;
  readonly value: Value;
  /** What it stands in: the file, or what a stream of objects comes to. */
  readonly block: Block;
}

/** A stream that stands in the file. */
export interface Stream extends ObjectId {
  readonly dictionary: Dictionary;
  /** Where its bytes stand, as they are encoded. */
  readonly range: Range;
}

interface Place {
  readonly text: string;
  readonly at: number;
  /** Missing where it stands in a stream of objects, which is encrypted as a whole. */
  readonly id?: ObjectId;
}

/**
 * The objects of a PDF, all that stand in it: also those that an update has replaced or that nothing leads to, because they leave with the file. No
 * table of its own is believed.
 */
export class PdfFile {
  readonly #text: string;
  readonly #whole: Block;
  readonly room: Room;
  readonly #places = new Map<number, Place>();
  readonly #kept = new Map<number, Value>();
  #keptLength = 0;
  readonly #decoded = new Set<Stream>();
  readonly #byNumber = new Map<number, Stream>();
  readonly streams: Stream[] = [];
  /** Dictionaries behind `trailer`, and those of streams that stand in their place. */
  readonly trailers: Dictionary[] = [];
  /** Whether a stream of objects was damaged. */
  isDamaged = false;
  readonly #decryption: Decryption | undefined;

  constructor(bytes: Buffer, room: Room, decryption?: Decryption) {
    this.#decryption = decryption;
    this.#text = bytes.toString("latin1");
    this.#whole = { bytes, range: { start: 0, end: bytes.length }, isExact: true };
    this.room = room;
  }

  /** Every object once, in the order of the file; those in streams of objects at last. @throws {TooLarge} */
  *objects(): Generator<PdfObject> {
    const compressed: Stream[] = [];
    yield* this.written(compressed);
    for (const stream of compressed) yield* this.#objectsIn(stream);
  }

  /** Those that do not stand in streams of objects. @param compressed gets these */
  *written(compressed: Stream[]): Generator<PdfObject> {
    const text = this.#text;
    const begins = /(?:(\d{1,10})[\s\0]{1,8}(\d{1,5})[\s\0]{1,8}obj|trailer)(?=[\s\0<[(/%\d])/g;
    for (let found = begins.exec(text); found !== null; found = begins.exec(text)) {
      const lexer = new Lexer(text, begins.lastIndex);
      const value = lexer.next() ?? null;
      begins.lastIndex = Math.max(begins.lastIndex, lexer.at);
      if (found[1] === undefined) {
        if (isDictionary(value)) this.trailers.push(value);
        continue;
      }
      const id = { number: Number(found[1]), generation: Number(found[2]) };
      this.#keep(id.number, { text, at: found.index + found[0].length, id });
      yield { number: id.number, value: this.#decrypted(value, id), block: this.#whole };
      if (!isDictionary(value) || !isWord(lexer.next(), "stream")) continue;
      const range = this.#streamAt(lexer.at, value);
      begins.lastIndex = range.end;
      const stream = { ...id, dictionary: value, range };
      const type = nameIn(value, "Type");
      if (type === "ObjStm") compressed.push(stream);
      else if (type === "XRef") this.trailers.push(value);
      else this.streams.push(stream);
    }
  }

  /** A value with all strings in it as they were before they were encrypted. */
  #decrypted(value: Value, id: ObjectId | undefined): Value {
    if (this.#decryption === undefined || id === undefined) return value;
    if (isArray(value)) return value.map((inner) => this.#decrypted(inner, id));
    if (isDictionary(value)) return new Map(Array.from(value, ([key, inner]) => [key, this.#decrypted(inner, id)]));
    if (!isText(value)) return value;
    const text = this.#decryption.string(Buffer.from(value.text, "latin1"), id).toString("latin1");
    return { ...value, text, isPlain: false };
  }

  *#objectsIn(stream: Stream): Generator<PdfObject> {
    const bytes = this.decode(stream);
    if (bytes === undefined) {
      this.isDamaged = true;
      return;
    }
    const text = bytes.toString("latin1");
    const block = { bytes, range: stream.range, isExact: false };
    const first = numberIn(stream.dictionary, "First") ?? 0;
    const header = new Lexer(text);
    const count = Math.min(numberIn(stream.dictionary, "N") ?? 0, first);
    if (count > mostObjects) throw tooMany();
    const places: { readonly number: number; readonly at: number }[] = [];
    for (let index = 0; index < count && header.at < first; index++) {
      const [number, offset] = [header.next(), header.next()];
      if (typeof number !== "number" || typeof offset !== "number") break;
      places.push({ number, at: first + offset });
    }
    let end = 0;
    for (const { number, at } of places.toSorted((one, other) => one.at - other.at)) {
      // They stand one behind the other: what many numbers lead into would be read as often.
      if (at < end) continue;
      this.#keep(number, { text, at });
      const lexer = new Lexer(text, at);
      yield { number, value: lexer.next() ?? null, block };
      end = Math.max(at + 1, lexer.at);
    }
  }

  #keep(number: number, place: Place): void {
    this.#places.set(number, place);
    if (this.#places.size > mostObjects) throw tooMany();
  }

  /** What stands in place of a reference: the last object of that number. */
  resolve(value: Value | undefined): Value | undefined {
    let resolved = value;
    for (let steps = 0; isReference(resolved); steps++) {
      if (steps === 10) return undefined;
      resolved = this.#read(resolved.to);
    }
    return resolved;
  }

  /** An object is kept once it was read, as long as others are not too many; one that is long costs room each time. */
  #read(number: number): Value | undefined {
    const kept = this.#kept.get(number);
    if (kept !== undefined) return kept;
    const place = this.#places.get(number);
    if (place === undefined) return undefined;
    const lexer = new Lexer(place.text, place.at);
    const value = this.#decrypted(lexer.next() ?? null, place.id);
    const length = lexer.at - place.at;
    take(this.room, Math.max(0, length - shortObject));
    this.#keptLength += length;
    if (this.#keptLength > mostKept) {
      this.#kept.clear();
      this.#keptLength = length;
    }
    this.#kept.set(number, value);
    return value;
  }

  dictionary(value: Value | undefined): Dictionary | undefined {
    const resolved = this.resolve(value);
    return isDictionary(resolved) ? resolved : undefined;
  }

  /** What the bytes of a stream come to; undefined where they are damaged, or a picture. @throws {TooLarge} */
  decode(stream: Stream): Buffer | undefined {
    const { dictionary, range } = stream;
    const isAgain = this.#decoded.has(stream);
    if (isAgain) take(this.room, range.end - range.start);
    this.#decoded.add(stream);
    return decodeStream(this.bytesOf(stream), dictionary, {
      resolve: (value) => this.resolve(value),
      room: this.room,
      isOwn: !isAgain,
    });
  }

  /** The bytes of a stream before anything is decoded. */
  bytesOf({ dictionary, range, ...id }: Stream): Buffer {
    const bytes = this.#whole.bytes.subarray(range.start, range.end);
    const isPlain =
      this.#decryption === undefined ||
      filtersOf(dictionary, (value) => this.resolve(value))[0] === "Crypt" ||
      (this.#decryption.hasPlainMetadata && nameIn(dictionary, "Type") === "Metadata");
    return isPlain ? bytes : this.#decryption.stream(bytes, id);
  }

  /** The last stream of the number that a reference leads to. */
  streamAt({ to }: Reference): Stream | undefined {
    if (this.#byNumber.size === 0) for (const stream of this.streams) this.#byNumber.set(stream.number, stream);
    return this.#byNumber.get(to);
  }

  #noEnd = Infinity;

  /** Its length may be wrong, or be told elsewhere: then its end is where the next word says so. */
  #streamAt(from: number, dictionary: Dictionary): Range {
    const text = this.#text;
    let start = from;
    if (text.charCodeAt(start) === 0x0d) start++;
    if (text.charCodeAt(start) === 0x0a) start++;
    const length = numberIn(dictionary, "Length");
    if (
      length !== undefined &&
      length >= 0 &&
      /^\s{0,4}endstream/.test(text.slice(start + length, start + length + 13))
    )
      return { start, end: start + length };
    const end = start < this.#noEnd ? text.indexOf("endstream", start) : -1;
    if (end === -1) {
      this.#noEnd = Math.min(this.#noEnd, start);
      return { start, end: text.length };
    }
    return { start, end: end - (/\r?\n?$/.exec(text.slice(Math.max(start, end - 2), end))?.[0].length ?? 0) };
  }
}

const mostObjects = 1_000_000;

function tooMany(): TooLarge {
  return new TooLarge(`it has more than ${mostObjects} objects`);
}

/** In bytes. */
const shortObject = 4096;
const mostKept = 1 << 24;
