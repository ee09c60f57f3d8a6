import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** `nvapi-` and 64 characters. https://docs.api.nvidia.com/nim/docs/api-quickstart */
export const nvidiaKey: Detector = tokenDetector({
  id: "secret/nvidia-key",
  summary: "NVIDIA API key",
  remedy: "Delete it at https://build.nvidia.com/settings/api-keys, and read a new one from the environment.",
  prefixes: ["nvapi-"],
  pattern: /(?<![\w-](?<!\\[nrt]))nvapi-[\w-]{60,70}(?![\w-])/g,
  examples: [
    "NVIDIA_API_KEY=«nvapi-{base64url:64}»",
    'OpenAI(base_url="https://integrate.api.nvidia.com/v1", api_key="«nvapi-{base64url:64}»")',
    "Authorization: Bearer «nvapi-{base64url:64}»",
    "too short: nvapi-{base64url:50}",
    "nvapi-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
