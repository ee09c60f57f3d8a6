import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * WireGuard's private and preshared keys: 32 bytes in base64, known by the name before them. The last digit has two bits that
 * are always zero. https://www.wireguard.com/quickstart/
 */
export const wireguardKey: Detector = tokenDetector({
  id: "secret/wireguard-key",
  summary: "WireGuard private or preshared key",
  remedy: "Make a new one with `wg genkey`, and give every peer the new public key.",
  literals: ["privatekey", "private_key", "private-key", "presharedkey", "preshared_key", "preshared-key"],
  anyCase: true,
  behind: { run: "value", least: 44, within: 64 },
  pattern: /(?:private|preshared)[-_]?key["']?\s{0,4}[=:]\s{0,4}["']?(?<secret>[a-z0-9+/]{43}=)(?![\w+/=])/dgi,
  isGenuine: (secret) => Buffer.from(secret, "base64").toString("base64") === secret,
  examples: [
    "[Interface]\nPrivateKey = «{base64:42}E=»\nAddress = 10.0.0.2/32",
    "PresharedKey=«{base64:42}8=»",
    "wireguard_private_key: '«{base64:42}A=»'",
    "PublicKey = {base64:42}E=",
    "PrivateKey = {base64:41}E=",
    "no 32 bytes end so: PrivateKey = {base64:42}e=",
    "PrivateKey = <your private key>, PrivateKey = AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
  ],
});
