import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { deniedOf } from "../src/denied.ts";
import { formsOf } from "../src/denylist/forms.ts";
import { makeLock, openLock } from "../src/denylist/lock.ts";
import type { Term } from "../src/denylist/term.ts";
import { resolve } from "../src/findings/resolve.ts";
import { createGate, type Gate } from "../src/gate.ts";
import type { Range } from "../src/model/range.ts";
import { search } from "../src/search/search.ts";
import { type Named, people } from "./disguises.ts";

// Names in texts that are written as the bytes that they are: what xxd and hexdump print, base64, arrays of C.

function termOf({ first, last, isUnspaced }: Named): Term {
  return { kind: "person", text: isUnspaced ? `${last} ${first}` : `${first} ${last}`, options: [] };
}

const key = createHash("sha256").update("a key of tests").digest();

const nothing = { terms: [], values: [], locks: [], missing: [], notes: [], digest: "", mark: () => "" };

const terms = people.map(termOf);
const gates: readonly (readonly [string, Gate])[] = [
  ["a list", createGate({ detectors: [], denied: deniedOf({ ...nothing, terms, count: terms.length }) })],
  [
    "a lock",
    createGate({
      detectors: [],
      denied: deniedOf({
        ...nothing,
        locks: [openLock(makeLock(terms, key, formsOf), "lock", key, formsOf)],
        count: terms.length,
      }),
    }),
  ],
];

async function foundIn(text: string, gate: Gate): Promise<readonly Range[]> {
  const document = { kind: "document", name: Buffer.from("a"), nameLeaves: false, bytes: Buffer.from(text) } as const;
  const { candidates, failures } = await search(document, gate);
  expect(failures).toEqual([]);
  return resolve(candidates).map(({ range }) => range);
}

/** A text around the name, and where in its bytes that stands. */
function textWith({ first, last, isUnspaced }: Named, before: string): { readonly bytes: Buffer; readonly at: Range } {
  const name = isUnspaced ? `${last}${first}` : `${first} ${last}`;
  const start = Buffer.byteLength(before);
  return { bytes: Buffer.from(`${before}${name}, ok?`), at: { start, end: start + Buffer.byteLength(name) } };
}

const pairs = (bytes: Buffer): string[] => [...bytes].map((byte) => byte.toString(16).padStart(2, "0"));

/** Rows of sixteen bytes, as xxd and hexdump -C print them. */
function rows(bytes: Buffer, row: (pairs: readonly string[], shown: string, offset: string) => string): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const part = bytes.subarray(at, at + 16);
    const shown = part.toString("latin1").replaceAll(/[^ -~]/g, ".");
    lines.push(row(pairs(part), shown, at.toString(16).padStart(8, "0")));
  }
  return `${lines.join("\n")}\n`;
}

const apart: Readonly<Record<string, (bytes: Buffer) => string>> = {
  "a run": (bytes) => bytes.toString("hex"),
  "a run in capitals, behind 0x": (bytes) => `0x${bytes.toString("hex").toUpperCase()}`,
  spaces: (bytes) => pairs(bytes).join(" "),
  colons: (bytes) => pairs(bytes).join(":"),
  hyphens: (bytes) => pairs(bytes).join("-").toUpperCase(),
  "an array of C": (bytes) =>
    `{ ${pairs(bytes)
      .map((pair) => `0x${pair}`)
      .join(", ")} };`,
  "an array without spaces": (bytes) =>
    `[${pairs(bytes)
      .map((pair) => `0x${pair}`)
      .join(",")}]`,
  "lines of xxd -i": (bytes) =>
    pairs(bytes)
      .map((pair, index) => `${index % 12 === 0 ? "\n  " : " "}0x${pair}`)
      .join(","),
  "escapes of a shell": (bytes) =>
    `$'${pairs(bytes)
      .map((pair) => String.raw`\x${pair}`)
      .join("")}'`,
  xxd: (bytes) =>
    rows(bytes, (row, shown, offset) => {
      const groups = Array.from({ length: 8 }, (_, n) => row.slice(2 * n, 2 * n + 2).join(""));
      return `${offset}: ${groups.join(" ").padEnd(39)}  ${shown}`;
    }),
  "hexdump -C": (bytes) =>
    rows(bytes, (row, shown, offset) =>
      `${offset}  ${row.slice(0, 8).join(" ")}  ${row.slice(8).join(" ")}`.padEnd(60).concat(`|${shown}|`),
    ),
  "od -A x -t x1": (bytes) => rows(bytes, (row, _, offset) => `${offset.slice(2)} ${row.join(" ")}`),
};

