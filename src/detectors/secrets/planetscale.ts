import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

const prefixes = ["pscale_tkn_", "pscale_oauth_refresh_", "pscale_oauth_", "pscale_pw_"];

/** Service tokens, OAuth tokens and passwords of databases. No document says how long they are. https://planetscale.com/docs/api/service-tokens */
export const planetscaleToken: Detector = tokenDetector({
  id: "secret/planetscale-token",
  summary: "PlanetScale token or password",
  remedy:
    "Delete it at https://app.planetscale.com/~/settings/service-tokens, a password under “Passwords” of the database, and read a new one from the environment.",
  literals: ["pscale_tkn_", "pscale_oauth_", "pscale_pw_"],
  prefixes,
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))pscale_(?:tkn|pw|oauth(?:_refresh)?)_[\w-]{40,64}(?![\w-])/g,
  examples: [
    "PLANETSCALE_SERVICE_TOKEN=«pscale_tkn_{base64url:43}»",
    "DATABASE_URL=mysql://{lower36:20}:«pscale_pw_{base64url:43}»@aws.connect.psdb.cloud/shop",
    '"access_token": "«pscale_oauth_{base64url:43}»", "refresh_token": "«pscale_oauth_refresh_{base64url:43}»"',
    "too short: pscale_tkn_{base62:39}; an application's id: pscale_app_{hex:32}",
    "pscale_tkn_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, pscale_pw_...",
  ],
});
