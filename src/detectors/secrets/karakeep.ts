import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** `ak2_`, ten bytes that name the key and sixteen that are secret, in hexadecimal digits. https://github.com/karakeep-app/karakeep/blob/main/packages/trpc/auth.ts */
export const karakeepKey: Detector = tokenDetector({
  id: "secret/karakeep-key",
  summary: "Karakeep API key",
  remedy: "Delete it under “API Keys” in the settings, and read a new one from the environment.",
  behind: { run: "hexadecimal", least: 20 },
  prefixes: ["ak1_", "ak2_"],
  pattern: /(?<![\w-](?<!\\[nrt]))ak[12]_[0-9a-f]{20}_[0-9a-f]{20,32}(?![\w-])/g,
  examples: [
    "KARAKEEP_API_KEY=«ak2_{hex:20}_{hex:32}»",
    "Authorization: Bearer «ak2_{hex:20}_{hex:32}»",
    "ak2_{hex:20}, break2_{hex:20}_{hex:32}, ak2_00000000000000000000_00000000000000000000000000000000",
  ],
});
