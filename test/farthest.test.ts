import { expect, test } from "vitest";
import { detectors } from "../src/detectors/index.ts";
import { fill } from "../src/detectors/template.ts";
import { createEngine } from "../src/engine/engine.ts";
import type { Segment } from "../src/model/segment.ts";

// What a trigger says of the bytes behind a literal holds for the longest match of its detector, too.

const engine = createEngine(detectors);

/** The longest that may stand between a name and its value: see src/detectors/secrets/beside.ts. */
const gap = `</key>${" ".repeat(20)}aws.string====="`;

const filled = (length: number): string => "abcdefghijklmnopqrstuvwxyz".repeat(10).slice(0, length);
const spaces = " ".repeat(40);

test.each([
  ["secret/datadog-key", `datadog${filled(12)}application-key${gap}«{hex:32}»`],
  ["secret/datadog-key", `datadog${filled(12)}application-key${gap}«{hex:40}»`],
  ["secret/sentry-token-old", `sentry${filled(20)}token${gap}«{hex:64}»`],
  ["secret/slack-app-secret", `slack${filled(16)}signing_secret${gap}«{hex:32}»`],
  ["secret/discord-client-secret", `discord${filled(16)}secret_key${gap}«{base62:32}»`],
  ["secret/twilio-named-token", `twilio${filled(16)}token${gap}«{hex:32}»`],
  ["secret/heroku-key-old", `heroku${filled(20)}password${gap}«{uuid}»`],
  ["secret/heroku-key-old", `.heroku.com        login    ${filled(100)}        password${gap}«{uuid}»`],
  ["secret/postmark-token", `postmark${filled(16)}secret${gap}«{uuid}»`],
  ["secret/vault-legacy-token", `vault${filled(24)}"    «s.{base62:24}»`],
  ["secret/npm-legacy-token", `NPM_TOKEN"    =    "«{uuid}»`],
  ["secret/npm-token", "«npm_{base62:30}{crc32}»"],
  ["secret/dropbox-token", "«sl.u.{base64url:130}»"],
  ["secret/posthog-key", "«phx_{base62:40}»"],
  ["secret/netlify-token", "«nfp_{base62:36}»"],
  ["secret/figma-token", "«figd_{base64url:38}»"],
  ["secret/netrc-password", `machine${spaces.slice(20)}${filled(253)}${spaces}login  carol  password «{base62:20}»`],
  [
    "secret/netrc-password",
    `default login${spaces.slice(20)}${filled(128)}${spaces}account${spaces.slice(20)}${filled(128)}${spaces}password «{base62:20}»`,
  ],
  ["secret/command-password", `curl.exe ${filled(199)} --proxy-user carol:«{base62:20}»`],
  ["secret/command-password", `mysqlimport ${filled(199)} -p«{base62:20}»`],
  ["secret/command-password", `mongorestore ${filled(199)} -p «{base62:20}»`],
  ["secret/command-password", `ldapsearch ${filled(199)} -w «{base62:20}»`],
] as const)("%s is found as far behind its name as it may stand: %s", async (id, template) => {
  const text = fill(template, 1);
  const bytes = Buffer.from(` ${text.replaceAll(/[«»]/g, "")} `, "latin1");
  const { clues } = engine.look("contents", bytes, 0);
  const segment = { part: "contents", surface: "text", bytes, toDocument: (range) => range } as const satisfies Segment;
  const outcomes = clues === undefined ? [] : await engine.run(segment, clues);
  const found = outcomes.flatMap((one) => ("match" in one && one.detector.id === id ? [one.range] : []));
  const start = text.indexOf("«") + 1;
  expect(found).toEqual([{ start, end: start + text.indexOf("»") - text.indexOf("«") - 1 }]);
});
