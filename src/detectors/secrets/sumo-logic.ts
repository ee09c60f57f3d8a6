import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Addresses of HTTP sources, to which anyone who knows them may send logs: 80 characters of base64url and more.
 * https://help.sumologic.com/docs/send-data/hosted-collectors/http-source/
 */
export const sumoLogicCollector: Detector = tokenDetector({
  id: "secret/sumo-logic-collector",
  summary: "Sumo Logic collector's address",
  remedy:
    "Regenerate the address of the source (https://help.sumologic.com/docs/send-data/hosted-collectors/http-source/generate-new-url/), and read it from the environment.",
  literals: [".sumologic.com/receiver/v1/"],
  prefixes: [".sumologic.com/receiver/v1/http/", ".sumologic.com/receiver/v1/otlp/"],
  reach: { before: 8, after: 240 },
  pattern: /\.sumologic\.com\/receiver\/v1\/(?:http|otlp)\/[\w-]{80,200}={0,2}(?![\w=-])/g,
  examples: [
    "url: https://endpoint1.collection.us2«.sumologic.com/receiver/v1/http/ZaVn{base64url:90}==»",
    "SUMO_URL=https://collectors«.sumologic.com/receiver/v1/http/ZaVn{base64url:90}==»",
    "too short: https://collectors.sumologic.com/receiver/v1/http/{base64url:60}",
    "https://collectors.sumologic.com/receiver/v1/http/<your-code>",
  ],
});
