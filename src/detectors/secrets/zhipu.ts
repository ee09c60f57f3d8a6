import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** An id of 32 hexadecimal digits and a secret of 16 letters and digits, behind a name of the vendor. https://docs.bigmodel.cn/cn/api/introduction */
export const zhipuKey: Detector = tokenDetector({
  id: "secret/zhipu-key",
  summary: "Zhipu API key",
  remedy: "Delete it at https://bigmodel.cn/usercenter/proj-mgmt/apikeys, and read a new one from the environment.",
  literals: ["zhipu", "bigmodel", "z.ai", "glm"],
  anyCase: true,
  behind: { run: "hexadecimal", least: 32, within: 160 },
  pattern: /(?:zhipu|bigmodel|z\.ai|glm)[^{}]{1,120}?(?<![\w.-])(?<secret>[0-9a-f]{32}\.[a-z0-9]{16})(?![\w.-])/dgi,
  isGenuine: (secret) => isRandom(secret.slice(33)),
  examples: [
    'client = ZhipuAI(api_key="«{hex:32}.{base62:16}»")',
    "curl https://open.bigmodel.cn/api/paas/v4/chat/completions -H 'Authorization: Bearer «{hex:32}.{base62:16}»'",
    "the key of GLM is «{hex:32}.{base62:16}», do not tell",
    "of somebody else: {hex:32}.{base62:16}; glm-{hex:32}.safetensors, zhipu: {hex:32}.{base62:15}",
    "zhipu: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.xxxxxxxxxxxxxxxx",
  ],
});
