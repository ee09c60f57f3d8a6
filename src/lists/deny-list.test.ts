import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createFolder, createRepository, type Place } from "../../test/repository.ts";
import { type FormsOf, makeLock } from "../denylist/lock.ts";
import type { DenyList } from "../denylist/open.ts";
import { GateError } from "../model/error.ts";
import { type DenyListOptions, openDenyList } from "./deny-list.ts";
import { lockName, plainName } from "./lists.ts";

const formsOf: FormsOf = ({ text }) => [text.toLowerCase()];

const key = Buffer.from("00112233445566778899aabbccddeeff0f1e2d3c4b5a69788796a5b4c3d2e1f0", "hex");
const lock = makeLock([{ kind: "codename", text: "bluefin", options: [] }], key, formsOf);

beforeEach(() => {
  const { path } = createFolder();
  for (const name of ["OUTGATE_KEY", "OUTGATE_AGE_IDENTITY", "OUTGATE_DENYLIST"]) vi.stubEnv(name, "");
  vi.stubEnv("XDG_CONFIG_HOME", path);
  vi.stubEnv("HOME", path);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

async function open({ path }: Place, options: Partial<DenyListOptions> = {}): Promise<DenyList | undefined> {
  const defaults = { config: undefined, folder: path, top: path, named: [], allowsMissing: false, formsOf };
  return openDenyList({ ...defaults, ...options });
}

/** Terms of all stores and forms of the lock, or what is wrong. */
async function found(place: Place, options: Partial<DenyListOptions> = {}): Promise<string> {
  try {
    const list = await open(place, options);
    if (list === undefined) return "no list";
    const locked = list.locks.map(({ lookup }) => `lock ${lookup.kindOf("bluefin") ?? ""}`);
    return [...list.terms.map(({ text }) => text), ...locked, ...list.missing.map(({ reason }) => reason)].join(", ");
  } catch (error) {
    if (error instanceof GateError) return `error: ${error.message}`;
    throw error;
  }
}

describe("without a config that speaks of a list", () => {
  test("there is none, or those that stand at the top of the repository", async () => {
    vi.stubEnv("OUTGATE_KEY", key.toString("hex"));
    const repository = createRepository();
    expect(await found(repository)).toBe("no list");
    repository.write(plainName, "Jane Public\n");
    expect(await found(repository)).toBe("Jane Public");
    repository.write(lockName, lock);
    expect(await found(repository)).toBe("Jane Public, lock codename");
    expect(await found(repository, { top: undefined })).toBe("no list");
  });

  test("a lock without a key stops", async () => {
    const repository = createRepository();
    repository.write(lockName, lock);
    expect(await found(repository)).toBe(`error: the lock ${lockName} has no key`);
    expect(await found(repository, { allowsMissing: true })).toBe(`the lock ${lockName} has no key`);
  });

  test("a plain list that git tracks stops", async () => {
    const repository = createRepository();
    repository.commitFile(plainName, "Jane Public\n");
    expect(await found(repository)).toMatch(
      /^error: the deny list \.privacy_deny_list is plain text, and git tracks it/,
    );
  });
});

describe("with a config", () => {
  test("its stores count from its folder, or from the home folder, and each must be there", async () => {
    const repository = createRepository();
    const home = createFolder();
    vi.stubEnv("HOME", home.path);
    home.write("lists/a", "Jane Public\n");
    repository.write("sub/b", "Sam Sample\n");
    repository.write(plainName, "Not Meant\n");
    const folder = join(repository.path, "sub");
    const config = { stores: ["~/lists/a", "b"] };
    expect(await found(repository, { config, folder })).toBe("Jane Public, Sam Sample");
    rmSync(join(folder, "b"));
    expect(await found(repository, { config, folder })).toBe("error: the deny list b is missing");
    expect(await found(repository, { config, folder, allowsMissing: true })).toBe(
      "Jane Public, the deny list b is missing",
    );
  });

  test("a tracked list may be plain where it says so", async () => {
    const repository = createRepository();
    repository.commitFile("terms", "Jane Public\n");
    expect(await found(repository, { config: { stores: ["terms"] } })).toMatch(
      /^error: the deny list terms is plain text/,
    );
    expect(await found(repository, { config: { stores: ["terms"], private: true } })).toBe("Jane Public");
  });

  test("a list outside that another repository tracks stops as well, also through a link", async () => {
    const [repository, settings] = [createRepository(), createRepository()];
    settings.commitFile("terms", "Jane Public\n");
    settings.write("other", "Sam Sample\n");
    const said = /^error: the deny list .*terms is plain text, and git tracks it/;
    const stores = (name: string): Partial<DenyListOptions> => ({ config: { stores: [join(settings.path, name)] } });
    expect(await found(repository, stores("terms"))).toMatch(said);
    expect(await found(repository, stores("other"))).toBe("Sam Sample");
    symlinkSync(join(settings.path, "terms"), join(repository.path, "my-terms"));
    expect(await found(repository, { config: { stores: ["my-terms"] } })).toMatch(said);
  });
});

test("a flag and OUTGATE_DENYLIST add a list for one run", async () => {
  const repository = createRepository();
  const folder = createFolder();
  for (const name of ["Ann A", "Bob B", "Cid C"]) folder.write(name, `${name}\n`);
  repository.write(plainName, "Jane Public\n");
  vi.stubEnv("OUTGATE_DENYLIST", join(folder.path, "Bob B"));
  const named = [join(folder.path, "Ann A"), join(folder.path, "Cid C")];
  expect(await found(repository, { named })).toBe("Jane Public, Ann A, Cid C, Bob B");
  expect(await found(repository, { named: [join(folder.path, "nothing")] })).toMatch(
    /^error: the deny list .*nothing is missing/,
  );
});

function committed(files: Readonly<Record<string, string>>, isIndex = true): NonNullable<DenyListOptions["committed"]> {
  return { isIndex, read: (path) => (files[path] === undefined ? undefined : Buffer.from(files[path])) };
}

describe("what judges a change is not the work tree", () => {
  test("a lock is that of the index or the base, also where the work tree has another or none", async () => {
    vi.stubEnv("OUTGATE_KEY", key.toString("hex"));
    const repository = createRepository();
    expect(await found(repository, { committed: committed({ [lockName]: lock }) })).toBe("lock codename");
    repository.write(lockName, "damaged");
    expect(await found(repository, { committed: committed({ [lockName]: lock }, false) })).toBe("lock codename");
    expect(await found(repository, { committed: committed({}) })).toMatch(/^error: denylist\/terms\.lock is no lock/);
  });

  test("a plain list that the index has stops, and one that it does not have is read", async () => {
    const repository = createRepository();
    repository.write(plainName, "Jane Public\n");
    expect(await found(repository, { committed: committed({}) })).toBe("Jane Public");
    expect(await found(repository, { committed: committed({ [plainName]: "Sam Sample\n" }) })).toMatch(
      /^error: .* git tracks it/,
    );
  });
});

test("a key's file is read where OUTGATE_KEY is not set, and another key opens nothing", async () => {
  const repository = createRepository();
  const folder = createFolder();
  vi.stubEnv("XDG_CONFIG_HOME", folder.path);
  repository.write(lockName, lock);
  folder.write("outgate/key", "");
  writeFileSync(join(folder.path, "outgate/key"), key.toString("hex"));
  expect(await found(repository)).toMatch(/^error: the key .*outgate\/key can be read by others/);
  rmSync(join(folder.path, "outgate/key"));
  writeFileSync(join(folder.path, "outgate/key"), key.toString("hex"), { mode: 0o600 });
  expect(await found(repository)).toBe("lock codename");
  vi.stubEnv("OUTGATE_KEY", Buffer.from(key.map((byte) => byte ^ 1)).toString("hex"));
  expect(await found(repository)).toBe(`error: the lock ${lockName} was made with another key`);
});
