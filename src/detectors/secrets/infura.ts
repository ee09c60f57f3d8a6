import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * 32 hexadecimal digits in the path of a node's address. What runs in a browser holds one, too, which its owner can bind to a site.
 * https://docs.metamask.io/services/get-started/endpoints/
 */
export const infuraKey: Detector = tokenDetector({
  id: "secret/infura-key",
  summary: "Infura API key in an address",
  remedy:
    "Make a new key at https://developer.metamask.io, delete this one, and read it from the environment. One that a browser must have is bound to a site there.",
  literals: [".infura.io"],
  pattern: /\.infura\.io\\?\/(?:ws\\?\/)?v3\\?\/(?<secret>[0-9a-f]{32})(?![\w-])/dg,
  confidence: 0.7,
  examples: [
    'new Web3("https://mainnet.infura.io/v3/«{hex:32}»")',
    "WS_URL=wss://sepolia.infura.io/ws/v3/«{hex:32}»",
    "https://mainnet.infura.io/v3/YOUR_KEY, https://mainnet.infura.io/v3/{hex:31}",
    "https://polygon-mainnet.infura.io/v3/${projectId}, https://docs.infura.io/v3/",
  ],
});
