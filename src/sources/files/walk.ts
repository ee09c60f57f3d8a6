import { readdirSync } from "node:fs";
import type { Unread } from "../../model/document.ts";
import { codeOf } from "../../model/system-error.ts";
import { type Entry, kindOfStatus, unread } from "./entry.ts";

/** Everything below a folder, in the order of names, which are bytes and need not be UTF-8. */
export function* walk(top: string, skipped: readonly string[] = [".git"]): Generator<Entry | Unread> {
  const left: Entry[] = [{ name: top, kind: "folder" }];
  for (let entry = left.pop(); entry !== undefined; entry = left.pop()) {
    const inside = entry.kind === "folder" ? listing(entry.name, skipped) : entry;
    if (!Array.isArray(inside)) yield inside;
    else for (const one of inside.toReversed()) left.push(one);
  }
}

/** What stands in a folder, in the order of names. */
function listing(folder: string, skipped: readonly string[]): Entry[] | Unread {
  const path = Buffer.from(folder === "" ? "." : folder, "latin1");
  const before = folder === "" || folder.endsWith("/") ? folder : `${folder}/`;
  try {
    return readdirSync(path, { withFileTypes: true, encoding: "latin1" })
      .filter(({ name }) => !skipped.includes(name))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map((entry) => ({ name: before + entry.name, kind: kindOfStatus(entry) }));
  } catch (error) {
    return unread("failed", Buffer.from(folder, "latin1"), `the folder cannot be read: ${codeOf(error)}`);
  }
}
