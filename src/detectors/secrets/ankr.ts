import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** 64 hexadecimal digits in the path of a node's address. https://www.ankr.com/docs/api-reference/ */
export const ankrKey: Detector = tokenDetector({
  id: "secret/ankr-key",
  summary: "Ankr API key in an address",
  remedy: "Make a new project at https://www.ankr.com/rpc, delete this one, and read the address from the environment.",
  literals: ["rpc.ankr.com"],
  pattern: /rpc\.ankr\.com\\?\/[\w/\\-]{2,60}\/(?<secret>[0-9a-f]{64})(?![\w-])/dg,
  confidence: 0.9,
  examples: [
    'http("https://rpc.ankr.com/eth/«{hex:64}»")',
    "ANKR_URL=https://rpc.ankr.com/multichain/«{hex:64}»/",
    "wss://rpc.ankr.com/eth/ws/«{hex:64}»",
    "https://rpc.ankr.com/eth, https://rpc.ankr.com/eth/{hex:63}, https://rpc.ankr.com/eth/sometoken",
  ],
});
