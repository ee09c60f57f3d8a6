import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Secrets of applications of the 42 schools' intranet, where the public id has `u-`. https://api.intra.42.fr/apidoc/guides/getting_started */
export const intra42Secret: Detector = tokenDetector({
  id: "secret/42-client-secret",
  summary: "Client secret of a 42 application",
  remedy:
    "Replace it on the application's page at https://profile.intra.42.fr/oauth/applications, and read the new one from the environment.",
  prefixes: ["s-s4t2ud-"],
  pattern: /(?<![\w-](?<!\\[nrt]))s-s4t2ud-[0-9a-f]{64}(?![\w-])/g,
  examples: [
    "FORTYTWO_CLIENT_SECRET=«s-s4t2ud-{hex:64}»",
    'clientSecret: "«s-s4t2ud-{hex:64}»",',
    "public: u-s4t2ud-{hex:64}; one digit short: s-s4t2ud-{hex:63}",
    "s-s4t2ud-0000000000000000000000000000000000000000000000000000000000000000",
  ],
});
