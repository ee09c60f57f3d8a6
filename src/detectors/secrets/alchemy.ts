import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * 32 letters and digits in the path of a node's address. What runs in a browser holds one, too, which its owner can bind to a site.
 * https://www.alchemy.com/docs/create-an-api-key
 */
export const alchemyKey: Detector = tokenDetector({
  id: "secret/alchemy-key",
  summary: "Alchemy API key in an address",
  remedy:
    "Make a new key at https://dashboard.alchemy.com, delete this one, and read it from the environment. One that a browser must have is bound to a site there.",
  literals: [".alchemy.com/", ".alchemy.com\\/", ".alchemyapi.io/"],
  reach: { before: 64, after: 128 },
  pattern: /(?<=\.(?:g\.alchemy\.com|alchemyapi\.io)\\?\/(?:nft\\?\/)?v[23]\\?\/)(?<secret>[\w-]{32})(?![\w-])/dg,
  isGenuine: (secret) => /\d/.test(secret) && /[a-z]/.test(secret) && /[A-Z]/.test(secret),
  confidence: 0.7,
  examples: [
    'url: "https://eth-mainnet.g.alchemy.com/v2/«{base62:32}»",',
    "https://base-mainnet.g.alchemy.com/nft/v3/«{base62:32}»/getNFTs?owner=a",
    '{"rpc":"https:\\/\\/eth-mainnet.g.alchemy.com\\/v2\\/«{base62:32}»"}',
    "ETH_RPC_URL=https://eth-mainnet.alchemyapi.io/v2/«{base62:32}»",
    "https://eth-mainnet.g.alchemy.com/v2/demo, https://eth-mainnet.g.alchemy.com/v2/{base62:31}",
    "https://eth-mainnet.g.alchemy.com/v2/<api-key>, https://www.alchemy.com/v2/{base62:32}",
  ],
});
