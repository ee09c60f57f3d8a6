import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

const remedy = "Revoke it at https://platform.openai.com/api-keys, and read a new one from the environment.";

/**
 * Every kind has `T3BlbkFJ` in its middle, which is “OpenAI” in base64: between 20 and 20 letters and digits (`sk-`, 51
 * characters), or between longer runs of base64url after the kind: `sk-proj-`, `sk-svcacct-`, `sk-admin-`, `sk-None-`, or the
 * name of a service account. https://platform.openai.com/docs/api-reference/authentication
 */
export const openaiKey: Detector = tokenDetector({
  id: "secret/openai-key",
  summary: "OpenAI API key",
  remedy,
  literals: ["T3BlbkFJ"],
  prefixes: ["sk-proj-", "sk-svcacct-", "sk-admin-", "sk-None-", "sk-"],
  reach: { before: 180, after: 120 },
  pattern: /(?<![\w-](?<!\\[nrt]))sk-[\w-]{20,160}?T3BlbkFJ[\w-]{20,100}(?![\w-])/g,
  examples: [
    "OPENAI_API_KEY=«sk-{base62:20}T3BlbkFJ{base62:20}»",
    'new OpenAI({ apiKey: "«sk-proj-{base64url:74}T3BlbkFJ{base64url:73}A»" })',
    'curl -H "Authorization: Bearer «sk-svcacct-{base64url:58}T3BlbkFJ{base64url:57}A»"',
    "«sk-admin-{base64url:58}T3BlbkFJ{base64url:57}A» # of the organization",
    "one character short: sk-{base62:20}T3BlbkFJ{base62:19}",
    "sk-proj-xxxxxxxxxxxxxxxxxxxxT3BlbkFJxxxxxxxxxxxxxxxxxxxx, sk-your-key, sk-...",
  ],
});

/** What the web pages of OpenAI authenticate with. It ends when its person signs out. */
export const openaiSession: Detector = tokenDetector({
  id: "secret/openai-session",
  summary: "OpenAI session key",
  remedy: "Sign out of all sessions at https://platform.openai.com, and let the program use an API key.",
  prefixes: ["sess-"],
  reach: { before: 8, after: 60 },
  pattern: /(?<![\w-](?<!\\[nrt]))sess-[A-Za-z0-9]{40}(?![\w-])/g,
  isGenuine: (_, value) => /[A-Z]/.test(value) && isRandom(value),
  examples: [
    "Authorization: Bearer «sess-{base62:40}»",
    'headers = {"Authorization": "Bearer «sess-{base62:40}»"}',
    "one character short: sess-{base62:39}",
    "a hash: sess-{hex:40}",
  ],
});
