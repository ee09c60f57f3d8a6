import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Cert IDs of production, which are an app's secret: `PRD-` and groups of 12, 4, 4, 4 and 4 hexadecimal digits. Those of the sandbox have `SBX-`. https://developer.ebay.com/api-docs/static/oauth-credentials.html */
export const ebaySecret: Detector = tokenDetector({
  id: "secret/ebay-secret",
  summary: "eBay Cert ID (client secret)",
  remedy: "Rotate it at https://developer.ebay.com/my/keys, and read it from the environment.",
  prefixes: ["PRD-"],
  behind: { run: "token", least: 32 },
  reach: { before: 8, after: 48 },
  pattern: /(?<![\w-](?<!\\[nrt]))PRD-[0-9a-f]{12}(?:-[0-9a-f]{4}){4}(?![\w-])/g,
  examples: [
    "EBAY_CERT_ID=«PRD-{hex:12}-{hex:4}-{hex:4}-{hex:4}-{hex:4}»",
    'certId: "«PRD-{hex:12}-{hex:4}-{hex:4}-{hex:4}-{hex:4}»"',
    "of the sandbox: SBX-{hex:12}-{hex:4}-{hex:4}-{hex:4}-{hex:4}; an app's id: Acme-shop-PRD-{hex:9}-{hex:8}",
    "one digit short: PRD-{hex:12}-{hex:4}-{hex:4}-{hex:4}-{hex:3}",
    "PRD-xxxxxxxxxxxx-xxxx-xxxx-xxxx-xxxx, PRD-000000000000-0000-0000-0000-0000",
  ],
});
