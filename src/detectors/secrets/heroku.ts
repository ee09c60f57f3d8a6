import type { Detector } from "../detector.ts";
import { beside } from "./beside.ts";
import { tokenDetector } from "./token.ts";

const remedy =
  "Regenerate the API key at https://dashboard.heroku.com/account, or revoke the authorization with `heroku authorizations:revoke`, and read a new one from HEROKU_API_KEY.";

/** API keys and OAuth tokens: `HRKU-` and 60 characters. https://devcenter.heroku.com/articles/authentication */
export const herokuKey: Detector = tokenDetector({
  id: "secret/heroku-key",
  summary: "Heroku API key",
  remedy,
  prefixes: ["HRKU-"],
  pattern: /(?<![\w-])HRKU-AA[\w-]{58}(?![\w-])/g,
  examples: [
    "HEROKU_API_KEY=«HRKU-AA{base64url:58}»",
    "Authorization: Bearer «HRKU-AA{base64url:58}»",
    "HRKU-AA{base64url:57}, HRKU-AA{base64url:59}, HRKU-{uuid}",
    "HRKU-AAxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});

/** Those of before: a UUID beside the vendor's name. */
export const herokuOldKey: Detector = tokenDetector({
  id: "secret/heroku-key-old",
  summary: "Heroku API key",
  remedy,
  isFramed: true,
  literals: ["heroku"],
  anyCase: true,
  behind: { run: "hexadecimal", least: 12, within: 255 },
  pattern: beside(
    String.raw`(?:heroku[\w .-]{0,20}(?:key|token|password|secret)|\.heroku\.com\s{1,8}login\s{1,4}\S{1,100}\s{1,8}password)`,
    "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
  ),
  confidence: 0.9,
  examples: [
    "HEROKU_API_KEY: «{uuid}»",
    "machine api.heroku.com\n  login me@example.com\n  password «{uuid}»",
    '"heroku_oauth_token": "«{uuid}»"',
    "https://kolkrabbi.heroku.com/apps/{uuid}/github/push",
    "heroku pipeline {uuid}",
    "HEROKU_API_KEY=00000000-0000-0000-0000-000000000000",
    "HEROKU_API_KEY={uuid}ab",
  ],
});
