import type { Allow, BaselineEntry } from "../model/suppression.ts";

/** What a suppression is called: `allow: secret/github-token in test/**`. */
export interface Label {
  readonly before: string;
  /** As somebody wrote it into a file: it is searched before it is shown. */
  readonly path: string;
  readonly after: string;
}

export function labelOf(entry: Allow | BaselineEntry): Label {
  const { rule, path } = entry;
  return "line" in entry
    ? { before: `baseline: ${rule} in `, path, after: ` (${entry.line})` }
    : { before: `allow: ${rule} in `, path, after: "" };
}

/** The same by its place in its file, counted from 1, without words of anybody. */
export function numbered(label: Label, place: number): Label {
  return { ...label, path: "", before: `${label.before}entry ${place}` };
}

/** With more behind it. */
export function followed(label: Label, by: string): Label {
  return { ...label, after: `${label.after} ${by}` };
}

/** Labels in the order in which they came, each once. */
export class Labels {
  readonly #all = new Map<string, Label>();

  add(label: Label): void {
    this.#all.set(JSON.stringify([label.before, label.path, label.after]), label);
  }

  [Symbol.iterator](): Iterator<Label> {
    return this.#all.values();
  }
}
