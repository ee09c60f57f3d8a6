import type { Unread } from "../../model/document.ts";
import type { Entry, Kind } from "./entry.ts";

/**
 * All that is to be read, listed before anything is: how much it is tells how long it takes. Names that stand together in a folder are one text,
 * and are forgotten as they are taken, so that a million files take some thirty megabytes.
 */
export class Listing {
  length = 0;
  readonly #listed: (Names | Unread)[] = [];

  constructor(entries: Iterable<Entry | Unread>) {
    let path = "";
    let names: string[] = [];
    for (const entry of entries) {
      this.length++;
      const own = "reason" in entry ? "" : entry.name.slice(0, entry.name.lastIndexOf("/") + 1);
      if (own !== path || "reason" in entry) {
        this.#close(path, names);
        path = own;
        names = [];
      }
      if ("reason" in entry) this.#listed.push(entry);
      else names.push(letters[entry.kind ?? "unknown"] + entry.name.slice(path.length));
    }
    this.#close(path, names);
  }

  #close(path: string, names: readonly string[]): void {
    if (names.length > 0) this.#listed.push({ path, names: names.join(separator) });
  }

  /** In the order in which they were listed. Once only. */
  *take(): Generator<Entry | Unread> {
    this.#listed.reverse();
    for (let listed = this.#listed.pop(); listed !== undefined; listed = this.#listed.pop()) {
      if ("reason" in listed) {
        yield listed;
        continue;
      }
      for (const name of listed.names.split(separator))
        yield { name: listed.path + name.slice(1), kind: kinds.get(name.slice(0, 1)) };
    }
  }
}

/** Of files that stand in one folder, one behind the other. */
interface Names {
  /** With the slash behind it; empty where names have none. */
  readonly path: string;
  /** Each behind the letter of its kind. */
  readonly names: string;
}

/** It stands in no name. */
const separator = "\0";

const letters: Readonly<Record<Kind | "unknown", string>> = {
  file: "f",
  link: "l",
  target: "t",
  folder: "d",
  special: "s",
  nothing: "n",
  unknown: "u",
};

const kinds = new Map<string, Kind>(
  (["file", "link", "target", "folder", "special", "nothing"] as const).map((kind) => [letters[kind], kind]),
);
