import type { Detector } from "../detector.ts";
import { beside } from "./beside.ts";
import { isMixed } from "./random.ts";
import { tokenDetector } from "./token.ts";

const remedy =
  "Delete it under “Certificates & secrets” of the app registration at https://entra.microsoft.com. Use a managed identity or a federated credential in its place.";

/**
 * Client secrets of applications in Microsoft Entra: three characters, a digit and `Q~`, and 31 to 34 more.
 * https://learn.microsoft.com/entra/identity-platform/how-to-add-credentials
 */
export const entraClientSecret: Detector = tokenDetector({
  id: "secret/entra-client-secret",
  summary: "Microsoft Entra client secret",
  remedy,
  literals: ["7Q~", "8Q~", "9Q~"],
  pattern: /(?<![\w~.-])[\w~.-]{3}[789]Q~[\w~.-]{31,34}(?![\w~-])/g,
  isGenuine: isMixed,
  examples: [
    "AZURE_CLIENT_SECRET=«{base62:3}8Q~{base64url:34}»",
    '"clientSecret": "«{base62:3}7Q~{base62:31}»"',
    "az login --service-principal -u {uuid} -p «{base62:1}~{base62:1}8Q~{base62:34}» --tenant {uuid}",
    "{base62:3}8Q~{base62:30}",
    "{base62:3}8Q~{base62:40}",
    "xxx8Q~xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});

/** Those of before 2021 have no mark of their own. A name that ends in the vendor's own words tells what they are. */
export const entraOldClientSecret: Detector = tokenDetector({
  id: "secret/entra-client-secret-old",
  summary: "Microsoft Entra client secret",
  remedy,
  literals:
    "azure_client_secret,azureclientsecret,arm_client_secret,aad_client_secret,aadclientsecret,azuread_client_secret".split(
      ",",
    ),
  anyCase: true,
  pattern: beside("(?:azure|arm|aad|azuread)_?client_?secret", String.raw`[\w~.@+/=:*?[\]-]{32,44}`),
  isGenuine: isMixed,
  examples: [
    'azureClientSecret := "«{base62:40}»"',
    "ARM_CLIENT_SECRET=«{base62:20}~{base62:13}»",
    "AZURE_CLIENT_SECRET=your-client-secret-from-the-portal-1A",
    "AZURE_CLIENT_SECRET={base62:31}",
    "AZURE_CLIENT_SECRET=${{ secrets.AZURE_CLIENT_SECRET }}\nGITHUB_TOKEN={base62:24}",
    "AZURE_CLIENT_SECRET={uuid}",
  ],
});
