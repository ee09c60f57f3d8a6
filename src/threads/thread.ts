import { Worker } from "node:worker_threads";
import type { Config } from "../config/config.ts";
import type { Gate } from "../gate.ts";
import type { Sight } from "../model/ahead.ts";
import { codeOf } from "../model/system-error.ts";

/** A batch: names of files, their bytes in Latin-1; undefined where there is nothing to search ahead. */
export type Names = readonly (string | undefined)[];

/** What is known of each name of a batch; nothing where it is shorter. */
export type Sights = readonly Sight[];

/** What a thread starts with. */
export interface ThreadData {
  readonly config: Config;
  /** Whether what is looked for on sites alone is looked for. */
  readonly isSite: boolean;
  /** What is denied, as plain data: it stays in the memory of this process. Missing where there is no list. */
  readonly list: unknown;
  /** Holds the index of the name that it is at, and -1 between two batches. Memory that both share: it outlives a crash. */
  readonly at: Int32Array;
}

interface Task {
  readonly resolve: (sights: Sights) => void;
}

/** So many batches are on their way to a thread, so that it need not wait for the next. */
const most = 3;

/** A search leaves little behind; what needs so much more than a thread ever did would end the whole process with it. */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 };

/**
 * A thread that searches files. A document that ends it, because it runs out of memory or because of a mistake of ours, is one
 * that could not be searched; the others of its batches are left to whoever asked.
 */
export class Thread {
  readonly #worker: Worker;
  readonly #at: Int32Array = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
  readonly #tasks: Task[] = [];
  #cause = "it ended";
  #isAlive = true;

  /** @param script calls `serve`. */
  constructor(script: string | URL, { config, denied }: Pick<Gate, "config" | "denied">, isSite: boolean) {
    const workerData: ThreadData = { config, isSite, list: denied?.list, at: this.#at };
    this.#worker = new Worker(script, { workerData, resourceLimits });
    this.#worker.on("message", (sights: Sights) => this.#tasks.shift()?.resolve(sights));
    this.#worker.on("error", (error) => (this.#cause = codeOf(error)));
    // Only now all messages have come in.
    this.#worker.on("exit", () => this.#lose());
  }

  get isFree(): boolean {
    return this.#isAlive && this.#tasks.length < most;
  }

  /** Never rejects. */
  async search(names: Names): Promise<Sights> {
    return new Promise((resolve) => {
      this.#tasks.push({ resolve });
      this.#worker.postMessage(names, []);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #lose(): void {
    this.#isAlive = false;
    const at = this.#at[0] ?? -1;
    const sights: Sight[] = [];
    if (at !== -1) sights[at] = { kind: "failed", reason: `the thread that searched it died: ${this.#cause}` };
    for (const { resolve } of this.#tasks.splice(0)) resolve(sights.splice(0));
  }
}
