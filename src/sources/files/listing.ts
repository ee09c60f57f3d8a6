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
      else names.push(figureOf(entry.kind) + entry.name.slice(path.length));
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
        yield { name: listed.path + name.slice(1), kind: kinds[Number(name.charAt(0))] };
    }
  }
}

/** Of files that stand in one folder, one behind the other. */
interface Names {
  /** With the slash behind it; empty where names have none. */
  readonly path: string;
  /** Each behind the figure of its kind. */
  readonly names: string;
}

/** It stands in no name. */
const separator = "\0";

/** Each by the figure of its place; one more stands for a kind that is to be asked. */
const kinds: readonly Kind[] = ["file", "link", "target", "folder", "special", "nothing"];
const unknown = kinds.length;

function figureOf(kind: Kind | undefined): string {
  return String(kind === undefined ? unknown : kinds.indexOf(kind));
}
