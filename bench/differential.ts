import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { type Difference, differences, type Text } from "../test/differential.ts";
import { recipe, textOf } from "../test/differential-fuzz.ts";
import {
  crowdedTexts,
  cutDifferences,
  examples,
  exampleTexts,
  placeIn,
  sourcesIn,
} from "../test/differential-texts.ts";

const root = join(import.meta.dirname, "..");
const corpora = join(root, "../shared/corpora");

/** In bytes. */
const mostSources = 100_000_000;

/** How many differences are printed of each part. */
const shown = 20;

/**
 * The differential test with more of everything: all examples at every cut, 100 MB of sources, the public corpora where they are
 * there, and as many made-up texts as it is told. Prints what was compared, and places and recipes in place of texts. Ends
 * with exit code 1 where something was lost.
 * @param folder more sources, which are read first
 */
export async function differentialBench(cases: number, folder: string | undefined): Promise<void> {
  const parts: readonly [string, AsyncGenerator<Compared>][] = [
    ["examples", ofTexts("text", exampleTexts())],
    ["crowds of literals", ofTexts("text", crowdedTexts())],
    ["cuts", ofCuts()],
    ["sources", ofSources([...(folder === undefined ? [] : [folder]), join(root, "node_modules")])],
    ["corpora", ofTexts("line", corpusTexts())],
    ["made-up texts", ofRecipes(cases)],
  ];
  for (const [name, compared] of parts) await run(name, compared);
}

/** One comparison of a part. */
interface Compared {
  readonly bytes: number;
  readonly differences: readonly Difference[];
  /** What a developer needs to make the text again. */
  readonly where: (difference: Difference) => string;
}

async function run(name: string, compared: AsyncGenerator<Compared>): Promise<void> {
  const started = Date.now();
  let [count, bytes, different, told] = [0, 0, 0, started];
  const sum = (): string => {
    const seconds = Math.round((Date.now() - started) / 1000);
    return `${name}: ${count} texts, ${(bytes / 1e6).toFixed(1)} MB, ${different} differences, ${seconds} s`;
  };
  for await (const one of compared) {
    count++;
    bytes += one.bytes;
    for (const difference of one.differences) {
      if (++different <= shown) console.log(`${tell(difference)}\n    ${one.where(difference)}`);
    }
    if (Date.now() - told < 5000) continue;
    told = Date.now();
    process.stderr.write(`${sum()}\n`);
  }
  console.log(sum());
  if (different > 0) process.exitCode = 1;
}

function tell({ kind, detector, part, surface, range, confidence, variant }: Difference): string {
  return `  ${kind}: ${detector} ${variant} (${confidence}) in ${part}, ${surface}, from ${range.start} to ${range.end}`;
}

async function* ofTexts(unit: string, texts: Iterable<Text>): AsyncGenerator<Compared> {
  let number = 0;
  for (const text of texts) {
    const where = `${unit} ${number++}`;
    yield { bytes: text.bytes.length, differences: await differences(text), where: () => where };
  }
}

async function* ofCuts(): AsyncGenerator<Compared> {
  for (const [index, example] of examples.entries())
    yield { bytes: example.length ** 2, differences: await cutDifferences(example), where: () => `example ${index}` };
}

async function* ofSources(folders: readonly string[]): AsyncGenerator<Compared> {
  for (const sources of sourcesIn(folders, mostSources))
    yield {
      bytes: sources.bytes.length,
      differences: await differences(sources),
      where: ({ range }) => placeIn(sources, range.start),
    };
}

/** The texts of the corpora's lines of JSON, each with its name. */
function* corpusTexts(): Generator<Text> {
  if (!existsSync(corpora)) return;
  for (const file of globSync(join(corpora, "*.jsonl")).toSorted()) {
    for (const line of readFileSync(file, "utf8").split("\n")) {
      if (line === "") continue;
      const { name, text } = JSON.parse(line) as { name: string | null; text: string }; // its README says so
      yield { ...(name !== null && { name }), bytes: Buffer.from(text) };
    }
  }
}

/** How many made-up texts share a seed: the next ones are drawn when these are done. */
const batch = 10_000;

async function* ofRecipes(cases: number): AsyncGenerator<Compared> {
  const base = Date.now() & 0x7fff_ffff;
  for (let done = 0; done < cases; done += batch) {
    for (const made of fc.sample(recipe, { numRuns: Math.min(batch, cases - done), seed: base + done })) {
      const text = textOf(made);
      yield { bytes: text.bytes.length, differences: await differences(text), where: () => JSON.stringify(made) };
    }
  }
}
