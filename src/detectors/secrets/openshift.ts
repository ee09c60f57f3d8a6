import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * `sha256~` and 32 bytes in base64url. The object that the cluster keeps is named by a hash in the same form.
 * https://docs.redhat.com/en/documentation/openshift_container_platform/4.18/html/authentication_and_authorization/managing-oauth-access-tokens
 */
export const openshiftToken: Detector = tokenDetector({
  id: "secret/openshift-token",
  summary: "OpenShift OAuth token",
  remedy:
    "Sign out with `oc logout`, or delete it with `oc delete useroauthaccesstokens`. Let programs use a service account.",
  prefixes: ["sha256~"],
  pattern: /(?<![\w~-](?<!\\[nrt]))sha256~[\w-]{43}(?![\w-])/g,
  confidence: 0.9,
  examples: [
    "oc login --token=«sha256~{base64url:43}» --server=https://api.acme.example.io:6443",
    "Authorization: Bearer «sha256~{base64url:43}»",
    "sha256~{base64url:42}, sha256~{hex:64}, sha256:{hex:64}",
    "sha256~xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
