import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys of Lambda Cloud: a name, 32 hexadecimal digits, and behind a dot 32 letters and digits. https://docs.lambda.ai/public-cloud/cloud-api/
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const lambdaKey: Detector = tokenDetector({
  id: "secret/lambda-key",
  summary: "Lambda Cloud API key",
  remedy: "Delete it at https://cloud.lambda.ai/api-keys/cloud-api, and read a new one from the environment.",
  behind: { run: "token", least: 34 },
  prefixes: ["secret_"],
  pattern: /(?<![\w-](?<!\\[nrt]))secret_[A-Za-z0-9-]{1,64}_[0-9a-f]{32}\.[A-Za-z0-9]{32}(?![\w-])/g,
  isGenuine: (secret) => isRandom(secret.slice(-32)),
  examples: [
    "LAMBDA_API_KEY=«secret_deploy_{hex:32}.{base62:32}»",
    "curl -u «secret_acme-training_{hex:32}.{base62:32}»: https://cloud.lambda.ai/api/v1/instances",
    'api_key: "«secret_ci_{hex:32}.{base62:32}»"',
    "secret_deploy_{hex:31}.{base62:32}, secret_deploy_{hex:32}.{base62:31}, secret_{hex:32}.{base62:32}",
    "secret_your_id.your_token, secret_deploy_{hex:32}.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
