import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** 32 hexadecimal digits in the path of a node's address. https://docs.chainstack.com/docs/authentication-methods-for-different-scenarios */
export const chainstackKey: Detector = tokenDetector({
  id: "secret/chainstack-key",
  summary: "Chainstack key in the address of a node",
  remedy:
    "Make a new node at https://console.chainstack.com, delete this one, and read its address from the environment.",
  literals: [".core.chainstack.com", ".p2pify.com"],
  pattern: /(?:\.core\.chainstack|-\d{3}\.p2pify)\.com\\?\/(?:ws\\?\/)?(?<secret>[0-9a-f]{32})(?![\w-])/dg,
  confidence: 0.9,
  examples: [
    'w3 = Web3(Web3.HTTPProvider("https://ethereum-mainnet.core.chainstack.com/«{hex:32}»"))',
    "WS=wss://ws-nd-123-456-789.p2pify.com/«{hex:32}»",
    "https://nd-123-456-789.p2pify.com/YOUR_KEY, https://sui-mainnet.core.chainstack.com/{hex:31}",
    "https://docs.chainstack.com/{hex:32}",
  ],
});
