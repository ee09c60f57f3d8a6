import { rangeOf } from "../../model/range.ts";
import { showsValue } from "../../model/value.ts";
import type { Detector } from "../detector.ts";
import { guess } from "./guess.ts";
import { loginMatch } from "./login.ts";

const remedy =
  "Revoke the token where it was issued. Then take headers out before a request or an answer is logged, and read the token from the environment.";

/**
 * `Bearer TOKEN` (RFC 6750), in a header, a command or a program, which may join it of two literals; a token that has a vendor's format is that
 * detector's. Laravel's Sanctum puts the number of the token and a bar in front. https://laravel.com/docs/12.x/sanctum#issuing-api-tokens
 */
export const bearerToken: Detector = {
  id: "secret/bearer-token",
  summary: "Bearer token",
  remedy,
  trigger: { literals: ["bearer"], anyCase: true, behind: { value: "key" } },
  reach: { before: 16, after: 1024 },

  *detect(window) {
    for (const match of window.matchAll(bearer)) {
      const range = rangeOf(match, "secret");
      if (!showsValue(window.text, range, match.index + "bearer".length, "key")) continue;
      const looks = guess((match.groups?.["secret"] ?? "").replace(/^\d{1,10}\|/, ""));
      if (looks === "random" || looks === "uuid") yield { range, confidence: 0.9 };
    }
  },

  examples: [
    "Authorization: Bearer «{base62:40}»",
    "Authorization: Bearer «12|{base62:48}»",
    'req.Header.Set("Authorization", "Bearer "+"«{base62:40}»"); $headers = [\'Bearer \' . \'«{base62:40}»\']; `Bearer ${"«{base62:40}»"}`',
    'headers["Authorization"] = "Bearer " + token_of_the_service_1; `Bearer ${tokens["service-1"]}`, "Bearer " + "{base62:15}"',
    "Authorization: Bearer 12|${token}, 1|bearer|{base62:40}",
    'curl -H "Authorization: Bearer «{base64url:43}»" https://api.acme.example.io/v1/orders',
    '{"authorization":"Bearer «{uuid}»"}',
    "headers['Proxy-Authorization'] = `bearer «{hex:40}»`;",
    "Authorization: Bearer ${token}, Bearer {{ token }}, Bearer <token>, Bearer $TOKEN",
    "Authorization: Bearer YOUR_ACCESS_TOKEN_GOES_HERE",
    "one character short: Bearer {base62:15}, a bearer authentication-mechanism-for-clients, BearerTokenAuthenticationProvider",
    'WWW-Authenticate: Bearer realm="example"',
  ],
};

/** The end of one literal and the beginning of the next, with what joins them in Java, PHP, Elixir and Visual Basic, or a template around the next. */
const joint = String.raw`(?:["'\x60]\s{0,8}(?:\+|\.|<>|&)\s{0,8}["'\x60]|\$\{["'\x60])`;

const bearer = new RegExp(
  String.raw`\bbearer(?:\s{1,4}${joint}|(?:\s{1,4}|%20|\+|["']?[ \t]{0,4}[:=,+]{1,2}[ \t]{0,4})["'\x60]?)(?<secret>(?:\d{1,10}\|(?=\w{40}))?[\w.~+/-]{16,4000}={0,2})(?![\w.~+/=|-])`,
  "dgi",
);

/** `Basic BASE64` (RFC 7617), where the base64 holds `user:password`. */
export const basicCredentials: Detector = {
  id: "secret/basic-credentials",
  summary: "User and password of HTTP's Basic scheme",
  remedy:
    "Change the password: base64 hides nothing. Then take headers out before a request is logged, and read the login from the environment.",
  trigger: { literals: ["basic"], anyCase: true, behind: { value: "key" } },
  reach: { before: 16, after: 512 },

  *detect(window) {
    for (const match of window.matchAll(basic)) {
      const range = rangeOf(match, "secret");
      if (!showsValue(window.text, range, match.index + "basic".length, "key")) continue;
      const text = Buffer.from(match.groups?.["secret"] ?? "", "base64").toString("latin1");
      const [, user = "", password] = /^([\x20-\x39\x3b-\x7e]{0,200}):([\x20-\x7e]{1,500})$/.exec(text) ?? [];
      if (password === undefined) continue;
      const found = loginMatch(range, { user, password });
      if (found !== undefined) yield found;
    }
  },

  examples: [
    "Authorization: Basic «{encode:base64}deploy:{base62:20}{end}»",
    "-H 'Authorization: Basic «{encode:base64}carol:Winter!{digits:4}{end}»'",
    '"proxy-authorization": "basic «{encode:base64}svc:{base62:16}{end}»"',
    "the example of the standard: Authorization: Basic {encode:base64}Aladdin:open sesame{end}",
    "Authorization: Basic {encode:base64}username:password{end}",
    "Authorization: Basic {encode:base64}admin:${ADMIN_PASSWORD}{end}",
    "the basic configuration, basic authentication1234, Basic abcdefghijkl",
  ],
};

const basic = /\bbasic(?:\s{1,4}|%20)(?<secret>[\w+/-]{6,1000}={0,2})(?![\w+/=-])/dgi;

/** `Authorization: SCHEME TOKEN` of any other scheme, and a token without one. A signature opens nothing twice. */
export const authorizationHeader: Detector = {
  id: "secret/authorization-header",
  summary: "Token in an Authorization header",
  remedy,
  isFramed: true,
  trigger: { literals: ["authorization"], anyCase: true, behind: { value: "key" } },
  reach: { before: 16, after: 1024 },

  *detect(window) {
    for (const match of window.matchAll(header)) {
      const { scheme = "", secret = "" } = match.groups ?? {};
      if (/^(?:basic|bearer|digest|negotiate|ntlm|aws\d?|hmac|hawk|sharedkey|signature|oauth)/i.test(scheme)) continue;
      const range = rangeOf(match, "secret");
      if (!showsValue(window.text, range, match.index + "authorization".length, "key")) continue;
      const looks = guess(secret);
      if (looks === "random") yield { range, confidence: 0.9 };
      else if (looks === "uuid") yield { range, confidence: 0.6 };
    }
  },

  examples: [
    "Authorization: token «{hex:40}»",
    'req.Header.Set("Authorization", "«{base62:32}»"); req.Header.Set("Authorization", "Token "+"«{base62:32}»")',
    "Authorization: ['token «{hex:40}»']\nAuthorization:\n- Token «{hex:40}»\n",
    "Authorization: [token, bearer_and_basic_of_the_service_1]",
    '-H "authorization: Token token=«{base62:24}»"',
    "'Authorization' => 'ApiKey «{base62:40}»',",
    "headers: { Authorization: `Token ${token}` }",
    "Authorization: SharedKey acme:{base64:43}=",
    'app.use(require("./authorization-middleware-for-clients"))',
  ],
};

// A recorded header is a list of one value, in YAML in the next line.
const header = new RegExp(
  String.raw`(?<![a-z:])authorization["'\x60\])\\]{0,4}\s{0,4}(?:=>|[:=,])\s{0,4}(?:\[\s{0,4}|\r?\n[ \t]{0,16}-[ \t]{1,4}|-[ \t]{1,4})?\\{0,2}["'\x60]?` +
    String.raw`(?:(?<scheme>[a-z][\w-]{1,24})[ \t]{1,4}(?:(?:token|key|apikey|api_key)=)?(?:${joint}|\\?["']?))?(?<secret>[\w.~+/-]{20,2000}={0,2})(?![\w.~+/=:(-])`,
  "dgi",
);
