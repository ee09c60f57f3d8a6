import { expect, test } from "vitest";
import { mark } from "../../../test/mark.ts";
import { fill } from "../template.ts";
import { githubToken } from "./github.ts";
import { jsonWebToken } from "./jwt.ts";
import { pulumiToken } from "./pulumi.ts";
import { stripeKey } from "./stripe.ts";
import { supabaseServiceRole } from "./supabase.ts";
import { telegramBotToken } from "./telegram.ts";

test.each([
  [githubToken, "token: ${X:-«ghp_{base62:30}{crc32}»}"],
  [stripeKey, "${STRIPE:-«sk_live_{base62:24}»}"],
  [pulumiToken, 'echo "${1:-«pul-{hex:40}»}"'],
  [pulumiToken, "a name in front of it: acme-pul-{hex:40}, ${X-pul-{hex:40}}"],
  [telegramBotToken, "a hyphen of its own: «{digits:10}:AA-{base64url:32}»"],
  [
    jsonWebToken,
    '${X:-«{encode:base64url}{"alg":"HS256","typ":"JWT"}{end}.{encode:base64url}{"sub":"1042","exp":4102444800}{end}.{base64url:43}»}',
  ],
  [
    supabaseServiceRole,
    '${X:-«{encode:base64url}{"alg":"HS256","typ":"JWT"}{end}.{encode:base64url}{"iss":"supabase","role":"service_role","exp":4102444800}{end}.{base64url:43}»}',
  ],
])("what a shell takes where a variable is not set is found: $1", async (detector, template) => {
  const marked = fill(template);
  expect(await mark(detector, marked.replaceAll(/[«»]/g, ""))).toBe(marked);
});
