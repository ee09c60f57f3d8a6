import { expect, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import { createGate } from "../src/gate.ts";
import { Redactor } from "../src/log/redactor.ts";
import { walk } from "../src/model/steps.ts";
import { search } from "../src/search/search.ts";
import { gate as logs, placeholders } from "./log-gate.ts";

const gate = createGate();

const passwords = Array.from({ length: 10 }, (_, seed) => fill("{base62:16}", seed));

/** What each row holds beside its password, in which nothing is found. */
const filler = "what it says. ".repeat(60);

interface Table {
  readonly kind: string;
  readonly head: string;
  /** @param text without marks */
  readonly row: (password: string, text: string) => string;
  readonly between: string;
  readonly end: string;
}

const tables: readonly Table[] = [
  {
    kind: "INSERT, a row in each line",
    head: "INSERT INTO users (id, note, password) VALUES\n",
    row: (password, text) => `(7, 'it''s ${text} at C:\\\\', '${password}')`,
    between: ",\n",
    end: ";\n",
  },
  {
    kind: "INSERT in one line",
    head: "INSERT INTO users (password, at, note) VALUES ",
    row: (password, text) => `('${password}', now(), '${text}')`,
    between: ",",
    end: ";\n",
  },
  {
    kind: "COPY",
    head: "COPY users (id, note, password) FROM stdin;\n",
    row: (password, text) => `7\t${text}\t${password}`,
    between: "\n",
    end: "\n\\.\n",
  },
  {
    kind: "Markdown",
    head: "| id | note | password |\n|---|---|---|\n",
    row: (password, text) => `| 7 | ${text} | ${password} |`,
    between: "\n",
    end: "\n\n",
  },
  {
    kind: "HTML",
    head: "<table><tr><th>id</th><th>note</th><th>password</th></tr>\n",
    row: (password, text) => `<tr><td>7</td><td>${text}</td><td>${password}</td></tr>`,
    between: "\n",
    end: "</table>\n",
  },
];

function written({ head, row, between, end }: Table, texts: readonly string[]): Buffer {
  const rows = texts.map((text, index) => row(passwordOf(index), text));
  return Buffer.from(`${filler}\n${head}${rows.join(between)}${end}${row(fill("{base62:18}"), filler)}\n`);
}

function passwordOf(index: number): string {
  return passwords[index % passwords.length] ?? "";
}

async function foundIn(bytes: Buffer): Promise<string[]> {
  const { candidates, failures } = await search(
    { kind: "document", name: Buffer.from("dump"), nameLeaves: true, bytes },
    gate,
  );
  expect(failures).toEqual([]);
  const columns = candidates.filter(({ detector }) => detector.id === "secret/column-secret");
  const places = new Map(columns.map(({ range, text }) => [range.start, text.toString()]));
  return [...places].toSorted(([a], [b]) => a - b).map(([, text]) => text);
}

test.each(tables)("every row of a table of three pieces is read: $kind", async (table) => {
  const texts = Array.from({ length: 3000 }, () => filler);
  expect(await foundIn(written(table, texts))).toEqual(texts.map((_, index) => passwordOf(index)));
});

test.each(tables.filter(({ kind }) => kind !== "HTML"))("so are those around a long cell: $kind", async (table) => {
  const texts = [40_000, 70_000, 200_000, 1_200_000].flatMap((length) => [
    filler,
    filler,
    "some text ".repeat(length / 10),
    filler,
  ]);
  expect(await foundIn(written(table, texts))).toEqual(texts.map((_, index) => passwordOf(index)));
});

test.each(tables)("a table is masked to its end, however it comes in: $kind", async (table) => {
  const texts = Array.from({ length: 500 }, (_, index) => filler.slice(index % 400));
  const bytes = written(table, texts);
  const whole = await redacted(bytes, bytes.length, false);
  expect(passwords.filter((password) => whole.includes(password))).toEqual([]);
  expect(whole.split("[secret:column-secret:").length - 1).toBe(texts.length);
  expect(await redacted(bytes, 7_001, false)).toBe(whole);
  for (const length of [900, 7_001, 70_001, 150_001]) {
    const flushed = await redacted(bytes, length, true);
    expect(passwords.filter((password) => flushed.includes(password))).toEqual([]);
  }
});

/** What comes out of some bytes that come in pieces of a length. @param isFlushed whether who reads does not wait for what comes behind a piece */
async function redacted(bytes: Buffer, length: number, isFlushed: boolean): Promise<string> {
  const redactor = new Redactor(logs, placeholders);
  const out: Buffer[] = [];
  for (let start = 0; start < bytes.length; start += length) {
    const piece = bytes.subarray(start, start + length);
    for (let at = 0; at < piece.length;) {
      const count = piece.copy(redactor.room, 0, at);
      redactor.added(count);
      at += count;
      while (redactor.isWhole) out.push(Buffer.from((await walk(redactor.next())).bytes));
    }
    if (isFlushed) out.push(Buffer.from((await walk(redactor.flush())).bytes));
  }
  out.push(Buffer.from((await walk(redactor.end())).bytes));
  return Buffer.concat(out).toString();
}
