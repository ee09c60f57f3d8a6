import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Keys of a project: letters and digits. https://docs.cloud.llamaindex.ai/api_key */
export const llamaCloudKey: Detector = tokenDetector({
  id: "secret/llama-cloud-key",
  summary: "LlamaCloud API key",
  remedy: "Revoke it at https://cloud.llamaindex.ai/api-key, and read a new one from the environment.",
  prefixes: ["llx-"],
  pattern: /(?<![\w-](?<!\\[nrt]))llx-[A-Za-z0-9]{40,60}(?![\w-])/g,
  examples: [
    "LLAMA_CLOUD_API_KEY=«llx-{base62:48}»",
    'LlamaParse(api_key="«llx-{base62:48}»")',
    "llx-{base62:39}, llx-{base62:61}, allx-{base62:48}",
    "llx-your-key-here, llx-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
