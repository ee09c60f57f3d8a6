import { describe, expect, test } from "vitest";
import { detectors } from "../src/detectors/index.ts";
import { secretlint } from "../src/detectors/secrets/secretlint.ts";
import { fill } from "../src/detectors/template.ts";
import { createGate } from "../src/gate.ts";
import { classOf } from "../src/model/class.ts";
import type { Finding } from "../src/model/finding.ts";
import { scan } from "../src/scan.ts";
import { reportsOf } from "./reports.ts";

test("secretlint is the last of what looks for secrets everywhere, so that a detector of ours has the word", () => {
  const everywhere = detectors.filter(({ messagesOnly = false }) => !messagesOnly);
  expect(everywhere.findLast(({ id }) => classOf(id) === "secret")).toBe(secretlint);
});

describe("a GitHub token", () => {
  test("that was made up to show the format: secretlint reports it, the gate does not", async () => {
    const text = `GITHUB_TOKEN=ghp_${"x".repeat(36)}\n`;
    expect(await reportsOf(text, ["config.txt"])).toHaveLength(1);
    expect(await findings(text)).toEqual([]);
  });

  test("whose checksum does not fit: secretlint reports it, ours knows better", async () => {
    const text = fill("GITHUB_TOKEN=ghp_{base62:30}000000\n");
    expect(await reportsOf(text, ["config.txt"])).toHaveLength(1);
    expect(await findings(text, [secretlint])).toMatchObject([
      { ruleId: "secret/secretlint", message: "Credential: GitHub token" },
    ]);
    expect(await findings(text)).toEqual([]);
  });

  test("that is genuine is found once, by ours", async () => {
    const text = fill("GITHUB_TOKEN=ghp_{base62:30}{crc32}\n");
    expect(await findings(text)).toMatchObject([
      { ruleId: "secret/github-token", action: "block", line: 1, column: 14 },
    ]);
  });
});

test("what only secretlint knows blocks, and no part of the verdict holds it", async () => {
  const token = fill("lin_api_{base62:40}");
  const found = await findings(`Authorization: ${token}\n`, [secretlint]);
  expect(found).toMatchObject([
    {
      ruleId: "secret/secretlint",
      action: "block",
      message: "Credential: Linear API key",
      mask: "lin_api_•••• (48 characters)",
    },
  ]);
  expect(JSON.stringify(found)).not.toContain(token.slice(8, 16));
});

async function findings(text: string, only?: typeof detectors): Promise<readonly Finding[]> {
  const document = {
    kind: "document",
    name: Buffer.from("config.txt"),
    nameLeaves: true,
    bytes: Buffer.from(text),
  } as const;
  const verdict = await scan(
    { boundary: "files", target: null, items: [document] },
    createGate({ ...(only && { detectors: only }) }),
  );
  expect(verdict.unscanned).toEqual([]);
  return verdict.findings;
}
