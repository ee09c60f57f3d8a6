import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { loginMatch } from "./login.ts";

/**
 * `.netrc`: `machine HOST login USER password PASSWORD`, on one line or several; Emacs' `.authinfo` has a port among them. A word with
 * a space or a mark in it is quoted. https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html,
 * https://everything.curl.dev/usingcurl/netrc.html
 */
export const netrc: Detector = {
  id: "secret/netrc-password",
  summary: "Password in .netrc format",
  remedy: "Change the password at the host, and keep .netrc in the home directory, out of repositories and logs.",
  isFramed: true,
  trigger: [
    { literals: ["machine "], behind: { pair: "gi", within: 400 } }, // login
    { literals: ["default login"], behind: { pair: "sw", within: 512 } }, // password
  ],
  reach: { before: 8, after: 640 },

  *detect(window) {
    for (const match of window.matchAll(entry)) {
      const { host, user = "", quoted, secret } = match.groups ?? {};
      const found = loginMatch(rangeOf(match, quoted === undefined ? "secret" : "quoted"), {
        user: user.replace(/^(["'])(.*)\1$/s, "$2"),
        password: quoted ?? secret ?? "",
        ...(host !== undefined && { host }),
      });
      if (found !== undefined) yield found;
    }
  },

  examples: [
    "machine api.acme.example.io login deploy password «{base62:20}»",
    "machine api.github.com\n  login carol\n  password «{hex:40}»\nmachine imap.acme.example.io login carol password «Ferry{digits:4}!»\n",
    "machine ftp.acme.example.io login a^b password «{base62:20}»",
    'machine ftp.acme.example.io login "carol b" password "«{base62:8} {base62:9}!»"',
    "machine imap.acme.example.io port 993 login carol@acme.example.io password «{base62:16}»",
    "machine smtp.acme.example.io login carol port 587 password '«{base62:16}»'",
    "machine ftp.acme.example.io login o'neill password «{base62:12}»",
    "default login carol account sales password «{base62:16}»",
    "default login anonymous password carol@acme.example.io",
    "machine HOST login USER password PASSWORD",
    "machine api.acme.example.io login deploy password $TOKEN",
    'machine api.acme.example.io login deploy password "$TOKEN"',
    "the machine where you login with a password",
    "machine example.com login daniel password qwerty",
  ],
};

const port = String.raw`(?:\s{1,20}port\s{1,20}\w{1,16})?`;

const entry = new RegExp(
  String.raw`\b(?:machine\s{1,20}(?<host>[^\s"'\x60]{1,253})|default)${port}\s{1,40}login\s{1,20}(?<user>"[^"\n]{1,128}"|'[^'\n]{1,128}'|[^\s"\x60]{1,128})` +
    String.raw`${port}\s{1,40}(?:account\s{1,20}\S{1,128}\s{1,40})?password\s{1,20}(?:(?<quote>["'])(?<quoted>(?:(?!\k<quote>)[^\n\\]){1,512})\k<quote>|(?<secret>[^\s"'\x60\\]{1,512}))`,
  "dg",
);
