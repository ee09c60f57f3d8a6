import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * API keys (`api03`), admin keys (`admin01`), OAuth access and refresh tokens as Claude Code keeps them (`oat01`, `ort01`) and
 * sessions of a person (`sid01`): the kind and 95 characters of base64url, in sessions more.
 * https://docs.claude.com/en/api/admin-api/apikeys/get-api-key
 */
export const anthropicKey: Detector = tokenDetector({
  id: "secret/anthropic-key",
  summary: "Anthropic API key or token",
  remedy:
    "Delete the key at https://platform.claude.com/settings/keys (sign out of Claude Code or claude.ai where it is a token of theirs), and read a new one from the environment.",
  literals: ["sk-ant-"],
  prefixes: ["sk-ant-api03-", "sk-ant-admin01-", "sk-ant-oat01-", "sk-ant-ort01-", "sk-ant-sid01-", "sk-ant-"],
  pattern: /(?<![\w-](?<!\\[nrt]))sk-ant-[a-z]{2,10}\d{2}-[\w-]{80,220}(?![\w-])/g,
  examples: [
    "ANTHROPIC_API_KEY=«sk-ant-api03-{base64url:93}AA»",
    'curl -H "x-api-key: «sk-ant-admin01-{base64url:93}AA»" https://api.anthropic.com/v1/organizations/api_keys',
    '{"claudeAiOauth":{"accessToken":"«sk-ant-oat01-{base64url:93}AA»","refreshToken":"«sk-ant-ort01-{base64url:93}AA»"}}',
    'it said:\\n"use this key:\\n«sk-ant-api03-{base64url:93}AA»"',
    "Cookie: sessionKey=«sk-ant-sid01-{base64url:86}-{base64url:6}AA»",
    "too short: sk-ant-api03-{base64url:70}AA",
    "no kind: sk-ant-{base64url:95}",
    "sk-ant-api03-your-key-here, sk-ant-api03-..., sk-ant-api03-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
