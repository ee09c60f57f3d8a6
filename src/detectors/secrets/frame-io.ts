import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Developer tokens, with all that their person may do: 64 characters of base64url. https://developer.frame.io/docs/getting-started/authentication */
export const frameIoToken: Detector = tokenDetector({
  id: "secret/frame-io-token",
  summary: "Frame.io developer token",
  remedy: "Delete it at https://developer.frame.io/app/tokens, and read a new one from the environment.",
  prefixes: ["fio-u-"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))fio-u-[\w-]{64}(?![\w-])/g,
  examples: [
    "FRAMEIO_TOKEN=«fio-u-{base64url:64}»",
    'client = FrameioClient("«fio-u-{base64url:64}»")',
    '{"Authorization": "Bearer «fio-u-{base64url:64}»"}',
    "fio-u-{base64url:63}, fio-u-{base64url:65}, xfio-u-{base64url:64}",
    "fio-u-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, fio-u-YOUR-TOKEN",
  ],
});
