interface Bench {
  /** @param argument what stands behind the count: a folder, or `--large`. */
  readonly run: (count: number, argument?: string) => void | Promise<void>;
  /** How many rounds, or cases, where the command line does not say. */
  readonly count: number;
  /** Whether it also runs where no name is given. */
  readonly isUsual: boolean;
}

/**
 * `npm run bench -- [NAME] [ROUNDS]`. `engine 7 --large` adds files of gigabytes, `log 3 --large` has logs of one, `shards 3 FOLDER` takes a folder of your own, `site` looks
 * through documentation that npm packages ship for what would be stopped there, and
 * `differential [CASES] [FOLDER]` measures nothing: it compares the engine with a search that leaves nothing out.
 */
const benches: Readonly<Record<string, Bench>> = {
  commit: { run: async (rounds) => (await import("./commit.ts")).commitBench(rounds), count: 21, isUsual: true },
  push: { run: async (rounds) => (await import("./push.ts")).pushBench(rounds), count: 21, isUsual: true },
  engine: {
    run: async (rounds, large) => (await import("./engine.ts")).engineBench(rounds, large === "--large"),
    count: 7,
    isUsual: true,
  },
  denylist: {
    run: async (rounds) => (await import("./denylist.ts")).denylistBench(rounds),
    count: 7,
    isUsual: true,
  },
  message: {
    run: async (rounds) => (await import("./message.ts")).messageBench(rounds),
    count: 7,
    isUsual: true,
  },
  talk: {
    run: async (count, folder) => (await import("./talk.ts")).talkBench(count, folder),
    count: 5000,
    isUsual: false,
  },
  log: {
    run: async (rounds, large) => (await import("./redact.ts")).redactBench(rounds, large === "--large"),
    count: 3,
    isUsual: true,
  },
  frames: { run: async () => (await import("./frames.ts")).framesBench(), count: 1, isUsual: false },
  passwords: {
    run: async (count) => (await import("./passwords.ts")).passwordsBench(count),
    count: 300,
    isUsual: false,
  },
  site: { run: async () => (await import("./site.ts")).siteBench(), count: 1, isUsual: false },
  oracle: { run: async () => (await import("./oracle.ts")).oracleBench(), count: 1, isUsual: false },
  "site-speed": {
    run: async (rounds) => (await import("./site-speed.ts")).siteSpeedBench(rounds),
    count: 3,
    isUsual: false,
  },
  shards: {
    run: async (rounds, folder) => (await import("./shards.ts")).shardsBench(rounds, folder),
    count: 3,
    isUsual: false,
  },
  differential: {
    run: async (cases, folder) => (await import("./differential.ts")).differentialBench(cases, folder),
    count: 1_000_000,
    isUsual: false,
  },
};

const [name, count, argument] = process.argv.slice(2);
const wrong = mistake();
if (wrong === undefined) {
  for (const [each, bench] of Object.entries(benches))
    if (name === each || (name === undefined && bench.isUsual))
      await bench.run(count === undefined ? bench.count : Number(count), argument);
} else {
  console.error(wrong);
  process.exitCode = 2;
}

function mistake(): string | undefined {
  if (name !== undefined && !Object.hasOwn(benches, name))
    return `there is no benchmark ${name}; there are: ${Object.keys(benches).join(", ")}`;
  if (count !== undefined && !/^[1-9]\d*$/.test(count)) return `${count} is no number of rounds`;
  return undefined;
}
