import type { Detector } from "../detector.ts";
import { beside } from "./beside.ts";
import { isPlaceholder } from "./placeholder.ts";
import { tokenDetector } from "./token.ts";

/** Origin CA keys: `v1.0-` and hexadecimal digits. https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/ */
export const cloudflareOriginCaKey: Detector = tokenDetector({
  id: "secret/cloudflare-origin-ca-key",
  summary: "Cloudflare Origin CA key",
  remedy:
    "Change it at https://dash.cloudflare.com/profile/api-tokens, and use a token with the permission “SSL and Certificates” in its place.",
  prefixes: ["v1.0-"],
  pattern: /(?<![\w.-])v1\.0-[a-f0-9]{24}-[a-f0-9]{146}(?![\w-])/g,
  examples: [
    "X-Auth-User-Service-Key: «v1.0-{hex:24}-{hex:146}»",
    'CLOUDFLARE_API_USER_SERVICE_KEY="«v1.0-{hex:24}-{hex:146}»"',
    "v1.0-{hex:24}-{hex:145}, v1.0-beta, v1.0-{hex:40}",
    "v1.0-xxxxxxxxxxxxxxxxxxxxxxxx-x",
  ],
});

/**
 * Tokens of tunnels: base64 of a JSON object with the account, the tunnel and its secret.
 * https://developers.cloudflare.com/cloudflare-one/networks/connectors/cloudflare-tunnel/configure-tunnels/remote-tunnel-permissions/
 */
export const cloudflareTunnelToken: Detector = tokenDetector({
  id: "secret/cloudflare-tunnel-token",
  summary: "Cloudflare tunnel token",
  remedy:
    "Rotate it with `cloudflared` or at https://one.dash.cloudflare.com under Networks, Tunnels: whoever has it can answer for your hosts.",
  prefixes: ["eyJhIjoi"],
  pattern: /(?<![\w+/.-])eyJhIjoi[\w+/-]{120,400}={0,2}(?![\w+/.=-])/g,
  isProven: (secret) => {
    const payload = Buffer.from(secret, "base64").toString("latin1");
    return (
      /^\{"a":"[0-9a-f]{32}",/.test(payload) &&
      /"t":"[0-9a-f-]{36}"/.test(payload) &&
      /"s":"[\w+/=-]{40,}"/.test(payload)
    );
  },
  examples: [
    'cloudflared tunnel run --token «{encode:base64}{"a":"{hex:32}","t":"{uuid}","s":"{base64:44}"}{end}»',
    'TUNNEL_TOKEN=«{encode:base64}{"a":"{hex:32}","s":"{base64:48}","t":"{uuid}"}{end}»',
    'without a secret: {encode:base64}{"a":"{hex:32}","t":"{uuid}","note":"nothing else in here"}{end}',
    "eyJhIjoiYourTunnelTokenGoesHere",
  ],
});

/**
 * Client secrets of service tokens of Access, 64 hexadecimal digits beside the header's name.
 * https://developers.cloudflare.com/cloudflare-one/access-controls/service-credentials/service-tokens/
 */
export const cloudflareAccessSecret: Detector = tokenDetector({
  id: "secret/cloudflare-access-secret",
  summary: "Cloudflare Access client secret",
  remedy: "Rotate the service token at https://one.dash.cloudflare.com under Access controls, Service credentials.",
  literals: ["cf-access-client-secret", "cf_access_client_secret"],
  anyCase: true,
  pattern: beside("cf[_-]access[_-]client[_-]secret", "[0-9a-f]{64}"),
  examples: [
    'curl -H "CF-Access-Client-Id: {hex:32}.access" -H "CF-Access-Client-Secret: «{hex:64}»"',
    "CF_ACCESS_CLIENT_SECRET=«{hex:64}»",
    "CF-Access-Client-Secret: {hex:63}, CF-Access-Client-Secret: <CLIENT_SECRET>",
  ],
});

/**
 * Secret keys of Turnstile: 35 characters, where site keys have 24. Those that always pass or fail are `1x0000…`.
 * https://developers.cloudflare.com/turnstile/get-started/
 */
export const cloudflareTurnstileSecret: Detector = tokenDetector({
  id: "secret/cloudflare-turnstile-secret",
  summary: "Cloudflare Turnstile secret key",
  remedy: "Rotate it at https://dash.cloudflare.com under Turnstile, and keep it on the server.",
  literals: ["0x4AAA"],
  prefixes: ["0x4AAAAAA"],
  pattern: /(?<![\w-])0x4AAAAAA[\w-]{26}(?![\w-])/g,
  isProven: (secret) => !isPlaceholder(secret.slice(-20)), // the number at its beginning has zeros, which show as `A`
  examples: [
    "TURNSTILE_SECRET_KEY=«0x4AAAAAA{base64url:26}»",
    "the page's own key: 0x4AAAAAA{base64url:15}",
    "0x4AAAAAA{base64url:25}, 0x4AAAAAA{base64url:27}",
    "TURNSTILE_SECRET_KEY=1x0000000000000000000000000000000AA, 0x4AAAAAAxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
