import type { Detector } from "../detector.ts";
import { beside } from "./beside.ts";
import { isPlaceholder } from "./placeholder.ts";
import { tokenDetector } from "./token.ts";

const remedy =
  "Revoke it at https://dev.azure.com under User settings, Personal access tokens. Use Microsoft Entra tokens or a service principal in its place.";

/**
 * Personal access tokens: 84 characters, of which the first 52 are random and `AZDO` stands before the last four.
 * https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate
 */
export const azureDevopsToken: Detector = tokenDetector({
  id: "secret/azure-devops-token",
  summary: "Azure DevOps personal access token",
  remedy,
  literals: ["AZDO"],
  pattern: /(?<![A-Za-z0-9])[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}(?![A-Za-z0-9])/g,
  isProven: (secret) => !isPlaceholder(secret.slice(0, 52)), // what follows is `AAAAAAAA` in many
  examples: [
    "AZURE_DEVOPS_EXT_PAT=«{base62:52}JQQJ99BFACAAAAAAAAAAAAASAZDO{base62:4}»",
    "https://pat:«{base62:76}AZDO{base62:4}»@dev.azure.com/acme/_git/site",
    "{base62:75}AZDO{base62:4}, {base62:77}AZDO{base62:4}",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxJQQJ99BFACAAAAAAAAAAAAASAZDO1a2b",
  ],
});

/** Those of before 2024: 52 characters of base32 in small letters, beside a name that says what they are. */
export const azureDevopsOldToken: Detector = tokenDetector({
  id: "secret/azure-devops-token-old",
  summary: "Azure DevOps personal access token",
  remedy,
  literals: "personalaccesstoken,personal_access_token,personal access token,devops,visualstudio.com,dev.azure.com,vsts,ado_".split(","),
  anyCase: true,
  pattern: beside(String.raw`(?:token|pat|password|key|pwd|devops\w{0,12}|vsts\w{0,12}|-u|//\w{0,40})`, "[a-z2-7]{52}"),
  // A hash in base32 is as long, but does not stand in such a place. Random ones have ten digits.
  isGenuine: (secret) => /[a-z]/.test(secret) && secret.replaceAll(/[^2-7]/g, "").length > 2,
  confidence: 0.9,
  examples: [
    'var personalAccessToken = "«{lower32:52}»";',
    "ADO_PAT: «{lower32:52}»",
    "curl -u :«{lower32:52}» https://dev.azure.com/acme/_apis/projects",
    "https://user:«{lower32:52}»@acme.visualstudio.com/_git/site",
    'personalAccessToken = "{lower32:51}", personalAccessToken = "{lower32:53}"',
    'personalAccessToken = "{lower:52}"',
    'personalAccessToken = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"',
    "https://dev.azure.com/acme/_git/site at sha {hex:52}9",
  ],
});
