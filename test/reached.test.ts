import { describe, expect, test } from "vitest";
import { openFiles, type Source, type Split } from "../src/index.ts";
import { openHistory } from "../src/sources/history/history.ts";
import { openStaged } from "../src/sources/staged.ts";
import { createFolder, createRepository, type Place } from "./repository.ts";

describe("how far a source is", () => {
  test("is known of files that git lists, of those that are named and of a walk", async () => {
    const repository = createRepository();
    for (const name of ["a", "b", "c", "d"]) repository.write(name, `${name}\n`);
    expect(await parts(repository, () => openFiles([]))).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(await parts(repository, () => openFiles(["d", "a"]))).toEqual([0, 0.5, 1]);
    const folder = createFolder();
    for (const name of ["a", "b/1", "b/2", "c"]) folder.write(name, `${name}\n`);
    expect(await parts(folder, () => openFiles([]))).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(await parts(folder, () => openFiles(["b", "b/*"]))).toEqual([0, 0.5, 1]);
  });

  test("counts the files of other shards", async () => {
    const repository = createRepository();
    for (const name of ["a", "b", "c", "d"]) repository.write(name, `${name}\n`);
    expect(await parts(repository, () => openFiles([], only("c")))).toEqual([0, 0.75]);
  });

  test("is known of the blobs of a history, those of other shards among them", async () => {
    const repository = createRepository();
    for (const name of ["a", "b", "c", "d"]) repository.write(name, `${name}\n`);
    repository.git("add", "--all");
    repository.commit();
    const tip = repository.git("rev-parse", "HEAD");
    const own = repository.git("rev-parse", "HEAD:c");
    const options = { tips: [tip], without: [], ownFile: () => undefined, readAs: () => "" };
    const given = (more = {}) => {
      const { items, done } = openHistory({ ...options, ...more });
      return Promise.resolve({ items: items(), done });
    };
    const whole = await parts(repository, given);
    // Git lists the tip with the blobs, whatever it is.
    expect(whole).toEqual([0, 0, 0, 0, 0.2, 0.4, 0.6, 0.8]);
    expect(await parts(repository, () => given({ split: only(own) }))).toEqual([0, 0.8]);
  });

  test("is known of what is staged", async () => {
    const repository = createRepository();
    repository.commit();
    repository.stage("a", "a\n");
    repository.stage("b", "b\n");
    repository.stage("copy-of-b", "b\n");
    const options = { configPath: "outgate.config.json", standing: [], withIdentities: false };
    const staged = await parts(repository, async () => openStaged(options).source);
    expect(staged).toEqual([0, 0, 0.5, 1, 1]);
  });
});

type Given = Pick<Source, "items" | "done">;

/** The part that is done, before the first item and at each document. */
async function parts(place: Place, sourceOf: () => Promise<Given>): Promise<(number | undefined)[]> {
  const before = process.cwd();
  process.chdir(place.path);
  try {
    const { items, done } = await sourceOf();
    const found = [done?.()];
    for await (const item of items) if (item.kind === "document") found.push(done?.());
    return found;
  } finally {
    process.chdir(before);
  }
}

/** The shard of what has this key. */
const only =
  (key: string): Split =>
  (other) =>
    other.toString() === key ? {} : undefined;
