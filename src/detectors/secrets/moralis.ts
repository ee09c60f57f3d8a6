import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** 32 hexadecimal digits in the path of a node's address. https://docs.moralis.com/rpc-nodes/introduction/quickstart/get-your-api-key */
export const moralisNodeKey: Detector = tokenDetector({
  id: "secret/moralis-node-key",
  summary: "Moralis key in the address of a node",
  remedy: "Make a new node at https://admin.moralis.com, delete this one, and read its address from the environment.",
  literals: [".moralis-nodes.com"],
  pattern: /\.moralis-nodes\.com\\?\/[\w-]{2,40}\\?\/(?<secret>[0-9a-f]{32})(?![\w-])/dg,
  confidence: 0.9,
  examples: [
    'new JsonRpcProvider("https://site1.moralis-nodes.com/eth/«{hex:32}»")',
    "MORALIS_NODE_URL=https://site2.moralis-nodes.com/base-sepolia/«{hex:32}»",
    "https://site1.moralis-nodes.com/polygon-zkevm/, https://site1.moralis-nodes.com/eth/{hex:31}",
  ],
});
