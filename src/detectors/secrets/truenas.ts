import type { Detector } from "../detector.ts";
import { isMixed } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys of the API, behind the name of the server or of the call that takes them: their number, `-` and 64 letters and digits.
 * https://www.truenas.com/docs/scale/scaletutorials/toptoolbar/managingapikeys/
 */
export const truenasKey: Detector = tokenDetector({
  id: "secret/truenas-key",
  summary: "TrueNAS API key",
  remedy: "Reset it under “My API Keys” of the server's web interface, and read the new one from the environment.",
  literals: ["truenas", "login_with_api_key", "api_key_plain"],
  anyCase: true,
  behind: { run: "token", least: 66, within: 200 },
  reach: { before: 24, after: 320 },
  pattern:
    /(?:truenas|login_with_api_key|api_key_plain)[^]{0,180}?(?<![\w-](?<!\\[nrt]))(?<secret>\d{1,6}-[a-z0-9]{64})(?![\w-])/dgi,
  isGenuine: isMixed,
  examples: [
    "TRUENAS_API_KEY=«1-{base62:64}»",
    '{"id": 1, "jsonrpc": "2.0", "method": "auth.login_with_api_key", "params": ["«12-{base62:64}»"]}',
    '{"mechanism": "API_KEY_PLAIN", "username": "backup", "api_key": "«3-{base62:64}»"}',
    'curl https://truenas.acme.example/api/v2.0/pool -H "Authorization: Bearer «1-{base62:64}»"',
    "no name: 1-{base62:64}; truenas 1-{base62:63}, truenas 1-{hex:64}",
    "TRUENAS_API_KEY=1-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, TRUENAS_API_KEY=1-abc123",
  ],
});
