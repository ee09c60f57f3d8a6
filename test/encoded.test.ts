import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import { blocked, createFolder, createRepository, passed, program } from "./repository.ts";

const token = fill("ghp_{base62:30}{crc32}", 1);
const line = `TOKEN=${token}\n`;
const rule = "secret/github-token";

const hex = (text: string | Buffer): string => Buffer.from(text).toString("hex");
const base64 = (text: string | Buffer): string => Buffer.from(text).toString("base64");
const wrapped = (text: string, length: number): string =>
  text.match(new RegExp(`.{1,${length}}`, "g"))?.join("\n") ?? "";

/** How something is written, and where it is found: line, column and surface. `TOKEN=` is before the token. */
const ways: Readonly<Record<string, { readonly write: (text: string) => Buffer | string; readonly where: string }>> = {
  "hexadecimal digits": { write: (text) => `id: ${hex(text)}.`, where: "1:17 hexadecimal in text" },
  "capital digits": { write: (text) => `0x${hex(text).toUpperCase()}`, where: "1:15 hexadecimal in text" },
  "a dump in lines": {
    write: (text) => wrapped(hex(`${"some text ".repeat(3)}${text}`), 60),
    where: "2:13 hexadecimal in text",
  },
  gzip: { write: (text) => gzipSync(text), where: "1:1 gzip in text" },
  "gzip in base64, in lines": {
    write: (text) => `a: |\n${wrapped(base64(gzipSync(text)), 20)}\n`,
    where: "2:1 gzip in base64 in text",
  },
  "gzip in hexadecimal digits": {
    write: (text) => `(${hex(gzipSync(text))})`,
    where: "1:2 gzip in hexadecimal in text",
  },
  "base64 in gzip": { write: (text) => gzipSync(base64(text)), where: "1:1 base64 in gzip in text" },
  "gzip in gzip": { write: (text) => gzipSync(gzipSync(text)), where: "1:1 gzip in gzip in text" },
};

describe.each(Object.entries(ways))("in %s", (_, { write, where }) => {
  test("a token stops", () => {
    const folder = createFolder();
    folder.write("a", write(line));
    const [place = "", ...surface] = where.split(" ");
    expect(folder.check("files")).toEqual(blocked(`a:${place} ${rule} (${surface.join(" ")})`));
  });

  test("a denied term stops, and a clean twin passes", () => {
    const repository = createRepository();
    repository.runWith("codename: zorbulon\n", process.execPath, program, "deny", "add");
    repository.write("a", write("The name of it: Zorbulon. It stays here."));
    const { code, findings } = repository.check("files", "a");
    expect({ code, rules: findings.map((found) => / (\S+)/.exec(found)?.[1]) }).toEqual({
      code: 1,
      rules: ["term/codename"],
    });
    repository.write("a", write("The name of it is told elsewhere. It stays there."));
    expect(repository.check("files", "a")).toEqual(passed());
  });
});

const tooLong = "gzip in it was not searched, because it is longer than 64 MB or 200 times as long as its bytes";

describe("a bomb", () => {
  test("is what was not checked, wherever it stands, and the rest is", () => {
    const folder = createFolder();
    const bomb = gzipSync(Buffer.alloc(4 << 20));
    folder.write("bomb", bomb);
    expect(folder.check("files")).toEqual(passed({ code: 2, unscanned: [`failed bomb: ${tooLong}`] }));
    folder.write("bomb", `${base64(bomb)}\n${line}`);
    expect(folder.check("files")).toEqual({ ...blocked(`bomb:2:7 ${rule}`), unscanned: [`failed bomb: ${tooLong}`] });
  });

  test("of many parts has the room of one", () => {
    const folder = createFolder();
    const large = base64(gzipSync(Buffer.alloc(1 << 20)));
    folder.write("a", `"${large}"\n`.repeat(64));
    expect(folder.check("files")).toEqual(passed());
    folder.write("a", `"${large}"\n`.repeat(65));
    expect(folder.check("files")).toEqual(passed({ code: 2, unscanned: [`failed a: ${tooLong}`] }));
  });
});

test("gzip in more of it than is unpacked was not checked", () => {
  const folder = createFolder();
  const times = (count: number): Buffer => (count === 0 ? Buffer.from(line) : gzipSync(times(count - 1)));
  folder.write("3.gz", times(3));
  expect(folder.check("files").findings).toEqual([`3.gz:1:1 ${rule} (gzip in gzip in gzip in text)`]);
  folder.write("3.gz", times(4));
  expect(folder.check("files")).toEqual({
    ...passed(),
    code: 2,
    unscanned: ["failed 3.gz: gzip in it was not searched, because it stands in more than 3 others"],
  });
});

test("what begins like gzip and is none is searched as it stands", () => {
  const folder = createFolder();
  folder.write("a", Buffer.concat([Buffer.from("1f8b0800000000000003ffff", "hex"), Buffer.from(line)]));
  const { code, findings, unscanned } = folder.check("files");
  expect({ code, findings, unscanned }).toEqual({ code: 1, findings: [`a:1:13 ${rule}`], unscanned: [] });
});
