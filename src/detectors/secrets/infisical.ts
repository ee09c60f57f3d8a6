import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Service tokens: an id, a secret and a key of 32 hexadecimal digits each. Those of machine identities are JSON Web Tokens.
 * https://infisical.com/docs/documentation/platform/token
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const infisicalToken: Detector = tokenDetector({
  id: "secret/infisical-token",
  summary: "Infisical service token",
  remedy: "Revoke it under “Access Control” of the project at https://app.infisical.com, and use a machine identity.",
  behind: { run: "token", least: 24 },
  prefixes: ["st."],
  pattern:
    /(?<![\w.-](?<!\\[nrt]))st\.(?:[0-9a-f]{24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[0-9a-f]{32}\.[0-9a-f]{32}(?![\w-])/g,
  examples: [
    "INFISICAL_TOKEN=«st.{uuid}.{hex:32}.{hex:32}»",
    "infisical run --token «st.{hex:24}.{hex:32}.{hex:32}» -- npm start",
    '{ "token": "«st.{uuid}.{hex:32}.{hex:32}»" }',
    "st.{uuid}.{hex:32}.{hex:31}, list.{hex:24}.{hex:32}.{hex:32}",
    "INFISICAL_TOKEN=st.xxxxxxxx.yyyyyyyy.zzzzzzzz",
  ],
});
