import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** 40 hexadecimal digits in the path of an endpoint. https://www.quicknode.com/docs/build-with-ai/quicknode-apis */
export const quicknodeToken: Detector = tokenDetector({
  id: "secret/quicknode-token",
  summary: "QuickNode token in the address of an endpoint",
  remedy:
    "Make a new token for the endpoint at https://dashboard.quicknode.com/endpoints, delete this one, and read the address from the environment.",
  literals: [".quiknode.pro"],
  pattern: /\.quiknode\.pro\\?\/(?<secret>[0-9a-f]{40})(?![\w-])/dg,
  confidence: 0.9,
  examples: [
    'new Connection("https://quiet-red-sun.solana-mainnet.quiknode.pro/«{hex:40}»/", "confirmed")',
    "QUICKNODE_WS=wss://quiet-red-sun.base-sepolia.discover.quiknode.pro/«{hex:40}»",
    "one short: https://quiet-red-sun.quiknode.pro/{hex:39}/, https://example.solana-devnet.quiknode.pro/000/",
    "https://your-endpoint-name.network-name.quiknode.pro/your-api-key/, https://a.quiknode.pro/${QUICKNODE_TOKEN}",
  ],
});
