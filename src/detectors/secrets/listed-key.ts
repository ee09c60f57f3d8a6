import { matchesOf } from "../../model/matches.ts";
import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { guess } from "./guess.ts";
import { sightedIn } from "./sighted.ts";

interface List {
  /** One of them stands in whatever the pattern matches, in any case. */
  readonly literals: readonly string[];
  /** With the group `block`. */
  readonly pattern: RegExp;
  /** Each key in it, as the group `secret`. */
  readonly each: RegExp;
}

const value = String.raw`(?<secret>[^\s"'{},]{16,400})`;

const lists: readonly List[] = [
  {
    literals: ['"apikey"'],
    pattern: /"apikey"\s{0,4}:\s{0,4}\[(?<block>[^[\]]{1,600})/dg,
    each: new RegExp(String.raw`"key"\s{0,4}:\s{0,4}"value"\s{0,4},\s{0,40}"value"\s{0,4}:\s{0,4}"${value}"`, "dg"),
  },
  {
    literals: ['"apikeys"'],
    pattern: /"apiKeys"\s{0,4}:\s{0,4}\[(?<block>[^[\]]{1,600})/dg,
    each: new RegExp(String.raw`"key"\s{0,4}:\s{0,4}"${value}"`, "dg"),
  },
  {
    literals: ["<apikeys>"],
    pattern: /<apikeys>(?<block>(?:(?!<\/apikeys>)[^]){1,600})/dgi,
    each: new RegExp(String.raw`<add\s{1,16}key="[^"\n]{1,256}"\s{1,16}value="${value}"`, "dgi"),
  },
  {
    literals: ["keyauth_credentials", "key-auth"],
    pattern:
      /["']?(?:keyauth_credentials|key-auth)["']?:(?<block>\s{0,40}(?:[[{-]\s{0,20}){0,3}(?:\w{1,20}["']?:[ \t]{1,4}[\w.-]{1,64}[,\s]{1,20}){0,3}["']?key["']?:[^\n]{1,200})/dg,
    each: new RegExp(String.raw`(?<![\w-])["']?key["']?:[ \t]{1,4}["']?${value}`, "dg"),
  },
  {
    literals: ['"http-basic"'],
    pattern: /"http-basic"\s{0,4}:\s{0,4}\{(?<block>(?:[^{}]{1,200}\{[^{}]{1,300}\}){1,4})/dg,
    each: new RegExp(String.raw`"password"\s{0,4}:\s{0,4}"${value}"`, "dg"),
  },
  {
    literals: ['"bearer"'],
    pattern: /"bearer"\s{0,4}:\s{0,4}\{(?<block>[^{}]{1,600})/dg,
    each: new RegExp(String.raw`"[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"\s{0,4}:\s{0,4}"${value}"`, "dg"),
  },
];

/**
 * Keys in a list or an object whose name says what they are, while that beside them says `key`, `value` or for which host: Postman's `apikey`, FusionAuth's and NuGet's
 * `apiKeys`, consumers of Kong and APISIX, the tokens and passwords of Composer.
 * https://learning.postman.com/docs/sending-requests/authorization/authorization-types/ · https://fusionauth.io/docs/get-started/download-and-install/development/kickstart
 * https://learn.microsoft.com/nuget/reference/nuget-config-file#apikeys · https://getcomposer.org/doc/articles/authentication-for-private-packages.md
 */
export const listedKey: Detector = {
  id: "secret/listed-key",
  summary: "Key in a list of settings",
  remedy: "Revoke it where it was issued, and read the new one from the environment or a secret manager.",
  isFramed: true,
  trigger: lists.map(({ literals }) => ({ literals, anyCase: true })),
  reach: { before: 8, after: 640 },

  *detect(window) {
    const sighted = sightedIn(window);
    for (const { literals, pattern, each } of lists) {
      if (!literals.some((literal) => sighted.has(literal))) continue;
      for (const list of window.matchAll(pattern)) {
        const { start: from } = rangeOf(list, "block");
        for (const match of matchesOf(list.groups?.["block"] ?? "", each)) {
          const { start, end } = rangeOf(match, "secret");
          const range = { start: from + start, end: from + end };
          const looks = guess(match.groups?.["secret"] ?? "");
          if (looks === "random") yield { range, confidence: 0.9 };
          else if (looks === "uuid" || looks === "chosen") yield { range, confidence: 0.6 };
        }
      }
    }
  },

  examples: [
    '"auth": {"type": "apikey", "apikey": [{"key": "value", "value": "«{base62:40}»", "type": "string"}, {"key": "key", "value": "X-Api-Key"}]}',
    '{"apiKeys": [{"key": "«{base64url:64}»", "permissions": {}}, {"key": "«{base62:40}»"}]}',
    '<apikeys>\n  <add key="https://nuget.acme.example.io" value="«{base64:120}»" />\n</apikeys>',
    'keyauth_credentials: [{ key: «{base62:32}» }], plugins: { key-auth: { key: "«{base62:32}»" } }\nkeyauth_credentials:\n  - key: «{base62:32}»\n',
    '"http-basic": {"repo.magento.com": {"username": "{hex:32}", "password": "«{hex:32}»"}}, "bearer": {"acme.example.io": "«{base62:40}»"}',
    '"apikey": [{"key": "value", "value": "{{api_key_1}}"}], {"apiKeys": [{"key": "#{API_KEY_1}"}], "apikey": "{base62:40}"}',
    '"apiKeys": [{"name": "{base62:40}"}], key-auth: { hide_credentials: true }, <apikeys><add key="https://a" value="%NUGET_KEY1%" /></apikeys>',
  ],
};
