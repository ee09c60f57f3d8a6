import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateX25519Identity, identityToRecipient, Encrypter } from "age-encryption";
import { describe, expect, test } from "vitest";
import { complaint } from "../../test/complaint.ts";
import { createFolder } from "../../test/repository.ts";
import { type FormsOf, makeLock } from "./lock.ts";
import { type DenyList, openStores, type OpenOptions } from "./open.ts";
import { seal } from "./sealed.ts";
import { readTerms, termsOf } from "./terms-file.ts";

const formsOf: FormsOf = ({ kind, text }) => (kind === "secret" ? [] : [text.toLowerCase()]);

const key = Buffer.from("00112233445566778899aabbccddeeff0f1e2d3c4b5a69788796a5b4c3d2e1f0", "hex");
const identity = await generateX25519Identity();
const recipient = await identityToRecipient(identity);

/** Opens files of these contents as stores. */
async function open(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<OpenOptions> = {},
): Promise<DenyList> {
  const path = createFolder().path;
  for (const [name, contents] of Object.entries(files)) writeFileSync(join(path, name), contents, { mode: 0o600 });
  return openStores({
    places: Object.keys(files).map((name) => ({ name, path: join(path, name), isTracked: () => false })),
    key: { variable: key.toString("hex"), file: join(path, "key") },
    identities: { variable: identity, file: join(path, "identity") },
    isPrivate: false,
    allowsMissing: false,
    formsOf,
    ...options,
  });
}

const list = "person: Jane Public\nsecret: hunter2!hunter2\n";
const lock = makeLock([{ kind: "word", text: "quux", options: [] }], key, formsOf);

test("a plain, a sealed and a locked store are told by what is in them, and joined", async () => {
  const sealed = await seal("codename: bluefin\nsecret: hunter2!hunter2\nsecret: other-value\n", [recipient]);
  const { terms, values, locks, count, missing, notes } = await open({ a: list, b: sealed, c: lock });
  expect(terms.map(({ kind, text }) => `${kind} ${text}`)).toEqual(["person Jane Public", "codename bluefin"]);
  expect(values).toEqual(["hunter2!hunter2", "other-value"]);
  expect(locks.map(({ lookup }) => [lookup.kindOf("quux"), lookup.kindOf("bluefin")])).toEqual([["word", undefined]]);
  expect({ count, missing, notes }).toEqual({ count: 5, missing: [], notes: [] });
});

test("a term counts once, in how many lists and locks it stands", async () => {
  const family = "person: Jane Public\nperson: Zebulon Quux\nsecret: hunter2!hunter2\n";
  const ofAll = makeLock(
    termsOf(readTerms(Buffer.from(family), "list")).map(({ term }) => term),
    key,
    formsOf,
  );
  expect((await open({ a: family, b: list })).count).toBe(3);
  expect((await open({ a: family, b: ofAll })).count).toBe(3);
  expect((await open({ a: "person: Jane Public\nperson: Somebody Else\n", b: ofAll })).count).toBe(4);
  expect((await open({ a: list, b: ofAll, c: lock })).count).toBe(4);
});

test("where a missing list is allowed the key of one's own other locks counts as none, and OUTGATE_KEY does not", async () => {
  const own = { variable: undefined, file: join(createFolder().path, "key") };
  writeFileSync(own.file, `${key.toString("hex").replace("0011", "1100")}\n`, { mode: 0o600 });
  const { locks, missing } = await open({ a: lock }, { key: own, allowsMissing: true });
  expect({ locks, missing }).toEqual({
    locks: [],
    missing: [{ document: "denylist", reason: "the lock a was made with another key", kind: "skipped" }],
  });
  const other = "the lock a was made with another key";
  expect(await complaint(() => open({ a: lock }, { key: own }))).toContain(other);
  const variable = key.toString("hex").replace("0011", "1100");
  expect(await complaint(() => open({ a: lock }, { key: { ...own, variable }, allowsMissing: true }))).toContain(other);
  expect(await complaint(() => open({ a: lock.slice(0, -80) }, { key: own, allowsMissing: true }))).toContain(
    "damaged",
  );
});

test("a list can have some hundred thousand terms", async () => {
  const lines = Array.from({ length: 300_000 }, (_, number) => `word: quux${number}\n`);
  expect((await open({ a: lines.join("") })).count).toBe(lines.length);
});

test("the digest is that of the lists, and of nothing else", async () => {
  const [one, same, other] = [await open({ a: list }), await open({ b: list }), await open({ a: `${list}x y` })];
  expect(one.digest).toBe(same.digest);
  expect(other.digest).not.toBe(one.digest);
});

