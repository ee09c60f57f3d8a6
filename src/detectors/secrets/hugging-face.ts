import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** User access tokens (`hf_`) and the older ones of organisations (`api_org_`): 34 letters. https://huggingface.co/docs/hub/security-tokens */
export const huggingFaceToken: Detector = tokenDetector({
  id: "secret/hugging-face-token",
  summary: "Hugging Face access token",
  remedy:
    "Invalidate it at https://huggingface.co/settings/tokens, make a fine-grained one, and read it from HF_TOKEN.",
  behind: { run: "token", least: 34 },
  prefixes: ["hf_", "api_org_"],
  pattern: /(?<![A-Za-z0-9])(?:hf|api_org)_[A-Za-z]{34}(?![A-Za-z0-9])/g,
  isGenuine: (secret) => /[a-z]/.test(secret) && /[A-Z].*[A-Z].*[A-Z]/.test(secret),
  examples: [
    "HF_TOKEN=«hf_{upper:17}{lower:17}»",
    'login(token="«hf_{lower:10}{upper:24}»")',
    "hf_{upper:17}{lower:16}, hf_{upper:17}{lower:18}, hf_{hex:34}",
    "hf_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, 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",
  ],
});
