import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { distinct } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * A private key of 32 bytes in hex, as Ethereum's and Bitcoin's tools read it, known by the name before it. Whoever has it
 * owns what the account holds. The accounts of Hardhat and Anvil, which everybody knows, are left alone.
 * https://hardhat.org/hardhat-network/docs/overview
 */
export const hexPrivateKey: Detector = tokenDetector({
  id: "secret/hex-private-key",
  summary: "Private key in hex",
  remedy: "Move what the account holds to a new one, and keep the new key in a keystore or a secret manager.",
  literals: ["private_key", "private-key", "privatekey", "private key"],
  anyCase: true,
  behind: { run: "hexadecimal", least: 64, within: 84 },
  pattern: /private[-_ ]?keys?(?:_?\d{1,2})?[\s=:("'`[]{1,12}(?<secret>(?:0x)?[0-9a-f]{64})(?![0-9a-z])/dgi,
  isProven: (secret) => distinct(secret.slice(-64)) >= 8 && !isDocumented(secret.slice(-64).toLowerCase()),
  examples: [
    "PRIVATE_KEY=«0x{hex:64}»",
    'DEPLOYER_PRIVATE_KEY_2: "«{hex:64}»"',
    "cast send --private-key «0x{hex:64}» 0x{hex:40}",
    'const privateKey = "«0x{HEX:64}»";',
    "private_key_hash = {hex:64}, publicKey = 0x{hex:64}",
    "PRIVATE_KEY=0x{hex:63}, PRIVATE_KEY=0x{hex:66}",
    "PRIVATE_KEY=0x0000000000000000000000000000000000000000000000000000000000000001",
  ],
});
