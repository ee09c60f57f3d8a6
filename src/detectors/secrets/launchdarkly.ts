import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Keys of servers' SDKs (`sdk-`) and access tokens (`api-`): a UUID. Those of mobile apps (`mob-`) are public. https://launchdarkly.com/docs/home/account/environment/keys */
export const launchdarklyKey: Detector = tokenDetector({
  id: "secret/launchdarkly-key",
  summary: "LaunchDarkly SDK key or access token",
  remedy:
    "Reset it at https://app.launchdarkly.com/settings (environments or authorization), and read a new one from the environment.",
  prefixes: ["sdk-", "api-"],
  pattern:
    /(?<![\w-](?<!\\[nrt]))(?:sdk|api)-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?![\w-])/g,
  behind: { run: "hexadecimal", least: 8 },
  confidence: 0.9,
  examples: [
    "LAUNCHDARKLY_SDK_KEY=«sdk-{uuid}»",
    '-H "Authorization: «api-{uuid}»" https://app.launchdarkly.com/api/v2/flags',
    "a client-side id and the key of a mobile app are public: {hex:24}, mob-{uuid}",
    "no version 4: sdk-{hex:8}-{hex:4}-1{hex:3}-8{hex:3}-{hex:12}; sdk-{hex:32}, my-api-{uuid}",
    "sdk-00000000-0000-4000-8000-000000000000, sdk-xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx, sdk-your-key",
  ],
});
