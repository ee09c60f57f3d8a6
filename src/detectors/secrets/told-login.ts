import { isInPlaceholder } from "../../model/placeholder.ts";
import { rangeOf } from "../../model/range.ts";
import type { Window } from "../../model/window.ts";
import type { Detector } from "../detector.ts";
import { guess } from "./guess.ts";
import { isShown, toldIn } from "./told-password.ts";
import { told } from "./told-words.ts";

/** `user: anna / pass: …`, also in two lines. */
const pass =
  /\b(?:user(?:name)?|login|account|e-?mail|name|id)\b[^\n]{1,64}?(?:\r?\n[^\n]{0,24}?)?\bpass(?:word)?\s?(?::|=[^\S\n])\s?["'`*]{0,2}(?<secret>(?!=)(?:(?!\\{1,7}")[^\s"'`*,;[\]]){4,64})/dgi;

/** `the pass is …`, `user admin pass …`. */
const passIs =
  /\b(?:(?:the|my|our|your|new|root|admin|wi-?fi|guest) pass(?: (?:is|was)(?: now)?|:)|(?:user(?:name)?|login) [\w.@+-]{2,64},? pass)\s["'`*]{0,2}(?<secret>(?:(?!\\{1,7}")[^\s"'`*,;[\]]){6,64})/dgi;

/** `Wi-Fi: CafeGuest, key: …`, `SSID: Home, PSK: …`: a network's key has eight characters or more. */
const networkKey =
  /\b(?:(?:wi-?fi|wlan)\b[^\n]{1,64}?|ssid\b[^\n]{1,64}?(?:\r?\n[^\n]{0,24}?)?)(?:\b(?:key|psk)|Schl\xc3\xbcssel|\bcl\xc3\xa9|\bclave|\bchiave|\bchave|\bsleutel)\s?[:=]\s?["'`*]{0,2}(?<secret>(?!WPA|WEP)(?:(?!\\{1,7}")[^\s"'`*,;[\]]){8,64})/dgi;

/** `creds: anna / …`, `login: anna:…`. Behind `POST /login` stands `HTTP/1.1`, and behind Dovecot's `imap-login: Login:` a pair that is named; a login that has failed is no name. */
const pair =
  /\b(?:creds|credentials|log-?in|zugangsdaten|identifiants|credenciales|credenciais|credenziali)(?: \w{1,16})?[ ]{0,2}:?\s{1,2}(?!HTTP\/\d|(?:fail|refus|denied|reject|attempt|error|succe|from)\w{0,8}\s?[/|:,])[\w.@+-]{2,64}\s?[/|:,]\s?(?<secret>(?![a-z_]\w{0,63}=[^\s="'`])(?:(?!\\{0,7}"(?:[,:;)\]}]|$))[^\s/|,;]){6,64})/dgi;

