import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { listLookup } from "../src/denylist/list.ts";
import type { Lookup } from "../src/denylist/lookup.ts";
import { findTerms } from "../src/denylist/matcher.ts";
import { normalForm } from "../src/denylist/normal-form.ts";
import type { Term } from "../src/denylist/term.ts";
import { megabyte } from "./inputs.ts";

/**
 * What a list of frequent names and words finds in documentation and sources that have nothing to do with it: outgate's own packages.
 * @param placesOf the kernel's pass over words, for a list
 */
export function cleanCorpusBench(placesOf: (list: Lookup) => (bytes: Buffer) => readonly number[]): void {
  const list = listLookup(frequentTerms());
  const places = placesOf(list);
  const folder = join(import.meta.dirname, "../node_modules");
  const paths = globSync("**/*.{js,cjs,mjs,ts,cts,mts,md,json}", { cwd: folder }).map((path) => join(folder, path));
  const counts = new Map<string, Map<string, number>>();
  let size = 0;
  for (const path of paths) {
    if (!statSync(path).isFile()) continue;
    const bytes = readFileSync(path);
    size += bytes.length;
    for (const { kind, range } of findTerms(bytes, list, places(bytes))) {
      const text = normalForm(bytes.toString("utf8", range.start, range.end)).join(" ");
      const way = kind === "person" ? wayOf(text) : `the word ${text}`;
      const ways = counts.get(kind) ?? new Map<string, number>();
      counts.set(kind, ways.set(way, (ways.get(way) ?? 0) + 1));
    }
  }
  console.log(`clean corpus: ${paths.length} files, ${(size / megabyte).toFixed(0)} MB, 1,000 names and 200 words`);
  for (const [kind, ways] of counts) {
    const all = [...ways.values()].reduce((sum, count) => sum + count, 0);
    console.log(`  ${kind}: ${all} found, ${((all * megabyte) / size).toFixed(2)} per MB`);
    for (const [way, count] of [...ways].toSorted((a, b) => b[1] - a[1]).slice(0, 12))
      console.log(`    ${way}: ${count}`);
  }
}

/** 1,000 names of two words and 200 words, all of them frequent. */
export function frequentTerms(): Term[] {
  return [...names(), ...words()];
}

/** How a name of the list is written. */
function wayOf(text: string): string {
  const [one = "", other = "", ...more] = text.split(" ");
  if (other === "") return "as one word, like a handle";
  if (more.length > 0) return "with a name or an initial between";
  if (one.length === 1 || other.length === 1) return "with an initial";
  return firsts.includes(one) ? "first and last name" : "last name first";
}

const firsts =
  "james mary robert patricia john jennifer michael linda david elizabeth william barbara richard susan joseph jessica thomas karen daniel lisa mark paul peter anna laura martin andreas stefan julia maria frank eric alex kevin brian sam max tom grace rose".split(
    " ",
  );
const lasts =
  "smith johnson williams brown jones miller davis wilson anderson taylor moore jackson white harris clark lewis young king wright hill green baker müller schmidt weber".split(
    " ",
  );

/** Forty frequent first names with twenty-five frequent last names. */
function names(): Term[] {
  return firsts.flatMap((first) =>
    lasts.map((last): Term => ({ kind: "person", text: `${capital(first)} ${capital(last)}`, options: [] })),
  );
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** What projects are called by. */
function words(): Term[] {
  const all =
    "falcon phoenix eagle hawk raven osprey condor heron kestrel sparrow swallow albatross pelican penguin puffin owl robin finch magpie " +
    "crane wolf fox bear panther tiger lion leopard jaguar cougar lynx otter badger beaver marten moose bison buffalo gazelle antelope " +
    "zebra giraffe rhino hippo elephant mammoth mustang stallion bluefin marlin barracuda piranha dolphin orca narwhal walrus seal squid " +
    "octopus nautilus lobster cobra viper python mamba anaconda gecko iguana chameleon salamander hornet wasp mantis cricket firefly " +
    "dragonfly scorpion tarantula apollo artemis athena zeus hera hermes ares hades poseidon atlas titan kronos gaia helios selene " +
    "prometheus pandora orpheus achilles odysseus hercules perseus medusa minerva jupiter mercury venus mars saturn uranus neptune pluto " +
    "odin thor loki freya baldur heimdall valhalla osiris isis anubis horus orion sirius vega altair rigel antares aldebaran andromeda " +
    "cassiopeia pegasus hydra lyra cygnus aquila draco phobos deimos europa ganymede callisto oberon triton charon comet meteor nebula " +
    "quasar pulsar nova eclipse aurora zenith horizon tempest cyclone typhoon monsoon avalanche glacier volcano geyser canyon mesa tundra " +
    "savanna sapphire ruby emerald topaz opal onyx jade amber garnet quartz obsidian granite basalt marble cobalt titanium " +
    "zinc nickel argon krypton xenon helium neon radon vesuvius everest kilimanjaro sahara gobi amazon danube volga thames excalibur camelot avalon";
  return [...new Set(all.split(" "))].slice(0, 200).map((text): Term => ({ kind: "codename", text, options: [] }));
}
