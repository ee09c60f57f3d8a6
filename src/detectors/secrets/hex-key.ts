import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { distinct } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * A private key of 32 bytes in hex, as Ethereum's and Bitcoin's tools read it, known by the name or the call before it, or as an account of a network in Hardhat's
 * settings. Whoever has it owns what the account holds. The accounts of Hardhat and Anvil, which everybody knows, are left alone.
 * https://hardhat.org/hardhat-network/docs/overview · https://docs.ethers.org/v6/api/wallet/#Wallet · https://viem.sh/docs/accounts/local/privateKeyToAccount
 */
export const hexPrivateKey: Detector = tokenDetector({
  id: "secret/hex-private-key",
  summary: "Private key in hex",
  remedy: "Move what the account holds to a new one, and keep the new key in a keystore or a secret manager.",
  literals:
    'private_key,private-key,privatekey,private key,deployer_key,deployerkey,deployer key,wallet_key,walletkey,relayer_key,relayerkey,minter_key,minterkey,wallet(,from_key(,fromkey(,accounts: [,accounts": [,accounts = ['.split(
      ",",
    ),
  anyCase: true,
  behind: { run: "hexadecimal", least: 64, within: 84 },
  reach: { before: 320, after: 420 },
  pattern:
    /(?:private[-_ ]?keys?(?:_?\d{1,2}|ToAccount)?|\b(?:deployer|wallet|relayer|minter)[-_ ]?key|\bWallet|\bfrom_?key|\baccounts(?=["'\s:=[]{2,12}(?:0x)?[0-9a-f]{64}["'][^]{0,200}\b(?:url|chainId)\b|(?<=\b(?:url|chainId)\b[^]{0,280})))[\s=:("'`[]{1,12}(?<secret>(?:0x)?[0-9a-f]{64})(?![0-9a-z])/dgi,
  isProven: (secret) => distinct(secret.slice(-64)) >= 8 && !isDocumented(secret.slice(-64).toLowerCase()),
  examples: [
    "PRIVATE_KEY=«0x{hex:64}»",
    'DEPLOYER_PRIVATE_KEY_2: "«{hex:64}»"',
    "cast send --private-key «0x{hex:64}» 0x{hex:40}",
    'const privateKey = "«0x{HEX:64}»";',
    'new ethers.Wallet("«{hex:64}»"), new Wallet(\'«0x{hex:64}»\'), privateKeyToAccount("«0x{hex:64}»"), Account.from_key("«0x{hex:64}»")',
    'sepolia: { url: "https://rpc.acme.example.io", accounts: ["«0x{hex:64}»"] }',
    'sepolia: { accounts: ["«0x{hex:64}»"], chainId: 11155111 }',
    'const deployerKey = "«0x{hex:64}»"; // deployer key: «0x{hex:64}»',
    'accounts: ["0x{hex:64}"], new Wallet(process.env.KEY), from_key("{hex:63}"), txHash: "0x{hex:64}"',
    "private_key_hash = {hex:64}, publicKey = 0x{hex:64}",
    "PRIVATE_KEY=0x{hex:63}, PRIVATE_KEY=0x{hex:66}",
    "PRIVATE_KEY=0x0000000000000000000000000000000000000000000000000000000000000001",
  ],
});
