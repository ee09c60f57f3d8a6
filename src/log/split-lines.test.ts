import { describe, expect, test } from "vitest";
import { gate, masked, placeholders, token } from "../../test/log-gate.ts";
import { fill } from "../detectors/template.ts";
import { walk } from "../model/steps.ts";
import { blocksOf, redactedBytes } from "./redact-bytes.ts";
import { Redactor } from "./redactor.ts";

/** So much of a line Docker and containerd write into one record, in bytes. */
const most = 16_384;

/** How a runtime writes a line of a program. */
type Runtime = (line: string, stream?: string) => string[];

const docker: Runtime = (line, stream = "stdout") =>
  partsOf(`${line}\n`).map((log) => `${JSON.stringify({ log, stream, time: "2026-07-01T10:20:30.123456789Z" })}\n`);

const kubernetes: Runtime = (line, stream = "stdout") =>
  partsOf(line).map(
    (part, index, all) => `2026-07-01T10:20:30.123456789Z ${stream} ${index < all.length - 1 ? "P" : "F"} ${part}\n`,
  );

function partsOf(text: string): string[] {
  return Array.from({ length: Math.ceil(text.length / most) }, (_, at) => text.slice(at * most, (at + 1) * most));
}

/** A line in which a text stands over the end of the first record, so many bytes of it in the first one. */
function over(text: string, before: number): string {
  return `${"a word of it ".repeat(2000).slice(0, most - before - 1)} ${text} and more`;
}

async function redact(text: string): Promise<string> {
  return (await walk(redactedBytes(Buffer.from(text), gate, placeholders))).toString();
}

describe.each<[string, Runtime]>([
  ["Docker", docker],
  ["Kubernetes", kubernetes],
])("a line that %s has split", (_, runtime) => {
  test("hides no token, wherever in it", async () => {
    for (let before = 1; before < token.length; before += 3) {
      const [first = "", second = ""] = runtime(over(token, before));
      const around = runtime("nothing").join("");
      const at = first.lastIndexOf(token.slice(0, before));
      const masks = `${first.slice(0, at)}${masked}${first.slice(at + before)}${second.replace(token.slice(before), masked)}`;
      const out = await redact(`${around}${first}${second}${around}`);
      expect(out === `${around}${masks}${around}`).toBe(true);
      expect(await redact(out)).toBe(out);
    }
  });

  test("hides none with records of the other stream between, in a stream that is cut anywhere, or far behind", async () => {
    const [first = "", second = ""] = runtime(over(token, 20));
    const rest = runtime("nothing ".repeat(90)).join("").repeat(700);
    const log = Buffer.from(`${rest}${first}${runtime("other", "stderr").join("")}${second}${rest}`);
    const whole = await redact(log.toString());
    expect(whole).not.toContain(token.slice(0, 20));
    expect(whole).not.toContain(token.slice(20));
    for (const size of [1000, 65_536, 100_003]) {
      const redactor = new Redactor(gate, placeholders);
      const out: Buffer[] = [];
      for (let at = 0; at < log.length; at += size)
        for (const steps of blocksOf(log.subarray(at, at + size), redactor))
          out.push(Buffer.from((await walk(steps)).bytes));
      out.push(Buffer.from((await walk(redactor.end())).bytes));
      expect(Buffer.concat(out).toString() === whole).toBe(true);
    }
  });

  test("hides a token where the log begins with something else", async () => {
    const log = `==> /var/log/app.log <==\n${runtime(over(token, 20)).join("")}`;
    for (const text of [log, `${"other ".repeat(60_000)}\n${log}`]) {
      const out = await redact(text);
      expect(out).not.toContain(token.slice(0, 20));
      expect(out).not.toContain(token.slice(20));
    }
  });

  test("hides no line of a key, also where it is split behind an escaped newline", async () => {
    const body = Array.from(Array(20).keys(), (line) => fill("{base62:64}", line));
    const key = ["-----BEGIN PRIVATE KEY-----", ...body, "-----END PRIVATE KEY-----"].join(String.raw`\n`);
    for (const line of [1, 5, 19]) {
      const out = await redact(runtime(over(key, key.indexOf(body[line] ?? ""))).join(""));
      for (const part of body) expect(out).not.toContain(part);
    }
  });

  test("hides no value behind its name, and what is only long stays as it is", async () => {
    const out = await redact(runtime(over("password=correct-horse-staple-4", 20)).join(""));
    expect(out).toMatch(/password=\[secret:[a-z-]+:[\da-f]{4}\]/);
    for (const part of ["correct", "horse", "staple"]) expect(out).not.toContain(part);
    const long = [...runtime("a word of it ".repeat(4000)), ...runtime("b".repeat(most - 1))].join("");
    expect(await redact(long)).toBe(long);
  });
});
