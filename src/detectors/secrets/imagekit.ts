import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Private keys: `private_` and twenty bytes in base64. Public ones begin with `public_`. https://imagekit.io/docs/api-keys
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const imagekitKey: Detector = tokenDetector({
  id: "secret/imagekit-private-key",
  summary: "ImageKit private key",
  remedy:
    "Make a new key pair at https://imagekit.io/dashboard/developer/api-keys, delete this one, and read the private key from the environment.",
  behind: { run: "value", least: 28, holds: "=" },
  prefixes: ["private_"],
  reach: { before: 8, after: 48 },
  pattern: /(?<![\w-](?<!\\[nrt]))private_[A-Za-z0-9+/]{26}[AEIMQUYcgkosw048]=(?![\w+/=-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "pictures are signed with «private_{base64:26}Q=» there",
    "IMAGEKIT_PRIVATE_KEY=«private_{base64:26}8=»",
    'new ImageKit({ publicKey: "public_{base64:26}U=", privateKey: "«private_{base64:26}c=»" })',
    "imagekit:\n  privateKey: «private_{base64:26}w=»",
    "curl https://api.imagekit.io/v1/files -u «private_{base64:26}o=»:",
    "one character short: private_{base64:25}Q=; public by design: public_{base64:26}Q=",
    "private_xxxxxxxxxxxxxxxxxxxxxxxxxxQ=, private_key_of_the_test_account=",
  ],
});
