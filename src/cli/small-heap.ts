/** A flag of V8 that keeps memory small, and the same as V8 begins. */
interface Flag {
  readonly small: string;
  readonly usual: string;
}

/** What is young takes no more memory than it has. */
const youngest: Flag = { small: "--semi-space-growth-factor=1", usual: "--semi-space-growth-factor=2" };
/** One thread copies what is young. */
const single: Flag = { small: "--no-parallel-scavenge", usual: "--parallel-scavenge" };
/** What is old is collected where it has grown by so many percent. V8 decides itself where the number is 0. */
const sooner: Flag = { small: "--heap-growing-percent=70", usual: "--heap-growing-percent=0" };

/** What is old is collected when it is asked for: where V8 looks through it in steps, it grows by half meanwhile. */
const asked: Flag = { small: "--no-incremental-marking", usual: "--incremental-marking" };

/** Short buffers stand together in one of so many bytes, and one of them that is kept for a while keeps all. Node's own are of 64 kB from 24 on. */
const smallPool = 8192;

let flags: readonly Flag[] = [];

/**
 * What is young takes no more memory from here on. V8 would give it 64 MB where much of it lives for a while, and then a tree of 40,000 files
 * takes 200 MB in place of 170, in the same time: nothing of a document is needed when the next is searched.
 */
export function keepYoungSmall(): void {
  if (flags.length > 0) return;
  flags = [youngest];
  set("small");
}

/**
 * The whole heap stays small from its beginning: what is young as small as it begins, what is old is collected sooner, and one thread does the little
 * that there is to copy. Of a tree of 40,000 files that takes 4 % more instructions, and 140 MB in place of 170.
 */
export function beginWithSmallHeap(): void {
  flags = [youngest, sooner, single];
  Buffer.poolSize = smallPool;
  set("small");
}

/**
 * What is old is collected by `limitYoungAndCollectOld` alone. A log in which every line has a finding leaves much to the collector, and most of it is
 * short-lived.
 */
export function collectOldWhenAsked(): void {
  flags = [asked];
  set("small");
}

/** What a piece of a log leaves fits in it a few times, in bytes: as small as it begins, half of that would be taken for old. */
const enoughForYoung = 8 << 20;

/** Twice what a log needs, in bytes, with the memory of buffers that nobody needs any more. */
const enough = 34 << 20;

/** Asked some twenty times a second: what is young grows no more where it has what a log needs, and what is old is collected where it has grown. */
export function limitYoungAndCollectOld(): void {
  const v8 = process.getBuiltinModule("node:v8");
  const young = v8.getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space");
  if (!flags.includes(youngest) && (young?.space_size ?? 0) >= enoughForYoung) {
    flags = [...flags, youngest];
    set("small");
  }
  const { used_heap_size: used, external_memory: external } = v8.getHeapStatistics();
  if (used + external < enough) return;
  collect ??= collector();
  collect();
}

let collect: (() => void) | undefined;

/** V8 gives it to what is begun behind this flag. https://nodejs.org/api/v8.html#v8setflagsfromstringflags */
function collector(): () => void {
  const { setFlagsFromString } = process.getBuiltinModule("node:v8");
  setFlagsFromString("--expose-gc");
  const gc = process.getBuiltinModule("node:vm").runInNewContext("gc") as () => void; // what the flag says
  setFlagsFromString("--no-expose-gc");
  return gc;
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

/** Whether the heap is another one than V8 would have. */
export function hasHeapFlags(): boolean {
  return flags.length > 0;
}

function set(which: keyof Flag): void {
  // Most commits end before a flag is set, and do not wait for the module.
  for (const flag of flags) process.getBuiltinModule("node:v8").setFlagsFromString(flag[which]);
}