test("a binary age file is read like an armored one", async () => {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  expect((await open({ "terms.age": await encrypter.encrypt(list) })).count).toBe(2);
});

test("what is committed goes before what is on the disk", async () => {
  const places = [{ name: "terms", path: "/nowhere/terms", committed: Buffer.from("bluefin"), isTracked: () => true }];
  expect((await open({}, { places, isPrivate: true })).terms.map(({ text }) => text)).toEqual(["bluefin"]);
  expect(await complaint(async () => open({}, { places }))).toMatch(
    /^the deny list terms is plain text, and git tracks it: /,
  );
});

describe("a store that cannot be used stops everything, and says what to do", () => {
  test.each([
    ["a", "", "the deny list a is empty. "],
    ["a", "# nothing yet\n", "the deny list a holds no term. "],
    ["a", "person: \n", "line 1 of the deny list a has a kind and no term. "],
    ["terms.lock", list, "terms.lock is no lock: it does not begin as one. "],
    ["terms.age", list, "terms.age is no list sealed by age: it does not begin as one. "],
    ["a", lock.slice(0, -1), "the lock a is cut off or damaged. "],
    ["a", lock.replace(/^outgate-lock/, "outgate-lokk"), "line 3 of the deny list a "],
  ])("%s %j", async (name, contents, said) => {
    expect((await complaint(async () => open({ [name]: contents }))).slice(0, said.length)).toBe(said);
  });

  test("a missing one, a lock without its key, a sealed list without an identity", async () => {
    const nothing = { variable: undefined, file: "/nowhere/x" };
    const lost = { places: [{ name: "terms", path: "/nowhere/terms", isTracked: () => false }] };
    const sealed = { "terms.age": await seal(list, [recipient]) };
    const cases = [
      (more: Partial<OpenOptions>) => open({}, { ...lost, ...more }),
      (more: Partial<OpenOptions>) => open({ "terms.lock": lock }, { key: nothing, ...more }),
      (more: Partial<OpenOptions>) => open(sealed, { identities: nothing, ...more }),
    ];
    const reasons = [
      "the deny list terms is missing",
      "the lock terms.lock has no key",
      "the sealed deny list terms.age has no age identity",
    ];
    for (const [index, run] of cases.entries()) {
      expect(await complaint(async () => run({}))).toContain(reasons[index]);
      const { missing, count } = await run({ allowsMissing: true });
      expect(missing).toEqual([{ document: "denylist", reason: reasons[index], kind: "skipped" }]);
      expect(count).toBe(0);
    }
  });

  test("what may be missing may not be damaged", async () => {
    const allowsMissing = true;
    expect(await complaint(async () => open({ a: "" }, { allowsMissing }))).toMatch(/is empty/);
    expect(await complaint(async () => open({ "a.lock": lock.slice(1) }, { allowsMissing }))).toMatch(/is no lock/);
    const other = { variable: key.toString("base64").replace("A", "B"), file: "" };
    expect(await complaint(async () => open({ a: lock }, { allowsMissing, key: other }))).toMatch(/with another key/);
  });

  test("a sealed list that is damaged, cut off, or sealed to others", async () => {
    const sealed = await seal(list, [recipient]);
    const said =
      "the sealed deny list a is cut off or damaged. Restore it from git, or seal the list again: `outgate deny seal`.";
    for (const at of [60, 120, 200, sealed.length - 60])
      expect(
        await complaint(async () =>
          open({ a: sealed.slice(0, at) + (sealed[at] === "A" ? "B" : "A") + sealed.slice(at + 1) }),
        ),
      ).toMatch(/^the sealed deny list a (?:is cut off or damaged|cannot be opened with this identity)\. /);
    expect(await complaint(async () => open({ a: sealed.slice(0, 200) }))).toBe(said);
    const stranger = { variable: await generateX25519Identity(), file: "" };
    expect(await complaint(async () => open({ a: sealed }, { identities: stranger }))).toMatch(
      /^the sealed deny list a cannot be opened with this identity\. /,
    );
    expect(await complaint(async () => open({ a: sealed.replace("BEGIN AGE", "BEGIN AGF") }))).toMatch(
      /^line 1 of the deny list a looks like/,
    );
  });

  test("a list that git tracks, unless the config allows it; one that others can read is told", async () => {
    const path = join(createFolder().path, "terms");
    writeFileSync(path, list);
    chmodSync(path, 0o644);
    const places = [{ name: "terms", path, isTracked: () => true }];
    expect(await complaint(async () => open({}, { places }))).toMatch(
      /^the deny list terms is plain text, and git tracks it/,
    );
    expect((await open({}, { places, isPrivate: true })).notes).toEqual([
      "The deny list terms can be read by others: `chmod 600` keeps it to you.",
    ]);
  });
});
