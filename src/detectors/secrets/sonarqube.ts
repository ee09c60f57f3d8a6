import type { Detector } from "../detector.ts";
import { beside } from "./beside.ts";
import { tokenDetector } from "./token.ts";

const remedy =
  "Revoke it under “My Account”, “Security” of the SonarQube server (https://docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens), and read a new one from SONAR_TOKEN.";

/**
 * Tokens of users (`squ_`), of projects (`sqp_`) and for every project (`sqa_`): 20 bytes in hexadecimal. That of a badge
 * (`sqb_`) stands in addresses of images. https://docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens
 */
export const sonarqubeToken: Detector = tokenDetector({
  id: "secret/sonarqube-token",
  summary: "SonarQube token",
  remedy,
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

/** Tokens of before version 9.5, and of SonarQube Cloud: 40 digits with no mark of their own, where the scanner takes them for a login. https://docs.sonarsource.com/sonarqube/8.9/user-guide/user-account/generating-and-using-tokens */
export const sonarqubeOldToken: Detector = tokenDetector({
  id: "secret/sonarqube-token-old",
  summary: "SonarQube token",
  remedy,
  literals: ["sonar.login", "sonar_login", "sonarlogin"],
  anyCase: true,
  behind: { run: "hexadecimal", least: 40, within: 64 },
  pattern: beside("sonar[._]?login", "[0-9a-f]{40}"),
  examples: [
    "mvn sonar:sonar -Dsonar.login=«{hex:40}»",
    "sonar.login=«{hex:40}»",
    "<sonar.login>«{hex:40}»</sonar.login>",
    'dotnet sonarscanner begin /k:"shop" /d:sonar.login="«{hex:40}»"',
    "SONAR_LOGIN: «{hex:40}»",
    "sonar.login={hex:39}, sonar.login={hex:41}, sonar.login=admin, sonar.projectVersion={hex:40}",
    "sonar.login=0000000000000000000000000000000000000000, sonar.login=$SONAR_TOKEN",
  ],
});
