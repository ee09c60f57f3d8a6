import { describe, expect, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { blocked, createRepository, passed, type Place, program, type Run } from "./repository.ts";
import { onTerminal } from "./terminal.ts";

const token = fill("ghp_{base62:30}{crc32}");

const config = {
  audiences: { owner: ["telegram:chat:42"], group: ["telegram:chat:-100*"] },
  messages: { "secret/github-token": { group: "redact" } },
};

function send(place: Place, text: string | Buffer, ...args: string[]): Run {
  return place.runWith(text, process.execPath, program, "message", ...args);
}

function configured(): Place {
  const repository = createRepository();
  repository.write("outgate.config.json", JSON.stringify(config));
  return repository;
}

describe("outgate message", () => {
  test("passes what may be sent, and says who reads it", () => {
    const { code, stdout, stderr } = send(createRepository(), "See you at nine.\n", "--to", "group");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("The audience is group because it was named by the caller.");
    expect(stdout).toMatch(/outgate: passed\. Scanned 1 document, 17 B, \d+ rules, \d+ ms\.\n$/);
  });

  test("passes no empty message: whatever was to write it has failed", () => {
    const { code, stderr } = send(createRepository(), "", "--to", "group");
    expect(code).toBe(2);
    expect(stderr).toContain("the message is empty, so nothing was checked");
  });

  test("says on a terminal that it waits for the message", async () => {
    const typed = await onTerminal(
      createRepository(),
      ["message", "--to", "group"],
      "See you at nine.\n\u0004",
      "ends it.",
    );
    expect(typed.stdout).toContain("The message is read from here; Ctrl-D behind a line ends it.\n");
    expect(typed).toMatchObject({ code: 0, stdout: expect.stringMatching(/outgate: passed\..* 17 B,/) });
  });

  test("stops what may not, with a reason and a remedy and without the text", () => {
    const { code, stdout, stderr } = send(configured(), `use ${token}`, "--to", "telegram:chat:42");
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toContain("GitHub access token (secret/github-token)\n  message:1:5  ghp_•••• (40 characters)\n");
    expect(stdout).toContain("  Whoever reads it can use it.\n");
    expect(stdout).not.toContain(token.slice(4));
  });

  test("stops what may only leave masked, unless it is asked for what may be sent", () => {
    const place = configured();
    const text = `use ${token}\n`;
    const asked = send(place, text, "--to", "telegram:chat:-1001");
    expect(asked.code).toBe(1);
    expect(asked.stdout).toContain("1 finding to be masked: secret/github-token at message:1.\n");
    expect(asked.stdout).toContain("\n`--redact` prints the message as it may be sent.\n");
    expect(asked.stdout).toContain("outgate: stopped as it is; it may leave masked.");
    expect(send(place, text, "--to", "telegram:chat:-1001", "--redact")).toEqual({
      code: 0,
      stdout: "use [secret:github-token]\n",
      stderr: "",
    });
    const stopped = send(place, text, "--to", "elsewhere", "--redact");
    expect(stopped).toMatchObject({ code: 1, stdout: "" });
    expect(stopped.stderr).toContain("outgate: stopped, 1 finding.");
    expect(stopped.stderr.replaceAll("\n", " ")).toContain('`"messages": { "secret/github-token": "redact" }`');
    place.write("outgate.config.json", '{ "messages": { "secret/github-token": "redact" } }');
    expect(send(place, text, "--to", "elsewhere", "--redact").stdout).toBe("use [secret:github-token]\n");
    expect(send(place, "harmless\n", "--to", "elsewhere", "--redact")).toEqual({
      code: 0,
      stdout: "harmless\n",
      stderr: "",
    });
  });

  test("reads a file, and bytes that are no text as they are", () => {
    const place = configured();
    place.write("note.bin", Buffer.concat([Buffer.from([0xff, 0xfe, 0x00]), Buffer.from(` ${token}`)]));
    const { code, stdout } = send(place, "", "note.bin", "--to", "telegram:chat:42", "--format", "json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      boundary: "message",
      target: "telegram:chat:42",
      audience: "owner",
      findings: [{ ruleId: "secret/github-token", document: "message" }],
    });
  });

  test("masks a target and an actor that hold a secret", () => {
    const { stdout } = send(configured(), "hi", "--to", `hook:${token}`, "--actor", token, "--format", "json");
    expect(JSON.parse(stdout)).toMatchObject({ target: "hook:[secret:github-token]", actor: "[secret:github-token]" });
  });

  test.each([
    [["--to", "group", "missing.txt"], "the message cannot be read: ENOENT"],
    [[], "nobody said where the message goes"],
    [["--to", "group", "--policy", "missing.json"], "the policy missing.json cannot be read: ENOENT"],
    [["--to", "group", "--policy", "outgate.config.json"], "can be changed by whoever runs the gate"],
    [["--to", "group", "--audience", "family"], "--audience takes one of: owner, team, group, public"],
  ])("that cannot be checked is exit 2: %s", (args, message) => {
    const { code, stdout, stderr } = send(configured(), "hi", ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });
});

test("the README's example runs as it stands, and tells what its message is about", () => {
  const readme = readFileSync("README.md", "utf8");
  const [, example = ""] = /```js\n(import \{ openGate \}[^]*?)```/.exec(readme) ?? [];
  const place = createRepository();
  place.write("bot.mjs", example.replace('"outgate"', JSON.stringify(pathToFileURL(resolve("dist/index.js")).href)));
  const { code, stdout, stderr } = place.run(process.execPath, "bot.mjs");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("It adds to what everybody can put together from this message");
});

test("a claim is looked for in files as well", () => {
  const place = createRepository();
  const claims = [{ name: "iso", topic: "ISO ?27001", allowed: ["ISO 27001 certified by Quux Register"] }];
  place.write("outgate.config.json", JSON.stringify({ claims }));
  place.write("about.md", "# About\n\nWe are ISO 27001 certified by\nQuux Register.\n");
  expect(place.check("files", "about.md")).toEqual(passed());
  place.write("about.md", "# About\n\nFully iso27001 compliant.\n");
  expect(place.check("files", "about.md")).toEqual(blocked("about.md:3:7 claim/iso"));
});
