import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Tokens of users (`squ_`), of projects (`sqp_`) and for every project (`sqa_`): 20 bytes in hexadecimal. That of a badge
 * (`sqb_`) stands in addresses of images. https://docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens
 */
export const sonarqubeToken: Detector = tokenDetector({
  id: "secret/sonarqube-token",
  summary: "SonarQube token",
  remedy:
    "Revoke it under “My Account”, “Security” of the SonarQube server (https://docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens), and read a new one from SONAR_TOKEN.",
  literals: ["squ_", "sqp_", "sqa_"],
  prefixes: ["squ_", "sqp_", "sqa_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))sq[apu]_[0-9a-f]{40}(?![\w-])/g,
  examples: [
    "sonar-scanner -Dsonar.token=«squ_{hex:40}»",
    "SONAR_TOKEN=«sqp_{hex:40}»",
    'sonar.login: "«sqa_{hex:40}»"',
    "of a badge: https://sonar.acme.example/api/project_badges/measure?project=shop&metric=coverage&token=sqb_{hex:40}",
    "squ_{hex:39}, squ_{hex:41}, squ_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
