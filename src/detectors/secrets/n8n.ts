import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Addresses that start a workflow, with no other credential unless one is set: a UUID unless its owner chose a path. https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.webhook/ */
export const n8nWebhook: Detector = tokenDetector({
  id: "secret/n8n-webhook",
  summary: "n8n webhook address",
  remedy:
    "Give the webhook of the workflow another path, set an authentication for it, and read its address from the environment.",
  literals: [".n8n.cloud"],
  reach: { before: 128, after: 256 },
  pattern:
    /(?<![\w.-])[\w-]{1,63}\.app\.n8n\.cloud\\?\/webhook\\?\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/g,
  confidence: 0.7,
  examples: [
    "N8N_WEBHOOK_URL=https://«acme.app.n8n.cloud/webhook/{uuid}»",
    'fetch("https://«acme.app.n8n.cloud/webhook/{uuid}»/chat")',
    "https://acme.app.n8n.cloud/webhook/budget-import, https://acme.app.n8n.cloud/workflow/{uuid}",
  ],
});
