import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { setTimeout } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import { type LogRedactor, openGate, openRedactor, winstonFormat } from "../src/index.ts";
import pinoTransport from "../src/pino.ts";

const token = fill("ghp_{base62:30}{crc32}");
const key = "a key of this test";
const config = {};

/** A line of some kilobytes with a token. */
function longLine(at: number): string {
  return `${at} use ${fill("ghp_{base62:30}{crc32}", at % 50)} ${"and more ".repeat(400)}\n`;
}

let redactor: LogRedactor;

beforeAll(async () => {
  redactor = await openRedactor({ config, key });
});

describe("the library", () => {
  test("masks a text", () => {
    expect(redactor.redact(`use ${token}`)).toMatch(/^use \[secret:github-token:[0-9a-f]{4}\]$/);
    expect(redactor.redact('{"password":"a","n":1}')).toMatch(
      /^\{"password":"\[secret:named-value:[0-9a-f]{4}\]","n":1\}$/,
    );
    expect(redactor.redact("nothing \u{1f600}\n")).toBe("nothing \u{1f600}\n");
  });

  test("finds denied terms, and does not tell of what kind they are", async () => {
    const list = join(mkdtempSync(join(tmpdir(), "outgate-test-")), "terms");
    writeFileSync(list, "codename: bluefin\n", { mode: 0o600 });
    const own = await openRedactor({ config, key, denylist: list });
    expect(own.redact("about Bluefin.")).toMatch(/^about \[term:[0-9a-f]{4}\]\.$/);
  });

  test("masks a name that stands in two fields, and keeps the fields and what stands between them", async () => {
    const list = join(mkdtempSync(join(tmpdir(), "outgate-test-")), "terms");
    writeFileSync(list, "person: Begoña Ibáñez\n", { mode: 0o600 });
    const text = '{"first":"Begoña","age":41,"last":"Ibáñez"}';
    const own = await openRedactor({ config, key, denylist: list });
    expect(own.redact(text)).toMatch(/^\{"first":"\[term:[0-9a-f]{4}\]","age":41,"last":"\[term:[0-9a-f]{4}\]"\}$/);
    const gate = await openGate({ config, denylist: list });
    expect(gate.redact(text)).toMatch(/^\{"first":"\[[\w:-]+\]","age":41,"last":"\[[\w:-]+\]"\}$/);
  });

  test("gives the same through both kinds of streams as in one piece, however it is cut", async () => {
    const text = Array.from({ length: 30_000 }, (_, at) =>
      at % 50 === 0
        ? `{"at":${at},"password":"p${at}","t":"${fill("ghp_{base62:30}{crc32}", at)}"}\n`
        : `line ${at} of a log\n`,
    ).join("");
    const expected = redactor.redact(text);
    expect(expected).not.toContain("ghp_");
    const bytes = Buffer.from(text);
    const chunks = (): Buffer[] =>
      Array.from({ length: Math.ceil(bytes.length / 70_001) }, (_, at) =>
        bytes.subarray(at * 70_001, (at + 1) * 70_001),
      );
    const out = new PassThrough({ highWaterMark: 1 << 24 });
    await pipeline(Readable.from(chunks()), redactor.transform(), out);
    expect((await buffer(out)).toString()).toBe(expected);
    const web = Readable.toWeb(Readable.from(chunks())).pipeThrough(redactor.transformStream());
    expect((await buffer(web)).toString()).toBe(expected);
  });

  test("takes no more than its reader does, and loses nothing by waiting", async () => {
    const count = 6000;
    let pulled = 0;
    const source = Readable.from(
      (function* () {
        for (; pulled < count; pulled++) yield Buffer.from(longLine(pulled));
      })(),
    );
    const stream = redactor.transform();
    source.pipe(stream);
    while (!stream.writableNeedDrain || stream.readableLength === 0) await setTimeout(20);
    const held = pulled;
    expect(held * longLine(0).length).toBeLessThan(4_000_000);
    const slow: Buffer[] = [];
    for await (const chunk of stream) {
      slow.push(chunk as Buffer);
      if (slow.length % 4 === 0) await setTimeout(1);
    }
    const expected = redactor.redact(Array.from({ length: count }, (_, at) => longLine(at)).join(""));
    expect(Buffer.concat(slow).toString() === expected).toBe(true);
  });

  test("does not keep a line while nothing else comes, and keeps a key together", async () => {
    const stream = redactor.transform();
    const seen: string[] = [];
    stream.on("data", (chunk: Buffer) => seen.push(chunk.toString()));
    stream.write(`one ${token}\nhalf a l`);
    while (seen.length === 0) await setTimeout(20);
    expect(seen.join("")).toMatch(/^one \[secret:github-token:[0-9a-f]{4}\]\n$/);
    stream.write("ine\n-----BEGIN RSA ");
    stream.write(fill("PRIVATE KEY-----\nMIIEpAIBAAKCAQEA{base64:48}\n"));
    while (seen.length < 2) await setTimeout(20);
    expect(seen[1]).toBe("half a line\n");
    stream.end(fill("{base64:64}\n{base64:64}\n-----END RSA PRIVATE KEY-----\nafter\n"));
    while (!seen.join("").endsWith("after\n")) await setTimeout(20);
    expect(seen.slice(2).join("")).toMatch(/^\[secret:private-key:[0-9a-f]{4}\]\nafter\n$/);
  });

  test("is a format of winston's", () => {
    const [level, line] = [Symbol.for("level"), Symbol.for("message")];
    const info = { level: "info", message: `use ${token}`, password: "abc", [level]: "info", [line]: `info: ${token}` };
    const clean = winstonFormat(redactor).transform(info);
    expect(JSON.stringify([clean, clean[line], clean[level]])).toMatch(
      /^\[\{"level":"info","message":"use \[secret:github-token:(....)\]","password":"\[secret:named-value:....\]"\},"info: \[secret:github-token:\1\]","info"\]$/,
    );
    expect(info.password).toBe("abc");
  });

  test("gives winston what its own formats write where JSON cannot", () => {
    const request: Record<string, unknown> = { authorization: token };
    request["response"] = { request, size: 10n };
    const shared = { at: new Date(0) };
    const clean = winstonFormat(redactor).transform({
      level: "error",
      message: "failed",
      request,
      twice: [shared, shared],
    });
    expect(JSON.stringify(clean)).toMatch(
      /^\{"level":"error","message":"failed","request":\{"authorization":"\[secret:[a-z-]+:....\]","response":\{"request":"\[Circular\]","size":"10"\}\},"twice":\[(\{"at":"1970-01-01T00:00:00.000Z"\}),\1\]\}$/,
    );
  });

  test("is no transport of pino's to a file that cannot be opened", async () => {
    await expect(pinoTransport({ destination: join(tmpdir(), "outgate-nowhere/app.log"), key })).rejects.toThrow(
      "ENOENT",
    );
  });

  test("is a transport of pino's", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "outgate-test-")), "app.log");
    const transport = await pinoTransport({ destination: file, key });
    const closed = new Promise((resume) => transport.on("close", resume));
    transport.write(`{"level":30,"token":"abc","msg":"${token}"}\n`);
    transport.end();
    await closed;
    expect(readFileSync(file, "utf8")).toMatch(
      /^\{"level":30,"token":"\[secret:named-value:....\]","msg":"\[secret:github-token:....\]"\}\n$/,
    );
  });
});
