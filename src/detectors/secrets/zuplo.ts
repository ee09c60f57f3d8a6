import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys that Zuplo makes, its own and those of the services that it guards: 32 hexadecimal digits, and a checksum of eight.
 * https://zuplo.com/docs/articles/api-key-best-practices
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const zuploKey: Detector = tokenDetector({
  id: "secret/zuplo-key",
  summary: "API key made by Zuplo",
  remedy:
    "Roll it at https://portal.zuplo.com or in the portal of the service, and read the new one from the environment.",
  prefixes: ["zpka_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))zpka_[0-9a-f]{32}_[0-9a-f]{8}(?![\w-])/g,
  examples: [
    "ZUPLO_API_KEY=«zpka_{hex:32}_{hex:8}»",
    'curl -H "Authorization: Bearer «zpka_{hex:32}_{hex:8}»" https://api.acme.example/v1/orders',
    "https://api.acme.example/v1/orders?apikey=«zpka_{hex:32}_{hex:8}»&page=2",
    "zpka_{hex:31}_{hex:8}, zpka_{hex:32}_{hex:7}",
    "zpka_your_key, zpka_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_xxxxxxxx",
  ],
});
