import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { isRandom } from "./random.ts";
import { testMode, tokenDetector } from "./token.ts";

/**
 * Server keys: 24 characters of base64url in the examples of Midtrans' own libraries. A client key (`Mid-client-`) is made to be seen.
 * https://docs.midtrans.com/docs/access-keys, https://github.com/Midtrans
 */
export const midtransKey: Detector = tokenDetector({
  id: "secret/midtrans-key",
  summary: "Midtrans server key",
  remedy: "Ask Midtrans for a new one (https://dashboard.midtrans.com), and read it from the environment.",
  prefixes: ["Mid-server-"],
  pattern: /(?<![\w-](?<!\\[nrt]))Mid-server-[\w-]{20,48}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "MIDTRANS_SERVER_KEY=«Mid-server-{base64url:24}»",
    "of the sandbox: SB-Mid-server-{base64url:24}, made to be seen: Mid-client-{base62:16}",
    "Mid-server-{base62:19}, Mid-server-xxxxxxxxxxxxxxxxxxxxxxxx, Mid-server-your_server_key",
  ],
});

/** The same of the sandbox, where nobody pays. */
export const midtransTestKey: Detector = tokenDetector({
  id: "secret/midtrans-test-key",
  summary: "Midtrans sandbox server key",
  remedy: "Read it from the environment as the live one.",
  prefixes: ["SB-Mid-server-"],
  pattern: /(?<![\w-](?<!\\[nrt]))SB-Mid-server-[\w-]{20,48}(?![\w-])/g,
  isGenuine: (secret, value) => isRandom(value) && !isDocumented(secret),
  confidence: testMode,
  examples: [
    "MIDTRANS_SERVER_KEY=«SB-Mid-server-{base64url:24}»",
    "SB-Mid-server-{base62:19}, SB-Mid-server-xxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
