import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";

/**
 * Errors of model providers as their interfaces give them: they tell which models an agent runs on, whose account pays, and that it is out
 * of credit.
 * https://docs.claude.com/en/api/errors · https://platform.openai.com/docs/guides/error-codes · https://ai.google.dev/gemini-api/docs/troubleshooting
 */
export const providerError: Detector = {
  id: "internal/provider-error",
  summary: "Raw error of a model provider",
  remedy: "Say that the request failed, and that it is tried again. The error tells model, account and limits.",
  isApart: true,
  trigger: {
    literals: [
      "in organization org-",
      '"request_id":"req_',
      '"request_id": "req_',
      "overloaded_error",
      "insufficient_quota",
      "rate_limit_e",
      "RESOURCE_EXHAUSTED",
      "UNAVAILABLE",
      "PERMISSION_DENIED",
      "INVALID_ARGUMENT",
      "tokens per min (TPM)",
      "credit balance is too low",
      "invalid_request_error",
      "context_length_exceeded",
      "authentication_error",
      "generativelanguage.googleapis.com",
      "Provider returned error",
      "exceed your account's rate limit",
      "maximum context length is",
      "prompt is too long: ",
      "exceeds the context window of this model",
      "usage limit reached|",
      "exceeded your current quota, please check",
    ],
  },
  reach: { before: 160, after: 320 },

  *detect(window) {
    for (const match of window.matchAll(ofOrganization)) yield { range: rangeOf(match), confidence: 0.7 };
    for (const match of window.matchAll(json))
      yield { range: rangeOf(match), confidence: match.groups?.["id"] === undefined ? 0.5 : 0.7 };
    for (const match of window.matchAll(sentence)) yield { range: rangeOf(match), confidence: 0.6 };
  },

  examples: [
    "429 «Rate limit reached for gpt-4.1 in organization org-{base62:24}» on tokens per min (TPM): Limit 30000",
    '529 «{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},"request_id":"req_011{base62:21}"»}',
    '«{"error":{"message":"You exceeded your current quota, please check your plan.","type":"insufficient_quota"»,"param":null}}',
    '«{"error":{"code":429,"message":"You exceeded your current quota","status":"RESOURCE_EXHAUSTED"»}}',
    "Error: «Your credit balance is too low to access the Anthropic API»",
    "The API answers overloaded_error with 529 and rate_limit_error with 429.",
    'case "insufficient_quota": return retry; type: "invalid_request_error" | "overloaded_error"',
    "Error code: 429 - «{'type': 'error', 'error': {'type': 'rate_limit_error', 'message': \"It exceeds your account's limit\"}»}",
    '503 «{"error":{"code":503,"message":"The model is overloaded.","status":"UNAVAILABLE"»}}',
    "400 «This model's maximum context length is 128000 tokens. However, your messages resulted in 131290 tokens»",
    "the model's maximum context length is 128000 tokens; the printer is UNAVAILABLE, PERMISSION_DENIED",
    '{"type": "error", "error": {"type": "not_found_error", "message": "The requested resource could not be found."}}',
    "in organization org-name on",
    "LLM request rejected: «prompt is too long: 208412 tokens > 200000 maximum»; «Claude AI usage limit reached|1764000000»",
    "Your prompt is too long: cut it to 4096 tokens, and the usage limit reached its end",
  ],
};

const ofOrganization =
  /(?:Rate limit reached|Request too large) for [\w./:-]{2,60} (?:\([^)\n]{1,60}\) )?in organization org-[\dA-Za-z]{16,32}/g;

const kinds =
  "overloaded_error|rate_limit_error|insufficient_quota|rate_limit_exceeded|authentication_error|invalid_request_error|api_error|billing_error|permission_error|tokens|requests";

const json = new RegExp(
  [
    String.raw`\{"type": ?"error", ?"error": ?\{(?:"details": ?null, ?)?"type": ?"(?:${kinds})", ?"message": ?"[^"\n]{1,300}"\}(?<id>, ?"request_id": ?"req_[\dA-Za-z]{20,32}")`,
    String.raw`\{"type":"error","error":\{"type":"(?:${kinds})","message":"[^"\n]{1,300}"\}`,
    // As Python prints it.
    String.raw`\{'type': 'error', 'error': \{(?:'details': None, )?'type': '(?:${kinds})', 'message': (?:'[^'\n]{1,300}'|"[^"\n]{1,300}")\}`,
    String.raw`\{'error': \{'message': (?:'[^'\n]{8,400}'|"[^"\n]{8,400}"), 'type': '(?:${kinds})'`,
    String.raw`\{\s{0,8}"error": ?\{\s{0,8}"message": ?"[^"\n]{8,400}",\s{0,8}"type": ?"(?:${kinds})"`,
    String.raw`\{\s{0,8}"error": ?\{\s{0,8}"code": ?(?:429|503|403|400),\s{0,8}"message": ?"[^"\n]{8,400}",\s{0,8}"status": ?"(?:RESOURCE_EXHAUSTED|UNAVAILABLE|PERMISSION_DENIED|INVALID_ARGUMENT)"`,
  ].join("|"),
  "g",
);

const sentence =
  /Your credit balance is too low to access the (?:Anthropic|Claude) API|This request would exceed (?:the|your)(?: organization's| account's)? rate limit (?:for your organization \([\da-f-]{36}\) )?of [\d,]{3,12} (?:input |output )?tokens per minute|This request would exceed your account's rate limit\. Please try again later|This model's maximum context length is [\d,]{4,12} tokens\. However, (?:your messages resulted in|you requested) [\d,]{4,12} tokens|prompt is too long: \d{4,9} tokens > \d{4,9} maximum|Your input exceeds the context window of this model|Claude AI usage limit reached\|\d{10}|You exceeded your current quota, please check your plan and billing details/g;
