import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * With which a node joins a cluster of K3s or RKE2: `K10`, the hash of its certificate, and who with which password, or the id and the secret of
 * a bootstrap token. https://docs.k3s.io/cli/token
 */
export const k3sToken: Detector = tokenDetector({
  id: "secret/k3s-token",
  summary: "K3s join token",
  remedy: "Rotate it on the server with `k3s token rotate`, an agent's bootstrap token with `k3s token delete`.",
  literals: ["K10"],
  behind: { run: "hexadecimal", least: 64 },
  reach: { before: 8, after: 320 },
  pattern:
    /(?<![\w-](?<!\\[nrt]))K10[0-9a-f]{64}::(?:[\w-]{1,40}:[\w+/=.-]{8,128}|[a-z0-9]{6}\.[a-z0-9]{16})(?![\w+/-])/g,
  examples: [
    "K3S_TOKEN=«K10{hex:64}::server:{hex:32}»",
    "k3s agent --server https://k3s.acme.example.io:6443 --token «K10{hex:64}::{lower36:6}.{lower36:16}»",
    "token: «K10{hex:64}::node:{base62:24}»",
    "K10{hex:63}::server:{hex:32}, K10{hex:64}, K10{hex:64}::server:<password>",
  ],
});
