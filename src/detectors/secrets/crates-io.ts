import type { Detector } from "../detector.ts";
import { guess } from "./guess.ts";
import { tokenDetector } from "./token.ts";

/** crates.io's API tokens: `cio` and 32 letters and digits. https://doc.rust-lang.org/cargo/reference/publishing.html */
export const cratesIoToken: Detector = tokenDetector({
  id: "secret/crates-io-token",
  summary: "crates.io API token",
  remedy: "Revoke it at https://crates.io/settings/tokens, and publish with https://crates.io/docs/trusted-publishing.",
  behind: { run: "token", least: 32 },
  prefixes: ["cio"],
  pattern: /(?<![\w/+.-](?<!\\[nrt]))cio[A-Za-z0-9]{32}(?![\w/+=-])/g,
  isGenuine: (_, value) => guess(value) === "random",
  examples: [
    '[registry]\ntoken = "«cio{base62:32}»"',
    "cargo login «cio{base62:32}»",
    "CARGO_REGISTRY_TOKEN: «cio{base62:32}»",
    "cio{base62:31}, cio{base62:33}, pre{base62:2}cio{base62:32}",
    "part of something longer: cio{base62:32}/{base62:8}",
  ],
});
