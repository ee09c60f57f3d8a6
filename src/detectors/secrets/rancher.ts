import type { Detector } from "../detector.ts";
import { distinct } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * A token's name and 54 of Kubernetes' letters and digits, which spell no words. https://ranchermanager.docs.rancher.com/reference-guides/user-settings/api-keys ·
 * https://github.com/rancher/rancher/blob/main/pkg/auth/tokens/manager.go
 */
export const rancherToken: Detector = tokenDetector({
  id: "secret/rancher-token",
  summary: "Rancher API token",
  remedy: "Delete it under “Account & API Keys” of the Rancher server, and read a new one from the environment.",
  literals: ["token-", "kubeconfig-u"],
  behind: { run: "unspaced", least: 57 },
  pattern:
    /(?<![\w-](?<!\\[nrt]))(?:token|kubeconfig-u(?:ser)?)-[a-z0-9]{5,24}:[bcdfghjklmnpqrstvwxz2456789]{54}(?![\w-])/g,
  isGenuine: (secret) => distinct(secret.slice(-54)) >= 14,
  examples: [
    "RANCHER_BEARER_TOKEN=«token-x7k2p:{consonants:54}»",
    "    token: «kubeconfig-u-x7k2p9z4ktwv8:{consonants:54}»",
    "token-x7k2p:{consonants:53}, token-x7k2p:xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
