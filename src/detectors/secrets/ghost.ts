import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys of the Admin API: an id of 24 hexadecimal digits and a secret of 64. Those of the Content API, 26 digits, are public.
 * https://docs.ghost.org/admin-api#token-authentication
 */
export const ghostAdminKey: Detector = tokenDetector({
  id: "secret/ghost-admin-key",
  summary: "Ghost Admin API key",
  remedy:
    "Regenerate it on the integration's page under “Settings”, “Integrations” in Ghost Admin, and read it from the environment.",
  literals: ["ghost"],
  anyCase: true,
  behind: { run: "hexadecimal", least: 64, within: 250 },
  pattern: /(?<![\w:-](?<!\\[nrt]))[0-9a-f]{24}:[0-9a-f]{64}(?![\w:-])/g,
  examples: [
    'new GhostAdminAPI({ url: "https://blog.acme.example", key: "«{hex:24}:{hex:64}»", version: "v5.0" })',
    "GHOST_ADMIN_API_KEY=«{hex:24}:{hex:64}»",
    "of the Content API: GHOST_CONTENT_API_KEY={hex:26}",
    "one digit short: ghost {hex:24}:{hex:63}, ghost {hex:23}:{hex:64}",
    "of something else: {hex:24}:{hex:64}",
  ],
});