/** `use … as the password`, `… is the wifi password`, `… ist das neue WLAN-Passwort`. In `MESSAGE=Here is your …` the name is no part of it. */
const before =
  /(?<![^\s"'`(*=])(?<secret>(?![a-z_]\w{0,63}=[^\s="'`])[^\s"'`(*]{6,64})["'`*]{0,2}\s(?:as|is|ist|als|est)\s(?:the|your|my|our|a|his|her|their|das|dein|mein|unser|le|ton|mon|notre)\s(?:[\w-]{1,16}\s){0,2}(?:(?:[\w-]{1,16}-)?pass(?:word|code|phrase|wort)|kennwort|mot de passe|(?:api|access) (?:key|token))\b(?!\s(?:hash|manager|field|policy|file|type|format|algorithm))/dgi;

/** The words of English by which many languages name passwords and keys, and ways to tell one that only talk has: source is full of these words. */
export const toldLogin: Detector = {
  id: "secret/told-login",
  summary: "Password or key told in talk",
  remedy:
    "Leave it out, and change it where somebody has read it. Give it to whoever needs it through a password manager.",
  messagesOnly: true,
  get trigger() {
    return [
      {
        literals: [
          ...told.english.ascii,
          ...told.englishKeys.ascii,
          "pass is",
          "pass was",
          " pass ",
          "wifi",
          "wi-fi",
          "wlan",
          "ssid",
          "pass:",
          "pass :",
          "pass=",
          "creds",
          "credentials",
          "log-in",
          "login",
          "zugangsdaten",
          "identifiants",
          "credenci",
          "credenzial",
        ],
        anyCase: true,
        behind: { value: "password" },
      },
      {
        literals: [
          " password",
          " passcode",
          " passphrase",
          " passwort",
          "-passwort",
          " kennwort",
          " mot de passe",
          " api key",
          " access token",
        ],
        anyCase: true,
      },
    ] as const;
  },
  reach: { before: 160, after: 384 },

  *detect(window) {
    yield* toldIn(window, told.english.pattern, "password");
    if (namesKey(window)) yield* toldIn(window, told.englishKeys.pattern, "key");
    for (const pattern of [pass, passIs, networkKey, pair, before]) {
      for (const match of window.matchAll(pattern)) {
        if (isInPlaceholder(window.text, match.index)) continue;
        const range = rangeOf(match, "secret");
        if (pattern !== before && !isShown(window, range)) continue;
        const value = window.text.slice(range.start, range.end);
        const looks = pattern === networkKey && /^\d{16,20}$/.test(value) ? "random" : guess(value);
        if (looks === "random" || looks === "chosen") yield { range, confidence: looks === "random" ? 0.9 : 0.5 };
      }
    }
  },

  examples: [
    "the wifi password for guests is «Harbour{digits:4}!», I changed the password to «Summer!4{digits:3}»",
    "la password del wifi è «Kx{digits:1}Qm{digits:1}vL{digits:1}», password wifi: «Kx{digits:1}Qm{digits:1}vL{digits:1}»",
    "user: anna / pass: «Harbour{digits:4}!», username anna password «Gr{digits:1}uerWolf_{digits:1}»",
    "Jenkins user: deployer\nJenkins pass: «Harbour%{digits:4}»\nURL: https://ci.acme.example",
    "creds: anna / «Gr{digits:1}uerWolf_{digits:1}», login: anna:«Harbour{digits:4}!»",
    "imap-login: Login: user=<carol>, method=PLAIN\nb'POST /login HTTP/1.1\\r\\nHost: api.acme.example.io\\r\\n\\r\\n'",
    'GET /static/../etc/passwd HTTP/1.1, error="Invalid Username or Password" remote_addr=182.56.23.12, ROOT LOGIN REFUSED FROM ::ffff:1.2.3.4, login failed, gh-2742, SASL LOGIN authentication failed: UGFzc3dvcmQ6',
    'Values{"password":[]string{"Harbour{digits:4}"}, "user":[]string{"carol"}}',
    "use «Tr{digits:1}mbone-{digits:2}» as the password, pw: «Harbour{digits:4}!»",
    "Password: «Harbour-{digits:3}!»",
    "The password is\n```\n«Harbour-{digits:3}!»\n```\nPassword:\n- «Harbour-{digits:3}!»\n\nPassword:\n> «Harbour-{digits:3}!»",
    "What's the wifi password? A: «Harbour!{digits:4}», Password 👉 «Harbour!{digits:4}», the password?\n«Harbour!{digits:4}»\nForgot your password? Ask Harbour12 for it",
    "«Harbour!{digits:4}» ist das neue WLAN-Passwort, «{base62:38}{digits:2}» is the API key, «Harbour!{digits:4}» est le mot de passe",
    "MESSAGE=«Harbour!{digits:4}» is the password, MESSAGE=Here is your API token, NAME=kiosk4 is the login",
    "log in with password «Harbour{digits:4}!», it's still the old password («Harbour!{digits:4}»)",
    "the api key for the weather thing is «{hex:32}», here is the bearer token «{base62:40}», the signing secret changed to «{hex:64}»",
    "the access token expires in 3600s, an API key is 32 characters long, our API keys begin with k2_live, the secret key is rotated by v2.4-rotate_keys",
    "the password is required, at least 12 characters, and case-sensitive; password: ********, password policy 2.0, a password of 8-20",
    "{base62:39}/Pw\n{base62:76}, {base62:40}Password {base62:24}",
    '"owner": "[cloud-account:1e56]"\nPASSWORD= \nMESSAGE=k{base62:14}',
    "login USER password PASSWORD[secret:slack-token:3f76] and more",
    "machine HOST login USER password PASSWORD\nMESSAGE=AZURE_SUBSCRIPTION_ID={uuid}\n",
    "postgres://user:password@localhost:5432/mydb, mysql://root:passwd@127.0.0.1:3306/shop1!",
    "passwords are normalized according to RFC7613, export the password to PKCS#8, the default password hash is now Argon2id, password strength (see https://acme.example/4711)",
    "Add new upstream signing key {HEX:40} to debian/upstream",
    "PASSWORD=\nAPP_KEY2=Kx4Qm, PASSWORD=\n\nMESSAGE=Kx4Qm",
    "You can now pass multiple filters to tests.][81356, pass `--all`][cargo/4335, the pass rate is 98.5%, pass: 42, fail: 3",
    "The password data is encrypted with SHA-256; password: see vault entry, set password to $DB_PASSWORD, login: see README.md",
  ],
};

/** Whether the window opened for the name of a key: its pattern is not asked otherwise. */
function namesKey({ text, sightings }: Window): boolean {
  return sightings.some(({ start, end }) => /(?:key|token|secret)$/i.test(text.slice(start, end)));
}
