import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { isMixed } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** Tokens of people and of robots: `sk` and eighty letters and digits, or 178, behind the name. https://www.sanity.io/docs/http-auth */
export const sanityToken: Detector = tokenDetector({
  id: "secret/sanity-token",
  summary: "Sanity API token",
  remedy:
    "Delete it under API of the project at https://www.sanity.io/manage, and read a new one from the environment.",
  literals: ["sanity"],
  anyCase: true,
  behind: { run: "token", least: 82, within: 255 },
  prefixes: ["sk"],
  reach: { before: 8, after: 400 },
  pattern: /sanity[^]{1,160}?(?<![\w+/-](?<!\\[nrt]))(?<secret>sk(?:[a-z0-9]{80}|[a-z0-9]{178}))(?![\w+/=-])/dgi,
  isGenuine: (secret) => secret.startsWith("sk") && isMixed(secret) && !isDocumented(secret),
  examples: [
    "Sanity takes «sk{base62:178}» for drafts",
    "SANITY_API_TOKEN=«sk{base62:178}»",
    '// of @sanity/client\ncreateClient({ projectId: "a1b2c3d4", token: "«sk{base62:80}»" })',
    "sanity:\n  token: «sk{base62:80}»",
    "curl https://a1b2c3d4.api.sanity.io/v2021-06-07/data/query/production -H 'Authorization: Bearer «sk{base62:178}»'",
    "too short: sanity sk{base62:79}; a hash behind it: sanity sk{hex:80}",
    "of something else: sk{base62:80}, sk{base62:178}",
    "SANITY_API_TOKEN=skxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
