import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { beside } from "./beside.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** The first three characters of every number in base64, of which two digits decide. */
const numbersInBase64 = Array.from({ length: 90 }, (_, index) =>
  Buffer.from(`${index + 10}0`)
    .toString("base64")
    .slice(0, 3),
);

/**
 * Tokens of bots and of people: the account's id in base64url, the time of issue, and a signature (of 38 characters, of 27
 * in tokens of before 2022). https://discord.com/developers/docs/reference#authentication,
 * https://hexdocs.pm/nostrum/Nostrum.Token.html
 */
export const discordToken: Detector = tokenDetector({
  id: "secret/discord-token",
  summary: "Discord bot token",
  remedy:
    "Reset it under “Bot” at https://discord.com/developers/applications, and read the new one from the environment. A person's own token ends with a change of the password.",
  literals: numbersInBase64,
  behind: { run: "value", least: 55, holds: "." },
  reach: { before: 8, after: 88 },
  // Begins as those literals do.
  pattern:
    /(?<![\w.-](?<!\\[nrt]))(?:M[Tjz]|N[DTjz]|O[DT])[AEIMQUYcgk][\w-]{20,24}\.[\w-]{6}\.(?:[\w-]{38}|[\w-]{27})(?![\w-])/g,
  isGenuine: (secret) => isSnowflake(secret) && !isDocumented(secret),
  examples: [
    "DISCORD_TOKEN=«{encode:base64url}1{digits:18}{end}.{base64url:6}.{base64url:38}»",
    'client.login("«{encode:base64url}8{digits:17}{end}.{base64url:6}.{base64url:27}»");',
    "an id of 17 digits: «{encode:base64url}8{digits:16}{end}.{base64url:6}.{base64url:27}»",
    "Authorization: Bot «{encode:base64url}2{digits:17}{end}.{base64url:6}.{base64url:38}»",
    "the first part is no number: {encode:base64url}1{digits:8}x{digits:9}{end}.{base64url:6}.{base64url:38}",
    "one character short: {encode:base64url}1{digits:18}{end}.{base64url:6}.{base64url:37}",
    "{encode:base64url}1{digits:18}{end}.xxxxxx.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});

/** An id, which counts milliseconds since 2015: 17 to 19 digits. https://discord.com/developers/docs/reference#snowflakes */
function isSnowflake(token: string): boolean {
  return /^[1-9]\d{16,19}$/.test(Buffer.from(token.slice(0, token.indexOf(".")), "base64url").toString("latin1"));
}

/** Post into a channel, edit what they posted, and delete themselves. https://discord.com/developers/docs/resources/webhook */
export const discordWebhook: Detector = tokenDetector({
  id: "secret/discord-webhook",
  summary: "Discord webhook address",
  remedy:
    "Delete the webhook in the channel's settings under “Integrations”, make a new one, and read its address from the environment.",
  literals: [
    "discord.com/api",
    "discordapp.com/api",
    "discord.com\\/api",
    "discordapp.com\\/api",
    "discord.com:443",
    "discordapp.com:443",
  ],
  prefixes: ["discord.com/api/webhooks/", "discordapp.com/api/webhooks/"],
  // urllib3 logs a request behind the port.
  pattern:
    /discord(?:app)?\.com(?::443 \\?"[A-Z]{3,6} )?\\?\/api\\?\/(?:v\d{1,2}\\?\/)?webhooks\\?\/\d{17,20}\\?\/[\w-]{60,80}(?![\w-])/g,
  examples: [
    "WEBHOOK=https://«discord.com/api/webhooks/1{digits:18}/{base64url:68}»",
    "https://canary.«discord.com/api/v10/webhooks/1{digits:18}/{base64url:68}»?wait=true",
    "`https://«discordapp.com/api/webhooks/3{digits:17}/{base64url:68}»/slack`",
    '"https:\\/\\/«discord.com\\/api\\/webhooks\\/1{digits:18}\\/{base64url:68}»"',
    'https://«discord.com:443 "POST /api/webhooks/1{digits:18}/{base64url:68}» HTTP/1.1" 204 0',
    "too short: https://discord.com/api/webhooks/1{digits:18}/{base64url:40}",
    "https://discord.com/api/webhooks/1{digits:18}, https://discord.com/api/webhooks/WEBHOOK_ID/WEBHOOK_TOKEN",
    "https://discord.com/api/webhooks/000000000000000000/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});

/** The OAuth secret of an application: 32 characters that nothing but their name tells from others. */
export const discordClientSecret: Detector = tokenDetector({
  id: "secret/discord-client-secret",
  summary: "Discord client secret",
  remedy: "Reset it under “OAuth2” at https://discord.com/developers/applications, and read it from the environment.",
  literals: ["discord"],
  anyCase: true,
  behind: { run: "token", least: 32, within: 128 },
  pattern: beside("discord[\\w.-]{0,16}secret(?:[_-]?key)?", "[\\w-]{32}"),
  isGenuine: isRandom,
  examples: [
    "DISCORD_CLIENT_SECRET=«{base62:30}-{base62:1}»",
    'discordClientSecret: "«{base62:32}»"',
    "DISCORD_CLIENT_SECRET={base62:31}",
    "DISCORD_CLIENT_ID=1{digits:18}",
    "DISCORD_CLIENT_SECRET: process.env.DISCORD_CLIENT_SECRET_OF_PRODUCTION_1",
  ],
});
