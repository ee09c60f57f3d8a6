import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { beside } from "./beside.ts";
import { tokenDetector } from "./token.ts";

const tokens = ["xoxb-", "xoxp-", "xoxa-", "xoxo-", "xoxr-", "xoxe-", "xoxe.xoxb-", "xoxe.xoxp-", "xapp-", "xwfp-"];

/**
 * Tokens of bots, users, workspaces, workflows and apps. After the prefix the classic ones have the numbers of team and
 * user and 24 letters and digits (bot) or 32 hex digits (user); rotated ones (`xoxe`) a version and base64; app-level ones
 * a version, the app's id, a number and 64 hex digits. https://docs.slack.dev/authentication/tokens
 */
export const slackToken: Detector = tokenDetector({
  id: "secret/slack-token",
  summary: "Slack API token",
  remedy:
    "Revoke it with auth.revoke (https://docs.slack.dev/reference/methods/auth.revoke) or on the app's page at https://api.slack.com/apps, and read a new one from the environment.",
  literals: tokens,
  prefixes: tokens,
  reach: { before: 8, after: 320 },
  pattern:
    /(?<![A-Za-z0-9-](?<!\\[nrt]))(?:xox[abopr]-(?:2-)?(?:\d{6,14}-){1,3}[A-Za-z0-9]{10,64}|xoxe(?:\.xox[bp])?-\d-[\w-]{100,300}|xapp-\d-A[A-Z0-9]{8,12}-\d{10,14}-[0-9a-f]{60,70}|xapp-\d{12}-[A-Za-z0-9/+]{24}|xwfp-[A-Za-z0-9-]{30,250})(?![\w-])/g,
  isGenuine: (secret) => !/-\d+$/.test(secret) && !isDocumented(secret),
  examples: [
    "SLACK_BOT_TOKEN=«xoxb-{digits:12}-{digits:13}-{base62:24}»",
    'token: "«xoxb-{digits:12}-{base62:24}»" # of before 2018',
    "curl -H 'Authorization: Bearer «xoxp-{digits:12}-{digits:12}-{digits:13}-{hex:32}»' https://slack.com/api/auth.test",
    "https://slack.com/api/users.list?token=«xoxa-2-{digits:12}-{digits:12}-{digits:12}-{hex:32}»&pretty=1",
    '{"text":"the new one:\\n«xoxb-{digits:12}-{digits:13}-{base62:24}»\\nthanks"}',
    '"access_token": "«xoxe.xoxp-1-{base62:166}»", "refresh_token": "«xoxe-1-{base62:147}»"',
    "SLACK_TOKEN_«xoxb-{digits:12}-{digits:13}-{base62:24}»",
    "appToken: «xapp-1-A{LOWER36:10}-{digits:13}-{hex:64}»",
    "a token without its secret: xoxb-{digits:12}-{digits:13}",
    "too short: xapp-1-A{LOWER36:10}-{digits:13}-{hex:59}",
    "xoxb-your-token-here, xoxb-000000000000-0000000000000-xxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});

/** What a browser holds: the web client's token, which works together with the cookie `d`, and that cookie. */
export const slackSession: Detector = tokenDetector({
  id: "secret/slack-session",
  summary: "Slack session of a person",
  remedy:
    "Sign out of all other sessions (https://slack.com/help/articles/214613347), and let the program use an app's token in place of a person's.",
  prefixes: ["xoxc-", "xoxd-", "xoxs-"],
  reach: { before: 8, after: 420 },
  pattern: /(?<![\w%+/-](?<!\\[nrt]))(?:xox[cs]-(?:\d{6,14}-){3}[0-9a-f]{10,64}|xoxd-[\w%+/-]{60,400})(?![\w%-])/g,
  examples: [
    '"token": "«xoxc-{digits:12}-{digits:12}-{digits:13}-{hex:64}»"',
    "Cookie: d=«xoxd-{base62:40}%2B{base62:60}%2F{base62:70}%3D»; lc=1700000000",
    "«xoxs-{digits:12}-{digits:12}-{digits:12}-{hex:10}»",
    "xoxd-{base62:40} is too short, and so is xoxc-{digits:12}-{hex:64}",
  ],
});

/**
 * Addresses that post into a channel or start a workflow, with no other credential: of incoming webhooks, of workflow
 * steps, of triggers. https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 */
export const slackWebhook: Detector = tokenDetector({
  id: "secret/slack-webhook",
  summary: "Slack webhook address",
  remedy:
    "Remove the webhook on the app's page at https://api.slack.com/apps (or unpublish the workflow), add a new one, and read its address from the environment.",
  literals: ["hooks.slack"],
  prefixes: ["services", "workflows", "triggers"].map((kind) => `hooks.slack.com/${kind}/`),
  // A slash may be escaped, as JSON of PHP has it; urllib3 logs a request behind the port.
  pattern:
    /hooks\.slack(?:-gov)?\.com(?::443 \\?"[A-Z]{3,6} )?\\?\/(?:services\\?\/T[A-Z0-9]{7,12}\\?\/B[A-Z0-9]{7,12}\\?\/[A-Za-z0-9]{24}|workflows\\?\/T[A-Z0-9]{8,12}\\?\/A[A-Z0-9]{8,12}\\?\/\d{15,19}\\?\/[A-Za-z0-9]{24}|triggers\\?\/[TE][A-Z0-9]{8,12}\\?\/\d{10,16}\\?\/[0-9a-f]{32})(?![\w-])/g,
  examples: [
    "SLACK_WEBHOOK_URL=https://«hooks.slack.com/services/T{LOWER36:8}/B{LOWER36:10}/{base62:24}»",
    '{"url":"https:\\/\\/«hooks.slack.com\\/services\\/T{LOWER36:10}\\/B{LOWER36:10}\\/{base62:24}»"}',
    'DEBUG:urllib3.connectionpool:https://«hooks.slack.com:443 "POST /services/T{LOWER36:8}/B{LOWER36:10}/{base62:24}» HTTP/1.1" 200 22',
    "https://«hooks.slack.com/workflows/T{LOWER36:10}/A{LOWER36:10}/{digits:18}/{base62:24}»",
    "https://«hooks.slack.com/triggers/T{LOWER36:10}/{digits:13}/{hex:32}»",
    "one character short: https://hooks.slack.com/services/T{LOWER36:8}/B{LOWER36:8}/{base62:23}",
    "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX",
    "https://hooks.slack.com/services/$TEAM/$BOT/$TOKEN",
  ],
});

/** What proves that a request comes from Slack, and the app's OAuth secret. https://docs.slack.dev/authentication/verifying-requests-from-slack */
export const slackAppSecret: Detector = tokenDetector({
  id: "secret/slack-app-secret",
  summary: "Slack signing or client secret",
  remedy:
    "Regenerate it under “Basic Information” of the app at https://api.slack.com/apps, and read it from the environment.",
  literals: ["slack"],
  anyCase: true,
  behind: { run: "hexadecimal", least: 32, within: 128 },
  pattern: beside("slack[\\w.-]{0,16}(?:signing|client|app)[_-]?secret", "[0-9a-f]{32}"),
  examples: [
    "SLACK_SIGNING_SECRET=«{hex:32}»",
    "slackClientSecret: '«{hex:32}»',",
    'os.environ["SLACK_APP_SECRET"] = "«{hex:32}»"',
    "SLACK_SIGNING_SECRET={hex:31}",
    "SLACK_CLIENT_ID={digits:12}.{digits:13} SLACK_CHANNEL_HASH={hex:32}",
    "slack_signing_secret: 00000000000000000000000000000000",
  ],
});
