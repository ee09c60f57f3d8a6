import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { guess } from "./guess.ts";
import { decoded } from "./url-password.ts";

/**
 * A link that lets in whoever opens it: to set a new password, to log in without one, to confirm an account, to read a private calendar. Sources
 * have routes of these names, and tests made-up links. https://support.google.com/calendar/answer/37648
 */
export const loginLink: Detector = {
  id: "secret/login-link",
  summary: "Link that logs in whoever opens it",
  remedy:
    "Leave it out, and have a new one made: whoever read it may have opened it. Send it to nobody but whom it is for.",
  messagesOnly: true,
  trigger: {
    literals: [
      "reset",
      "magic",
      "passwordless",
      "one-time",
      "set-password",
      "callback",
      "verif",
      "activat",
      "confirm",
      "/private-",
    ],
    anyCase: true,
    behind: { run: "token", least: 20, within: 96 },
  },
  reach: { before: 320, after: 512 },

  *detect(window) {
    for (const pattern of [inPath, asked, called, calendar])
      for (const match of window.matchAll(pattern)) {
        const looks = guess(decoded(match.groups?.["secret"] ?? ""));
        if (looks === "random" || looks === "uuid") yield { range: rangeOf(match, "secret"), confidence: 0.8 };
      }
  },

  examples: [
    "https://app.acme.example/reset-password/«{hex:40}», https://app.acme.example/reset?reset_token=«{hex:40}»&email=x",
    "log in here: https://app.acme.example/auth/magic/«{base62:40}», https://acme.example/en/passwordless?utm=1&code=«{uuid}»",
    "https://sso.acme.example/callback?code=«{base62:40}»&state=abc, https://acme.example/accounts/confirm-email/«{base64url:43}»/",
    "https://calendar.google.com/calendar/ical/carol/private-«{hex:32}»/basic.ics",
    "https://id.acme.example/users/password/edit?reset_password_token=«{base64url:43}», https://storage.acme.example/verification/{hex:40}.pdf?page=2",
    "https://app.acme.example/reset-password, https://app.acme.example/reset/your-personal-reset-token-here",
    "https://github.com/acme/reset/commit/{hex:40}, https://cdn.acme.example/magic/index-{base62:8}.js, https://acme.example/confirm/img/{hex:40}.png",
    "https://docs.acme.example/verification/how-to-verify-your-account-in-five-minutes, /callback?state={base62:40}",
  ],
};

const way =
  "(?:[\\w-]{1,24}[-_])?(?:(?:password[-_]?)?reset(?:[-_]?password)?|magic(?:[-_]?(?:link|login))?|passwordless|one-time-(?:login|link)|set-password|callback|verif(?:y|ication)|activat(?:e|ion)|confirm(?:ation)?)(?:[-_][\\w-]{1,24})?";
const address = String.raw`https?:\/\/[^\s/?#"'<>]{3,128}(?:\/[\w.~%-]{1,64}){0,6}?\/${way}`;
const secret = String.raw`(?<secret>[\w.~%-]{19,511}[\w~-])`;

/** The last part of its path, right behind what it is for: a commit, a file and a page of a manual have another in front of them, or an ending. */
const inPath = new RegExp(
  String.raw`${address}(?:\/(?:accept|verify|confirm|new|edit))?\/(?<secret>[\w~%-]{20,512})(?=\/?[.!]?(?:[?#\s"'<>),;\]]|$))`,
  "dgi",
);
const asked = new RegExp(
  String.raw`${address}\/?\?(?:[^\s#"'<>]{0,200}&)?(?:[a-z]{1,24}_)?(?:token|code|key|ticket|otp|t)=${secret}`,
  "dgi",
);
/** `?reset_password_token=`, in whatever address. */
const called = new RegExp(
  String.raw`[?&](?:[a-z]{1,16}_){0,2}(?:reset|magic|confirm(?:ation)?|verif(?:y|ication)|activat(?:e|ion))_(?:[a-z]{1,16}_)?(?:token|code|key)=${secret}`,
  "dgi",
);
const calendar = /\/ical\/[^/\s]{3,120}\/private-(?<secret>[\da-f]{32})\//dg;
