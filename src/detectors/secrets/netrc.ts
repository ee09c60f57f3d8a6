import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { loginMatch } from "./login.ts";

/**
 * `.netrc`: `machine HOST login USER password PASSWORD`, on one line or several.
 * https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html
 */
export const netrc: Detector = {
  id: "secret/netrc-password",
  summary: "Password in .netrc format",
  remedy: "Change the password at the host, and keep .netrc in the home directory, out of repositories and logs.",
  trigger: [
    { literals: ["machine "], behind: { pair: "gi", within: 320 } }, // login
    { literals: ["default login"], behind: { pair: "sw", within: 512 } }, // password
  ],
  reach: { before: 8, after: 600 },

  *detect(window) {
    for (const match of window.matchAll(entry)) {
      const { host, user = "", secret = "" } = match.groups ?? {};
      const found = loginMatch(rangeOf(match, "secret"), {
        user,
        password: secret,
        ...(host !== undefined && { host }),
      });
      if (found !== undefined) yield found;
    }
  },

  examples: [
    "machine api.acme.example.io login deploy password «{base62:20}»",
    "machine api.github.com\n  login carol\n  password «{hex:40}»\nmachine imap.acme.example.io login carol password «Ferry{digits:4}!»\n",
    "default login carol account sales password «{base62:16}»",
    "default login anonymous password carol@acme.example.io",
    "machine HOST login USER password PASSWORD",
    "machine api.acme.example.io login deploy password $TOKEN",
    "the machine where you login with a password",
    "machine example.com login daniel password qwerty",
  ],
};

const entry =
  /\b(?:machine\s{1,20}(?<host>[^\s"'`]{1,253})|default)\s{1,40}login\s{1,20}(?<user>[^\s"'`]{1,128})\s{1,40}(?:account\s{1,20}\S{1,128}\s{1,40})?password\s{1,20}(?<secret>[^\s"'`\\]{1,512})/dg;
