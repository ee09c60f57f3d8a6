import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Authtokens and keys of the API, behind the vendor's name: a KSUID, `_` and letters and digits. A KSUID begins with the time in
 * base62, of 2018 to 2036 with a figure from 1 to 5. https://ngrok.com/docs/agent/#authtokens, https://github.com/segmentio/ksuid
 */
export const ngrokToken: Detector = tokenDetector({
  id: "secret/ngrok-token",
  summary: "ngrok authtoken or API key",
  remedy:
    "Reset it at https://dashboard.ngrok.com/get-started/your-authtoken (keys: https://dashboard.ngrok.com/api-keys), and read the new one from NGROK_AUTHTOKEN.",
  literals: ["ngrok", "authtoken"],
  anyCase: true,
  behind: { run: "token", least: 46, within: 128 },
  pattern:
    /(?:ngrok|authtoken)[^]{0,100}?(?<![\w-](?<!\\[nrt]))(?<secret>[1-5][a-z0-9]{26}_[a-z0-9]{18,22})(?![\w-])/dgi,
  isGenuine: (secret) => isRandom(secret),
  examples: [
    "ngrok config add-authtoken «2{base62:26}_{base62:21}»",
    "NGROK_AUTHTOKEN=«3{base62:26}_{base62:21}»",
    "version: 3\nagent:\n  authtoken: «1{base62:26}_{base62:20}»",
    'ngrok.set_auth_token("«2{base62:26}_{base62:21}»")',
    'curl https://api.ngrok.com/tunnels -H "Authorization: Bearer «2{base62:26}_{base62:21}»"',
    "ngrok authtoken {base62:20}, ngrok authtoken 2{base62:25}_{base62:21}, ngrok authtoken 7{base62:26}_{base62:21}",
    "with no name: 2{base62:26}_{base62:21}",
    "ngrok authtoken 2xxxxxxxxxxxxxxxxxxxxxxxxxx_xxxxxxxxxxxxxxxxxxxxx, ngrok authtoken <your-token>",
  ],
});
