import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** `pcsk_`, a label of five or six characters, `_`, and 63 letters and digits. https://docs.pinecone.io/guides/projects/manage-api-keys */
export const pineconeKey: Detector = tokenDetector({
  id: "secret/pinecone-key",
  summary: "Pinecone API key",
  remedy: "Delete it under “API keys” at https://app.pinecone.io, and read a new one from the environment.",
  prefixes: ["pcsk_"],
  pattern: /(?<![\w-](?<!\\[nrt]))pcsk_[A-Za-z0-9]{4,8}_[A-Za-z0-9]{60,66}(?![\w-])/g,
  examples: [
    "PINECONE_API_KEY=«pcsk_{base62:5}_{base62:63}»",
    'Pinecone(api_key="«pcsk_{base62:6}_{base62:63}»")',
    "Api-Key: «pcsk_{base62:5}_{base62:63}»",
    "too short: pcsk_{base62:5}_{base62:59}",
    "pcsk_xxxxx_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
