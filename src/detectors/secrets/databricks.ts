import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Personal access tokens (`dapi`) and OAuth secrets of service principals (`dose`): 32 hexadecimal digits, of some a number
 * behind them. https://docs.databricks.com/aws/en/dev-tools/auth/pat
 */
export const databricksToken: Detector = tokenDetector({
  id: "secret/databricks-token",
  summary: "Databricks access token",
  remedy:
    "Revoke it in the workspace under Settings, Developer, Access tokens. Use OAuth for a service principal in its place.",
  prefixes: ["dapi", "dose"],
  pattern: /(?<![\w-])(?:dapi|dose)(?:[a-f0-9]{32}|[A-F0-9]{32})(?:-\d{1,2})?(?![\w-])/g,
  examples: [
    "DATABRICKS_TOKEN: '«dapi{hex:32}»'",
    "https://token:«dapi{hex:32}-3»@adb-1.2.azuredatabricks.net",
    'client_secret = "«dose{hex:32}»"',
    "dapi{hex:31}, dapi{hex:33}, mydapi{hex:32}",
    "dapi00000000000000000000000000000000, dapiDataGetTopLongShortPositionRatio",
  ],
});
