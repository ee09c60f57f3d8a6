/** The four numbers of an IPv4 address in its usual form; undefined where one is above 255 or begins with a zero. */
export function octetsOf(text: string): Octets | undefined {
  const parts = text.split(".");
  if (parts.length !== 4 || parts.some((part) => !/^(?:0|[1-9]\d{0,2})$/.test(part))) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = parts.map(Number);
  return Math.max(a, b, c, d) > 255 ? undefined : [a, b, c, d];
}

export type Octets = readonly [number, number, number, number];

/**
 * RFC 1918 and RFC 3927 (link-local). Clouds serve their metadata at link-local addresses that are the same everywhere.
 * https://www.iana.org/assignments/iana-ipv4-special-registry
 */
export function isPrivate([a, b, c, d]: Octets): boolean {
  if (a === 169 && b === 254) return !(c === 169 && d === 254) && !(c === 170 && d <= 23);
  return a === 10 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168);
}

/** RFC 6598: what carriers and Tailscale number their own with. */
export function isShared([a, b]: Octets): boolean {
  return a === 100 && b >= 64 && b <= 127;
}

/** Addresses that routers have before anybody sets them up, and that every manual therefore names. */
const routers =
  /^(?:192\.168\.(?:0|1|2|8|10|50|88|100|178)\.(?:1|254)|10\.0\.0\.(?:1|2|138|254)|10\.0\.1\.1|10\.1\.1\.1|10\.10\.10\.10|10\.1\.2\.3|172\.16\.0\.1|172\.17\.0\.[12]|192\.168\.(?:122|99|56)\.1|192\.168\.99\.100|10\.0\.2\.(?:2|15))$/;

/** Networks that people number examples from. */
const usual = /^(?:192\.168\.[01]|10\.0\.[0-2]|10\.1\.1|10\.10\.10|172\.16\.[0-2]|172\.1[78]\.0|100\.64\.0)\./;

const example =
  /\bexamples?\b|\be\.g\.|for instance|such as|placeholder|\bsample\b|\bz\. ?B\.|beispiel|ejemplo|exemple/i;

const numbered =
  /(?:\b(?:version|revision|build|ver|section|chapter|clause|figure|table|appendix|rfc|oid|room|raum|zimmer|tel|phone|fax|kapitel|abschnitt|release[ds]?|upgrade(?:d)? to|update(?:d)? to)["')\].]{0,2}\s{0,2}[:=>(]{0,2}\s{0,2}["'(]{0,2}|\bv8? ?(?:to )?["']?(?:\s{0,2}:\s{0,2}["'])?|\xa7 ?|[=~^<>]=\s{0,2}"?)$/i;

/** Whether the words beside say that what stands there is an example. */
export function isExample({ before, after }: Beside): boolean {
  return example.test(before.slice(-60)) || example.test(after.slice(0, 30));
}

/** What stands around an address on its line. */
export interface Beside {
  readonly before: string;
  readonly after: string;
}

export function besideOf(text: string, { start, end }: { readonly start: number; readonly end: number }): Beside {
  const before = text.slice(Math.max(0, start - 80), start);
  const after = text.slice(end, end + 80);
  return { before: before.slice(before.lastIndexOf("\n") + 1), after: after.split("\n", 1)[0] ?? "" };
}

/**
 * How sure it is that four numbers of a private net are the address of a host; undefined where they are a version, a
 * chapter, a network as such or one of an example.
 */
export function hostConfidence(octets: Octets, { before, after }: Beside): number | undefined {
  const text = octets.join(".");
  if (numbered.test(before) || isChapter(octets, before, after)) return undefined;
  const bits = /^\/(\d{1,2})(?![\d.])/.exec(after)?.[1];
  const isNetwork = octets[3] === 0 || octets[3] === 255;
  if (isNetwork) return bits === undefined || usual.test(text) || octets[2] === 0 ? undefined : 0.4;
  if (isExample({ before, after })) return routers.test(text) || usual.test(text) ? undefined : 0.5;
  return routers.test(text) ? 0.5 : 1;
}

/** `10.2.1.3  Limits` at the beginning of a line. */
function isChapter(octets: Octets, before: string, after: string): boolean {
  const [start, end] = [before, after].map((text) => text.replaceAll(/<[^<>]*>/g, ""));
  return /^[\s#*|]*$/.test(start ?? "") && /^\.?[ \t]{1,4}[A-Z][a-z]/.test(end ?? "") && Math.max(...octets) < 40;
}

/** The eight groups of an IPv6 address, which may end in the four numbers of one of IPv4; undefined where it is none. */
export function groupsOf(text: string): readonly number[] | undefined {
  const quad = /(?:\d{1,3}\.){3}\d{1,3}$/.exec(text)?.[0];
  const octets = quad === undefined ? undefined : octetsOf(quad);
  if (quad !== undefined && octets === undefined) return undefined;
  const [a, b, c, d] = octets ?? [0, 0, 0, 0];
  const plain =
    quad === undefined
      ? text
      : `${text.slice(0, -quad.length)}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  const halves = plain.split("::").map((half) => (half === "" ? [] : half.split(":")));
  const [head = [], tail = []] = halves;
  const missing = 8 - head.length - tail.length;
  if (halves.length > 2 || (halves.length === 2 ? missing < 1 : missing !== 0)) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => "0"), ...tail];
  return groups.every((group) => /^[\da-f]{1,4}$/i.test(group))
    ? groups.map((group) => Number.parseInt(group, 16))
    : undefined;
}

/** The four numbers in `::ffff:10.0.0.5` or `::ffff:a00:5` (RFC 4291, section 2.5.5.2). */
export function mappedOctets(groups: readonly number[]): Octets | undefined {
  const [high = 0, low = 0] = groups.slice(6);
  if (groups[5] !== 0xffff || groups.slice(0, 5).some((group) => group !== 0)) return undefined;
  return [high >> 8, high & 255, low >> 8, low & 255];
}
