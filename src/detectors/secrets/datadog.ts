import type { Detector } from "../detector.ts";
import { beside } from "./beside.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

const remedy =
  "Revoke it at https://app.datadoghq.com/organization-settings/api-keys (or application-keys), and read a new one from the environment.";

/** An API key has 32 hex digits, an application key 40: what their names have to tell from hashes. https://docs.datadoghq.com/account_management/api-app-keys/ */
export const datadogKey: Detector = tokenDetector({
  id: "secret/datadog-key",
  summary: "Datadog API or application key",
  remedy,
  literals: ["dd_", "dd-", "datadog"],
  anyCase: true,
  behind: { run: "hexadecimal", least: 32, within: 128 },
  pattern: beside(
    "(?<![A-Za-z0-9])(?:dd|datadog)[\\w.-]{0,12}(?:api|app|application)[_.-]?key",
    "[0-9a-f]{32}(?:[0-9a-f]{8})?",
  ),
  examples: [
    "DD_API_KEY=«{hex:32}»",
    'curl -H "DD-API-KEY: «{hex:32}»" -H "DD-APPLICATION-KEY: «{hex:40}»" https://api.datadoghq.com/api/v1/validate',
    "datadog: { apiKey: '{hex:32}' } has it only as datadogApiKey: '«{hex:32}»'",
    "datadog.api.key=«{hex:32}», datadog.api-key: «{hex:32}»",
    "DD_API_KEY={hex:31}, DD_VERSION={hex:40}",
    "DD_API_KEY=00000000000000000000000000000000, DD_API_KEY=<YOUR_API_KEY>",
  ],
});

/**
 * Access tokens of a person (`ddpat_`) and of a service account (`ddsat_`), and application keys of the newer format (`ddapp_`). No document
 * says how long they are. What pages send with (`pub`) is public by design. https://docs.datadoghq.com/account_management/personal-access-tokens/
 * https://docs.datadoghq.com/account_management/api-app-keys/#client-tokens
 */
export const datadogToken: Detector = tokenDetector({
  id: "secret/datadog-token",
  summary: "Datadog access token or application key",
  remedy:
    "Revoke it at https://app.datadoghq.com/personal-settings/access-tokens (a service account's and an application's in the organization's settings), and read a new one from the environment.",
  behind: { run: "token", least: 28 },
  literals: ["ddpat_", "ddsat_", "ddapp_", '"pub', "'pub", "=pub"],
  prefixes: ["ddpat_", "ddsat_", "ddapp_"],
  pattern: /(?<![\w-](?<!\\[nrt]))(?:dd(?:pat|sat|app)_[\w-]{28,120}|pub[\da-f]{32})(?![\w-])/g,
  isGenuine: (secret, value) => !secret.startsWith("pub") && /\d/.test(value) && isRandom(value),
  examples: [
    'curl -H "Authorization: Bearer «ddpat_{base62:22}_{base62:32}»" https://api.datadoghq.com/api/v2/users',
    "DD_ACCESS_TOKEN=«ddsat_{base62:40}», DD_APP_KEY=«ddapp_{base62:34}»",
    "ddpat_{base62:20}, weapon_hy_ddpat_{base62:34}, ddapp_the_name_of_a_rather_long_setting_2",
    'datadogRum.init({ clientToken: "pub{hex:32}" })',
    "DD_APP_KEY=ddapp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
