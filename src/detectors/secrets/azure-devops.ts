import type { Detector } from "../detector.ts";
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

/** Those of before 2024: 52 characters of base32 in small letters, near a name that says what they are. */
export const azureDevopsOldToken: Detector = tokenDetector({
  id: "secret/azure-devops-token-old",
  summary: "Azure DevOps personal access token",
  remedy,
  literals:
    "personalaccesstoken,personal_access_token,personal access token,devops,visualstudio.com,dev.azure.com,vsts,ado_".split(
      ",",
    ),
  anyCase: true,
  reach: { before: 160, after: 160 },
  pattern: /(?<![\w+/=.-])[a-z2-7]{52}(?![\w+/=-])/g,
  isGenuine: (secret) => /[a-z]/.test(secret) && secret.replaceAll(/[^2-7]/g, "").length > 2, // random ones have ten digits
  confidence: 0.9, // a SHA-256 in base32 looks the same
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
