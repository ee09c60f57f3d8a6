import { matchesOf } from "../../model/matches.ts";
import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { guess } from "./guess.ts";
import { decoded } from "./url-password.ts";

/** The session in a `Cookie` or `Set-Cookie` header (RFC 6265): whoever has it is logged in. */
export const sessionCookie: Detector = {
  id: "secret/session-cookie",
  summary: "Session cookie",
  remedy:
    "End the session (log out, or delete it on the server), and take cookies out before requests are logged or recorded.",
  trigger: { literals: ["cookie:", "cookie :", 'cookie"', "cookie'", "cookie="], anyCase: true },
  reach: { before: 16, after: 2048 },

  *detect(window) {
    for (const header of window.matchAll(cookies)) {
      const { start } = rangeOf(header, "pairs");
      for (const match of matchesOf(header.groups?.["pairs"] ?? "", pair)) {
        const range = rangeOf(match, "secret");
        const looks = guess(decoded(match.groups?.["secret"] ?? "").replace(/^s:/, ""));
        if (looks === "random" || looks === "uuid")
          yield { range: { start: start + range.start, end: start + range.end }, confidence: 0.8 };
      }
    }
  },

  examples: [
    "Cookie: theme=dark; sessionid=«{lower36:32}»; lang=en",
    "Set-Cookie: connect.sid=«s%3A{base64url:32}.{base62:43}»; Path=/; HttpOnly",
    "Set-Cookie: ['session=«{base62:40}»; Path=/; HttpOnly']\nSet-Cookie:\n- session=«{base62:40}»; Path=/\n",
    "* [HTTP/2] [1] [cookie: theme=dark; session=«{base62:32}»]\n",
    '"cookie": "PHPSESSID=«{lower36:26}»"',
    "curl -H 'Cookie: remember_token=«{base62:40}»' https://acme.example.io",
    "Cookie: _ga=GA1.2.{digits:10}.{digits:10}; csrftoken={base62:32}; theme=dark",
    "Cookie: sessionid=<session>; auth_token=${token}",
    '{ "name": "Cookie", "value": "theme=dark; sessionid=«{base62:32}»" }, {"name":"Cookie","value":"theme=dark; csrftoken={base62:32}"}',
    'document.cookie = "session=" + id',
  ],
};

// A recorded header is a list of one value, in YAML in the next line, or a name beside a value as in HAR.
const cookies =
  /cookie["'`\])\\]{0,4}\s{0,4}(?:=>|[:=,])\s{0,4}(?:["']value["']\s{0,4}:\s{0,4})?(?:\[\s{0,4}|-[ \t]{1,4})?\\?["'`]?(?<pairs>[^\r\n"'`\\]{16,4000})/dgi;
const pair =
  /(?<![\w.-])(?!(?:[\w.-]{0,60}(?:csrf|xsrf)))(?:[\w.-]{0,60}(?:sess(?:ion)?(?:_?id)?|sid|auth|token|jwt|remember(?:_me)?|login|logged_in)[\w-]{0,60})=(?<secret>[^;\s]{15,4000}[^;\s\]])/dgi;
