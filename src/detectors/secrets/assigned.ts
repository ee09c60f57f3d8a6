import type { Match } from "../../model/match.ts";
import { rangeOf } from "../../model/range.ts";
import type { Window } from "../../model/window.ts";
import type { Detector } from "../detector.ts";
import { bindings } from "./binding.ts";
import { guess } from "./guess.ts";
import { type NamePromise, promiseOf } from "./key-name.ts";

const remedy =
  "Change it where it is used, because history keeps what was committed. Then read it from the environment or a secret manager.";

const reach = { before: 96, after: 512 };

/** `password = "…"`, in whatever language, and every name that promises a password. */
export const assignedPassword: Detector = {
  id: "secret/assigned-password",
  summary: "Password beside its name",
  remedy,
  trigger: {
    literals: "passw,passphrase,passcode,kennwort,pwd,pswd,_pass,-pass,pass=,pass =,pass:,pass',pass\",pass>,pass\\,dbpass".split(","),
    anyCase: true,
  },
  reach,
  detect: (window) => assigned(window, /(?:pass|kennwort|pwd|pswd)[\w-]{0,60}/gi, ["password"]),
  examples: [
    'password = "«{base62:16}»"',
    "nothing: password",
  ],
};

/** `api_key = "…"`, in whatever language, and every name that promises a secret, a token or a key. */
export const assignedSecret: Detector = {
  id: "secret/assigned-key",
  summary: "Secret key or token beside its name",
  remedy,
  trigger: {
    literals:
      "secret,token,credential,creds,apikey,api key,authkey,accesskey,access key,privatekey,signingkey,encryptionkey,masterkey,sharedkey,accountkey,licensekey,_key,-key,_jwt,_salt".split(
        ",",
      ),
    anyCase: true,
  },
  reach,
  detect: (window) =>
    assigned(window, /(?:secret|token|credential|creds|(?:api|auth|access|private|signing|encryption|master|shared|account|license)[ _-]?(?:access[ _-])?key|[_-]key|[_-]jwt|[_-]salt)[\w-]{0,60}/gi, ["secret", "key", "maybe"]),
  examples: [
    'api_key = "«{base62:32}»"',
    "nothing: token",
  ],
};

function* assigned(window: Window, noun: RegExp, wanted: readonly NamePromise[]): Generator<Match> {
  const { text } = window;
  for (const match of window.matchAll(noun)) {
    const start = match.index - (/[A-Za-z_$@][\w.$@-]*$/.exec(text.slice(Math.max(0, match.index - 64), match.index))?.[0].length ?? 0);
    const end = match.index + match[0].length;
    const name = text.slice(start, end);
    const promise = promiseOf(name);
    if (promise === undefined || !wanted.includes(promise)) continue;
    for (const { pattern, fits, isValue } of bindings) {
      pattern.lastIndex = end;
      const bound = pattern.exec(text);
      const secret = bound?.groups?.["secret"];
      if (bound === null || secret === undefined) continue;
      if (fits?.(secret) === false) continue;
      const confidence = confidenceOf(secret, promise, () => isValue(bound, lineBefore(text, start), name));
      if (confidence > 0) yield { range: rangeOf(bound, "secret"), confidence };
      break;
    }
  }
}

function lineBefore(text: string, at: number): string {
  return text.slice(Math.max(text.lastIndexOf("\n", at - 1) + 1, at - 120), at);
}

function confidenceOf(secret: string, promise: NamePromise, isValue: () => boolean): number {
  switch (guess(secret)) {
    case "none":
    case "words":
      return 0;
    case "uuid":
      return promise === "maybe" ? 0 : 0.6;
    case "random":
      if (promise === "maybe") return secret.length < 20 ? 0 : 0.6;
      if (promise === "password") return /^(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{64})$/i.test(secret) ? 0.6 : 0.9;
      return secret.length < 16 ? 0.5 : 0.9;
    case "chosen":
      if (promise === "password") return isValue() ? 0.5 : 0;
      return promise === "secret" && secret.length >= 8 && /[^\w-]/.test(secret) && /\d/.test(secret) && isValue() ? 0.4 : 0;
  }
}
