import { beforeAll, describe, expect, test } from "vitest";
import { fill } from "../detectors/template.ts";
import type { Gate } from "../gate.ts";
import { walk } from "../model/steps.ts";
import { logGate } from "./log-gate.ts";
import { Placeholders } from "./placeholder.ts";
import { redactedBytes } from "./redact-bytes.ts";

const placeholders = new Placeholders("a key of this test");

let gate: Gate;

beforeAll(async () => {
  gate = await logGate({}, "default", undefined);
  await gate.load();
});

/** Masked, and with one sign for each placeholder; masking it once more changes nothing. */
async function masked(text: string): Promise<string> {
  const once = await walk(redactedBytes(Buffer.from(text), gate, placeholders));
  expect((await walk(redactedBytes(once, gate, placeholders))).toString()).toBe(once.toString());
  return once.toString().replaceAll(/\[(?:secret:)?[a-z-]+:[0-9a-f]{4}\]/g, "•");
}

describe("values with colours of a terminal", () => {
  test.each([
    ["\x1b[36mpassword\x1b[0m=\x1b[33mhunter2\x1b[0m ok\n", "\x1b[36mpassword\x1b[0m=\x1b[33m•\x1b[0m ok\n"],
    ['\x1b[32m"password"\x1b[39m: \x1b[33m"hunter2"\x1b[39m\n', '\x1b[32m"password"\x1b[39m: \x1b[33m"•"\x1b[39m\n'],
    ["{\n  password: \x1b[32m'hunter2'\x1b[39m,\n  a: 1 }\n", "{\n  password: \x1b[32m'•'\x1b[39m,\n  a: 1 }\n"],
    [
      String.raw`{"m":"\u001b[36mpassword\u001b[0m=hunter2\u001b[39m x"}`,
      String.raw`{"m":"\u001b[36mpassword\u001b[0m=•\u001b[39m x"}`,
    ],
    ["password:\x1b(B\x1b[m hunter2\n", "password:\x1b(B\x1b[m •\n"],
    ["password:\x1b[20Ghunter2\x1b[?25h\n", "password:\x1b[20G•\x1b[?25h\n"],
    ["\x1b[2mat \x1b[1;32mINFO\x1b[0m nothing\x1b[K\n", "\x1b[2mat \x1b[1;32mINFO\x1b[0m nothing\x1b[K\n"],
  ])("%j", async (text, expected) => {
    expect(await masked(text)).toBe(expected);
  });
});

test("a password in an address whose slashes are escaped", async () => {
  const text = fill(String.raw`{"u":"https:\/\/deploy:{base62:24}@git.acme.example.io\/site.git"}`);
  expect(await masked(text)).toBe(String.raw`{"u":"https:\/\/deploy:•@git.acme.example.io\/site.git"}`);
});

/** How a line of a log gets there. */
type Around = (line: string, at: number) => string;

const mark = (word: string): string => `-----${word} EC PRIVATE KEY-----`;
const container: Around = (line, at) => `2026-07-01T10:20:3${at}.000Z web-1  | ${line}\n`;
const docker: Around = (line, at) =>
  `${JSON.stringify({ log: `${line}\n`, stream: "stdout", time: `2026-07-01T10:20:3${at}.000000000Z` })}\n`;
const address: Around = (line, at) => `10.20.0.${at + 2} app ${line}\n`;

const trace: Around = (line, at) => `${JSON.stringify({ at, trace: fill("{hex:32}", at), log: line })}\n`;

describe("a private key of which each line stands in a line of the log", () => {
  const lines = fill(`${mark("BEGIN")}\nMHcCAQEEI{base64:55}\n{base64:64}\n{base64:34}==\n${mark("END")}`).split("\n");

  test("behind the time and a container", async () => {
    const log = `nothing\n${lines.map(container).join("")}nothing\n`;
    expect(await masked(log)).toBe(`nothing\n${lines.map((_, at) => container("•", at)).join("")}nothing\n`);
  });

  test("in Docker's JSON", async () => {
    expect(await masked(lines.map(docker).join(""))).toBe(lines.map((_, at) => docker("•", at)).join(""));
  });

  test("with something else to be masked between the lines", async () => {
    expect(await masked(lines.map(address).join(""))).toBe(lines.map(() => "• app •\n").join(""));
  });

  test("wherever it stands among pieces", async () => {
    for (let before = 65_000; before < 66_000; before += 90) {
      const rest = `${"x".repeat(before)}\n`;
      expect(await masked(`${rest}${lines.map(container).join("")}${rest}`)).toBe(
        `${rest}${lines.map((_, at) => container("•", at)).join("")}${rest}`,
      );
    }
  });

  test("but one in a single line takes no other lines along, and neither does one without an end", async () => {
    const others = Array.from({ length: 20 }, (_, at) => trace("nothing", at)).join("");
    expect(await masked(`${trace(lines.join("\n"), 1)}${others}`)).toBe(`${trace("•", 1)}${others}`);
    expect(await masked(`${trace(mark("BEGIN"), 1)}${others}`)).toBe(`${trace(mark("BEGIN"), 1)}${others}`);
  });

  test("and a public one, or what only says where one begins, is none", async () => {
    const open = lines.map((line, at) => container(line.replace("EC PRIVATE", "PUBLIC"), at));
    const log = [...open, container(mark("BEGIN"), 8), container("no", 9)].join("");
    expect(await masked(log)).toBe(log);
  });
});
