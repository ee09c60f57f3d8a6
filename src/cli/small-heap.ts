/** A flag of V8 that keeps memory small, and the same as V8 begins. */
interface Flag {
  readonly small: string;
  readonly usual: string;
}

/** What is young takes no more memory than it has. */
const young: Flag = { small: "--semi-space-growth-factor=1", usual: "--semi-space-growth-factor=2" };
/** One thread copies what is young. */
const single: Flag = { small: "--no-parallel-scavenge", usual: "--parallel-scavenge" };

let flags: readonly Flag[] = [];

/**
 * What is young takes no more memory from here on. V8 would give it 64 MB where much of it lives for a while, and then a tree of 40,000 files
 * takes 200 MB in place of 170, in the same time: nothing of a document is needed when the next is searched.
 */
export function keepYoungSmall(): void {
  if (flags.length > 0) return;
  flags = [young];
  set("small");
}

/**
 * The whole heap stays small from its beginning: what is young as small as it begins, what is old is collected sooner, and one thread does the little
 * that there is to copy. Of a tree of 40,000 files that takes 4 % more instructions, and 140 MB in place of 170.
 * @param percent by which what is old may grow before it is collected
 */
export function keepHeapSmall(percent: number): void {
  flags = [young, ...oldAndSingle(percent)];
  set("small");
}

/**
 * The same of a log, but for what is young, which grows until `limitYoung`. A log in which every line has a finding leaves much to the collector, and
 * most of it is short-lived.
 */
export function keepHeapOfLogSmall(): void {
  flags = oldAndSingle(30);
  set("small");
}

function oldAndSingle(percent: number): Flag[] {
  return [{ small: `--heap-growing-percent=${percent}`, usual: "--heap-growing-percent=0" }, single];
}

/** What a piece of a log leaves fits in it a few times, in bytes: as small as it begins, half of that would be taken for old, and collected as such. */
const enoughForYoung = 8 << 20;

/** Asked some twenty times a second: where the young part has grown to what a log needs, it takes no more from here on. */
export function limitYoung(): void {
  if (flags.includes(young)) return;
  const spaces = process.getBuiltinModule("node:v8").getHeapSpaceStatistics();
  if ((spaces.find(({ space_name: name }) => name === "new_space")?.space_size ?? 0) < enoughForYoung) return;
  flags = [...flags, young];
  set("small");
}

/**
 * Runs something under the flags with which V8 begins. It takes compiled code only under the flags under which that was made, and a flag is set
 * in the midst of a check, sooner or later by the machine.
 */
export function withUsualFlags<T>(run: () => T): T {
  set("usual");
  try {
    return run();
  } finally {
    set("small");
  }
}

function set(which: keyof Flag): void {
  // Most commits end before a flag is set, and do not wait for the module.
  for (const flag of flags) process.getBuiltinModule("node:v8").setFlagsFromString(flag[which]);
}
