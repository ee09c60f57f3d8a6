import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { distinct } from "./random.ts";
import { tokenDetector } from "./token.ts";

const remedy = "Delete it in the console of the service that it opens, and read a new one from the environment.";

/**
 * What many services whose interface is that of OpenAI use: `sk-` with 32 hex digits (DeepSeek, Alibaba's Model Studio), with
 * 48 letters and digits (Moonshot, SiliconFlow and gateways), or with 43 characters of base64url (Langflow). https://api-docs.deepseek.com,
 * https://platform.moonshot.ai/docs, https://docs.langflow.org/api-keys-and-authentication
 */
export const skKey: Detector = tokenDetector({
  id: "secret/sk-key",
  summary: "API key of an AI service",
  remedy,
  behind: { run: "token", least: 32 },
  prefixes: ["sk-"],
  reach: { before: 8, after: 64 },
  pattern: /(?<![\w-](?<!\\[nrt]))sk-(?:[0-9a-f]{32}|[A-Za-z0-9]{48}|[\w-]{43})(?![\w-])/g,
  isGenuine: (secret, value) => /\d/.test(value) && distinct(secret) >= 10 && isRandom(value),
  confidence: 0.9,
  examples: [
    "DEEPSEEK_API_KEY=«sk-{hex:32}»",
    'client = OpenAI(api_key="«sk-{base62:48}»", base_url="https://api.moonshot.cn/v1")',
    "Authorization: Bearer «sk-{hex:32}»",
    "LANGFLOW_API_KEY=«sk-{base64url:43}»",
    "one digit short: sk-{hex:31}, sk-{base62:47}",
    "the end of a word: task-{hex:32}, disk-{base62:48}",
    "sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, sk-00000000000000000000000000000000",
  ],
});

/** Keys of the same family whose service names itself after `sk-`, in a form that no detector knows. */
export const skNamedKey: Detector = tokenDetector({
  id: "secret/sk-named-key",
  summary: "API key of an AI service",
  remedy,
  behind: { run: "token", least: 43 },
  prefixes: ["sk-"],
  reach: { before: 8, after: 200 },
  pattern: /(?<![\w-](?<!\\[nrt]))sk-(?!(?:proj|svcacct|admin|ant|or|lf)-)[a-z]{2,12}-[\w-]{40,180}={0,2}(?![\w=-])/g,
  // Random, unlike the classes of a style sheet.
  isGenuine: (secret) => distinct(secret) >= 20 && isRandom(secret),
  confidence: 0.7,
  examples: [
    "KIMI_API_KEY=«sk-kimi-{base62:64}»",
    "MINIMAX_API_KEY: «sk-api-{base64url:118}»",
    "apiKey: '«sk-helicone-{base62:48}»', LETTA_API_KEY=«sk-let-{base62:86}==»",
    "too short: sk-kimi-{base62:39}",
    "sk-folding-cube-with-four-faces-that-turn-one-after-another-2",
    "known, and not of this form: sk-proj-{base62:48}, sk-ant-{base62:48}",
  ],
});
