/** A way in which a denied value can be written: bytes as Latin-1, and how many more of them around it hold a part of the value. */
export interface ValueForm {
  readonly bytes: string;
  readonly before: number;
  readonly after: number;
}

/**
 * The ways in which a value is looked for exactly: as it stands, escaped as JSON and URLs have it, in hexadecimal, and in base64 of both
 * alphabets, at each of the three places at which it can stand in what was encoded.
 */
export function valueForms(value: string): readonly ValueForm[] {
  return [
    ...new Map(
      withLineBreaks(value)
        .flatMap(formsOfText)
        .map((form) => [form.bytes, form]),
    ).values(),
  ];
}

/** A value of several lines, such as a key, has other line breaks where Windows or git wrote it. */
function withLineBreaks(value: string): string[] {
  const plain = value.replaceAll("\r\n", "\n");
  return plain.includes("\n") ? [value, plain, plain.replaceAll("\n", "\r\n")] : [value];
}

function formsOfText(value: string): readonly ValueForm[] {
  const bytes = Buffer.from(value);
  const hex = bytes.toString("hex");
  const whole = [value, ...escaped(value), ...percent(value), hex, hex.toUpperCase()];
  const forms = whole.map((text) => ({ bytes: Buffer.from(text).toString("latin1"), before: 0, after: 0 }));
  for (const alphabet of ["base64", "base64url"] as const)
    for (let shift = 0; shift < 3; shift++) forms.push(encoded(bytes, shift, alphabet));
  return forms.filter(({ bytes: form }, at) => at < whole.length || form.length >= leastEncoded);
}

/** As JSON has it in a string, and as a JSON text has it that is itself a string of another, as in the log of a request. */
function escaped(value: string): string[] {
  const json = JSON.stringify(value).slice(1, -1);
  const once = [json, ...writers.map((write) => write(json))];
  const texts = [...once, ...once.map((text) => text.replaceAll("/", String.raw`\/`))]; // PHP
  return [...texts, ...texts.map((text) => JSON.stringify(text).slice(1, -1))];
}

/** What is written by its number though JSON does not ask for it, so that the text can stand in ASCII, in HTML or in a script: by whom. */
const writers: readonly ((json: string) => string)[] = [
  (json) => numbered(json, beyondAscii), // Python
  (json) => numbered(json, beyondAscii, "capitals"), // Jackson
  (json) => numbered(json, /[<>&\u2028\u2029]/), // Go, Rails, Next.js
  (json) => numbered(json, /[<>&='\u2028\u2029]/), // Gson
  (json) => numbered(json, /["&'+<>`]|[^ -~]/, "capitals"), // System.Text.Json
  (json) => numbered(json, /[<>/\u2028\u2029]/, "capitals"), // serialize-javascript
  (json) => numbered(numbered(json, beyondAscii), /[<>&']/), // Jinja
  (json) => numbered(numbered(json, beyondAscii), /[<>&]/, "capitals"), // Django
  (json) => numbered(numbered(json, beyondAscii), /["&'<>]/, "capitals"), // PHP with JSON_HEX_*, Symfony
];

const beyondAscii = /[^ -~]/;

/** @param which characters are written by their number: of a quotation mark, together with the backslash before it */
function numbered(json: string, which: RegExp, digits?: "capitals"): string {
  return json.replaceAll(/\\[^]|[^]/g, (piece) => {
    const character = piece === String.raw`\"` ? '"' : piece;
    if (character.length > 1 || !which.test(character)) return piece;
    const number = character.charCodeAt(0).toString(16).padStart(4, "0");
    return String.raw`\u` + (digits === "capitals" ? number.toUpperCase() : number);
  });
}

/** As browsers write it, and with all escaped that RFC 3986 reserves; in either case; a space also as forms have it. */
function percent(value: string): string[] {
  const usual = encodeURIComponent(value);
  const strict = usual.replaceAll(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
  const both = [usual, strict].flatMap((text) => [text, text.replaceAll(/%../g, (one) => one.toLowerCase())]);
  return both.flatMap((text) => [text, text.replaceAll("%20", "+")]);
}

/** Fewer characters of base64 stand in every text; of a value of one letter none is left. */
const leastEncoded = 4;

/** Those characters of base64 that stand for nothing but the value, behind `shift` other bytes. */
function encoded(value: Buffer, shift: number, alphabet: "base64" | "base64url"): ValueForm {
  const text = Buffer.concat([Buffer.alloc(shift), value]).toString(alphabet);
  const first = Math.ceil((shift * 8) / 6);
  const last = Math.floor(((shift + value.length) * 8) / 6);
  return {
    bytes: text.slice(first, last),
    before: shift === 0 ? 0 : 1,
    after: ((shift + value.length) * 8) % 6 === 0 ? 0 : 1,
  };
}
