/** What a PDF is made of: ISO 32000-2, 7.3. */
export type Value = null | boolean | number | Name | Text | Reference | Word | Dictionary | readonly Value[];

export interface Name {
  readonly kind: "name";
  readonly name: string;
}

export interface Text {
  readonly kind: "string";
  /** A character for each byte. */
  readonly text: string;
  /** Where it stands, without what encloses it. */
  readonly start: number;
  readonly end: number;
  /** Whether that are the very bytes. */
  readonly isPlain: boolean;
}

export interface Reference {
  readonly kind: "reference";
  readonly to: number;
}

/** An operator, or whatever else is none of the others. */
export interface Word {
  readonly kind: "word";
  readonly word: string;
}

export type Dictionary = ReadonlyMap<string, Value>;

export function isName(value: Value | undefined): value is Name {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "name";
}

export function isText(value: Value | undefined): value is Text {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "string";
}

export function isReference(value: Value | undefined): value is Reference {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "reference";
}

export function isWord(value: Value | undefined, word: string): boolean {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "word" && value.word === word;
}

export function isDictionary(value: Value | undefined): value is Dictionary {
  return value instanceof Map;
}

export function isArray(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** The name that stands under a key, if it is one. */
export function nameIn(dictionary: Dictionary, key: string): string | undefined {
  const value = dictionary.get(key);
  return isName(value) ? value.name : undefined;
}

export function numberIn(dictionary: Dictionary, key: string): number | undefined {
  const value = dictionary.get(key);
  return typeof value === "number" ? value : undefined;
}
