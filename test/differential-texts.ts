import { globSync, readFileSync, statSync } from "node:fs";
import { detectors } from "../src/detectors/index.ts";
import { fill } from "../src/detectors/template.ts";
import { literalsOf } from "../src/model/trigger.ts";
import { compare, type Difference, found, type Mark, reference, type Text } from "./differential.ts";

/** Every example of every detector, without its marks. */
export const examples: readonly string[] = detectors.flatMap((detector) => detector.examples.map(filled));

/** One example for each detector with something to be found in it, the shortest. */
export const shortest: readonly string[] = detectors.map((detector) => {
  const marked = detector.examples.filter((example) => example.includes("«")).map(filled);
  return marked.toSorted((a, b) => a.length - b.length)[0] ?? "";
});

/** Values about as far behind their names as the engine looks for them: the last ones show what they are too late. */
export const distant: readonly string[] = ["{lower:24}", "{uuid}", "{digits:2}{base62:18}"].flatMap((value, seed) =>
  Array.from({ length: 16 }, (_, more) =>
    filled(
      `variable "app_token" {description = "${"x".repeat(250)}"${" ".repeat(20 + more)}default = "${value}"}`,
      seed,
    ),
  ),
);

/** A template filled, without its marks. */
export function filled(example: string, seed: number): string {
  return fill(example, seed).replaceAll(/[«»]/g, "");
}

const prose = "Lorem ipsum dolor sit amet, consectetur adipiscing elit\n".repeat(20);

/** The examples alone, in capitals, with other text around them, and joined in different orders. */
export function* exampleTexts(): Generator<Text> {
  for (const example of examples) {
    yield { name: example, bytes: Buffer.from(example) };
    yield textOf(example.toUpperCase());
    yield textOf(`${prose}${example}\n${prose}`);
  }
  for (const text of distant) yield textOf(text);
  const size = 40;
  for (const [order, separator] of ["\n", " ", ", ", '","', ""].entries()) {
    const ordered = examples.toSorted((a, b) => rankIn(order, a) - rankIn(order, b));
    for (let at = 0; at < ordered.length; at += size) yield textOf(ordered.slice(at, at + size).join(separator));
    yield textOf(ordered.join(separator));
  }
}

function textOf(text: string): Text {
  return { bytes: Buffer.from(text) };
}

/** A number by which an order of its own comes about. */
function rankIn(order: number, text: string): number {
  let rank = order;
  for (let at = 0; at < text.length; at++) rank = Math.imul(rank ^ text.charCodeAt(at), 0x01000193);
  return rank;
}

/** The literals of twelve detectors and an example of each, again and again for longer than the largest window is. */
export function* crowdedTexts(): Generator<Text> {
  for (let at = 0; at < detectors.length; at += 12) {
    const literals = detectors
      .slice(at, at + 12)
      .flatMap(({ trigger }) => literalsOf(trigger))
      .map((group) => group.literals.join(" "));
    const crowd = `${[...literals, ...shortest.slice(at, at + 12)].join("\n")}\n`;
    yield textOf(crowd.repeat(Math.ceil(80_000 / crowd.length)));
  }
}

/** In bytes: what the prefilter reads at once. */
const slice = 65_536;

/** How many borders between slices a document has. */
const borders = 64;

/** More than the longest reach: what is farther away changes nothing. */
const around = 24_576;

/** Plants a text around the borders between slices, so that each of its bytes is once the first behind a border. */
export async function cutDifferences(text: string): Promise<Difference[]> {
  const planted = Buffer.from(text);
  const margin = Buffer.alloc(around, "\n");
  const { must, may } = await reference({ bytes: Buffer.concat([margin, planted, margin]) });
  const differences: Difference[] = [];
  for (let first = 0; first < planted.length; first += borders) {
    const count = Math.min(borders, planted.length - first);
    const places = Array.from({ length: count }, (_, index) => (index + 1) * slice - first - index);
    const bytes = Buffer.alloc((count + 2) * slice, "\n");
    for (const place of places) planted.copy(bytes, place);
    const everywhere = (marks: readonly Mark[]): Mark[] =>
      places.flatMap((place) => marks.map((mark) => moved(mark, place - around)));
    differences.push(...compare(await found({ bytes }), { must: everywhere(must), may: everywhere(may) }));
  }
  return differences;
}

function moved(mark: Mark, by: number): Mark {
  return { ...mark, range: { start: mark.range.start + by, end: mark.range.end + by } };
}

/** Some files, one behind the other. */
export interface Sources {
  readonly bytes: Buffer;
  readonly files: readonly { readonly path: string; readonly start: number }[];
}

/** A document of sources is about that long: it has borders between slices in the midst of the text. */
const sourcesLength = 1_000_000;

/** The texts in some folders in the order of their names, up to a number of bytes. */
export function* sourcesIn(folders: readonly string[], most: number): Generator<Sources> {
  let read = 0;
  let sources = { parts: [] as Buffer[], length: 0, files: [] as { path: string; start: number }[] };
  const taken = (): Sources => ({ bytes: Buffer.concat(sources.parts), files: sources.files });
  for (const path of folders.flatMap((folder) => globSync(`${folder}/**/*.{${endings}}`).toSorted())) {
    if (read >= most) break;
    if (!statSync(path).isFile()) continue;
    const bytes = readFileSync(path);
    sources.files.push({ path, start: sources.length });
    sources.parts.push(bytes);
    sources.length += bytes.length;
    read += bytes.length;
    if (sources.length < sourcesLength) continue;
    yield taken();
    sources = { parts: [], length: 0, files: [] };
  }
  if (sources.length > 0) yield taken();
}

const endings = "js,cjs,mjs,jsx,ts,cts,mts,tsx,json,md,map,css,html,yml,yaml,toml,sh,py,go,rs,c,h,java,txt";

/** Where a match of sources stands. */
export function placeIn({ files }: Sources, offset: number): string {
  const file = files.findLast(({ start }) => start <= offset);
  return file === undefined ? "nowhere" : `${file.path} at ${offset - file.start}`;
}
