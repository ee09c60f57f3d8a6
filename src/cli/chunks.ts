import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { constants, Script } from "node:vm";

type Require = (id: string) => unknown;

/** What the build makes of a chunk: the function that CommonJS wraps around it. */
type Wrapped = (exports: object, require: Require, module: object, fileName: string, folder: string) => void;

/** Where the time stands in front of a chunk's compiled code, in bytes. */
const header = 8;

/**
 * Loads the chunks of the program with the code that V8 made of them in an earlier run. Node's own compile cache keeps a file
 * as it was when it was loaded; most functions are compiled later, when they are called first, and that would be half of a
 * hook's time. So the code is kept at the end of a run, for each command its own: each calls other functions.
 *
 * The compiled code lies beside the program: who can write there can change the program as well. It is bound to the time at
 * which its chunk was last changed, and V8 refuses what another version of V8 has made.
 */
export class Chunks {
  /** Runs what compiles, or writes what was compiled, under the same flags of V8 in each run. */
  compiling: <T>(run: () => T) => T = (run) => run();
  readonly #folder: string;
  readonly #compiled: string;
  readonly #require: Require;
  readonly #loaded = new Map<string, { exports: object }>();
  /** What was compiled in this run, and where it is kept. */
  readonly #fresh = new Map<string, { readonly script: Script; readonly changed: number }>();

  /**
   * @param folder of the program: it has `chunks`, and gets `cache`
   * @param command what the user asked for, be it a command or not
   * @param require gets what is no chunk
   */
  constructor(folder: string, command: string, require: Require) {
    this.#folder = `${folder}/chunks`;
    this.#compiled = `${folder}/cache/${encodeURIComponent(command)}-${process.version}-${process.arch}`;
    this.#require = require;
  }

  /** What a chunk exports. */
  load(name: string): object {
    const known = this.#loaded.get(name);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    this.#loaded.set(name, module);
    const filename = `${this.#folder}/${name}`;
    const require: Require = (id) => (id.startsWith("./") ? this.load(id.slice(2)) : this.#require(id));
    this.#script(name, filename)(module.exports, require, module, filename, this.#folder);
    return module.exports;
  }

  #script(name: string, filename: string): Wrapped {
    const source = readFileSync(filename, "latin1"); // the build writes ASCII
    const changed = statSync(filename).ctimeMs;
    const keptAt = `${this.#compiled}/${name}`;
    const cachedData = codeAt(keptAt, changed);
    const script = this.compiling(
      () =>
        new Script(source, {
          filename,
          ...(cachedData && { cachedData }),
          importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
        }),
    );
    if (cachedData === undefined || script.cachedDataRejected) this.#fresh.set(keptAt, { script, changed });
    return script.runInThisContext();
  }

  /** Keeps what this run compiled for the next one; where that cannot be written, each run compiles anew. */
  keep(): void {
    if (this.#fresh.size === 0) return;
    try {
      mkdirSync(this.#compiled, { recursive: true });
      writeFileSync(`${this.#compiled}/../.gitignore`, "*\n"); // some repositories hold node_modules
      for (const [path, { script, changed }] of this.#fresh) {
        const time = Buffer.alloc(header);
        time.writeDoubleLE(changed);
        const unfinished = `${this.#compiled}/${process.pid}.tmp`;
        writeFileSync(unfinished, Buffer.concat([time, this.compiling(() => script.createCachedData())]));
        renameSync(unfinished, path);
      }
    } catch {
      // Nothing but time is lost.
    }
  }
}

/** The compiled code in a file, if it was made of a chunk that was last changed at that time. */
function codeAt(path: string, changed: number): Buffer | undefined {
  try {
    const bytes = readFileSync(path);
    return bytes.length > header && bytes.readDoubleLE() === changed ? bytes.subarray(header) : undefined;
  } catch {
    return undefined;
  }
}