/** The bytes that digits stand for, without the numbers of lines and the characters behind them. */
function bytesIn(written: string): string {
  const shown = written.includes("|") ? / *\|.*$/gm : /[\da-f]{8}: /.test(written) ? / {2}\S.*$/gm : /$/;
  const bare = written.replaceAll(new RegExp(shown, "gm"), "").replaceAll(/(?<=\n)[\da-f]{6,8}:? +|0x|\\x/g, "");
  return Buffer.from(bare.replaceAll(/[^\da-f]/gi, ""), "hex").toString();
}

describe.each(gates)("by %s, a name is found", (_, gate) => {
  test.each(Object.entries(apart))("in hexadecimal digits: %s", async (_form, write) => {
    for (const named of people)
      for (const before of ["It is by ", "x by "]) {
        const { bytes, at } = textWith(named, before);
        const text = write(bytes);
        const [range, ...others] = await foundIn(text, gate);
        expect(others).toEqual([]);
        const written = Buffer.from(text).toString("latin1", range?.start, range?.end);
        expect(bytesIn(written)).toContain(bytes.toString("utf8", at.start, at.end));
      }
  });

  test.each(["base64", "base64url"] as const)("in %s, wherever it begins", async (alphabet) => {
    for (const named of people)
      for (const before of ["by ", "of: ", "it by "]) {
        const { bytes, at } = textWith(named, before);
        const range = { start: Math.floor((at.start * 8) / 6), end: Math.ceil((at.end * 8) / 6) };
        expect(await foundIn(bytes.toString(alphabet), gate)).toEqual([range]);
      }
  });

  test("in base64 with nothing beside it, and in lines of mail", async () => {
    for (const named of people) {
      const alone = textWith(named, "").bytes.subarray(0, -5);
      expect((await foundIn(`cn:: ${alone.toString("base64")}`, gate)).length).toBe(1);
      const { bytes } = textWith(named, "Ein längerer Text, der über mehrere Zeilen geht, ist von ");
      const lines = bytes.toString("base64").replaceAll(/.{76}/g, "$&\r\n");
      expect((await foundIn(lines, gate)).length).toBe(1);
    }
  });

  test("across the border between two slices", async () => {
    for (const named of people.slice(0, 3)) {
      const { bytes } = textWith(named, "It is by ");
      for (const write of [bytes.toString("base64"), pairs(bytes).join(" ")])
        for (const shift of [1, 20, 40, write.length - 1])
          expect(
            (await foundIn(`${"a ".repeat((65_536 - shift) >> 1)}${write}\n${"b ".repeat(400)}`, gate)).length,
          ).toBe(1);
    }
  });
});

describe("bytes apart, by a list", () => {
  const name = Buffer.from("Vera Lindqvist");
  const term: Term = { kind: "person", text: name.toString(), options: [] };
  const list = createGate({ detectors: [], denied: deniedOf({ ...nothing, terms: [term], count: 1 }) });

  async function namesIn(text: string): Promise<readonly string[]> {
    return (await foundIn(text, list)).map(({ start, end }) => bytesIn(text.slice(start, end)));
  }

  const spaced = pairs(name).join(" ");

  test("are found wherever the border between two slices cuts them", async () => {
    for (const between of [" ", "\\x", ", 0x"])
      for (let shift = 0, written = pairs(name).join(between); shift <= written.length; shift++)
        expect(await namesIn(`${"-".repeat(65_535 - shift)}\n${written}\n${"b ".repeat(400)}`)).toEqual([
          name.toString(),
        ]);
  });

  test("are found behind others, however near", async () => {
    const others = pairs(Buffer.from("0123456789ab")).join(" ");
    for (const between of ["; ", " | ", "\n\n", ` ${"words ".repeat(9)}`, `\n${"words ".repeat(60)}\n`])
      expect(await namesIn(`${others}${between}${spaced}\n`)).toEqual([name.toString()]);
    // The first row does not go on in the second line, as the second one stands between.
    expect(await namesIn(`${others} | ${spaced}\n${others}\n`)).toEqual([name.toString()]);
  });

  test.each([", ", ",", ":", String.raw`\x`])(
    "are found in lines of any length, with %j between them",
    async (between) => {
      const written = pairs(name).join(between);
      for (const count of [1000, 1021, 30_000, 500_000])
        expect(await namesIn(`["${"2e".concat(between).repeat(count)}${written}${between}2e"]`)).toEqual([
          name.toString(),
        ]);
    },
  );
});

test("what is no text is not read: tables of numbers, times, fingerprints, escapes of patterns", async () => {
  const noise = [
    "2026-01-02 10:11:12 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37\n",
    `${pairs(createHash("sha512").update("x").digest()).join(":")}\n`,
    String.raw`/[\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610\u061a\u064b]/`,
    `${createHash("sha512").update("y").digest("base64")} getElementsByTagNameAndClass2026\n`,
  ].join("\n");
  for (const [, gate] of gates) expect(await foundIn(noise.repeat(50), gate)).toEqual([]);
});
