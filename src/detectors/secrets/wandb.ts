import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Since 2025 86 characters, with `wandb_v1_` in front; 40 hex digits before, which only their name tells from hashes.
 * https://docs.wandb.ai/support/models/articles/why-does-my-api-key-fail-with-must-be-40-characters
 */
export const wandbKey: Detector = tokenDetector({
  id: "secret/wandb-key",
  summary: "Weights & Biases API key",
  remedy: "Delete it at https://wandb.ai/settings, and read a new one from WANDB_API_KEY.",
  prefixes: ["wandb_v1_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))wandb_v1_\w{70,90}(?![\w-])/g,
  examples: [
    "WANDB_API_KEY=«wandb_v1_{base62:27}_{base62:49}»",
    'wandb.login(key="«wandb_v1_{base62:77}»")',
    "wandb_v1_{base62:60}, WANDB_API_KEY=wandb_v1_your_key",
    "wandb_v1_xxxxxxxxxxxxxxxxxxxxxxxxxxx_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
