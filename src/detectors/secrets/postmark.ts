import type { Detector } from "../detector.ts";
import { beside } from "./beside.ts";
import { tokenDetector } from "./token.ts";

/** Server and account tokens are UUIDs, which their name has to tell from others. https://postmarkapp.com/developer/api/overview#authentication */
export const postmarkToken: Detector = tokenDetector({
  id: "secret/postmark-token",
  summary: "Postmark API token",
  remedy:
    "Delete it under “API Tokens” of the server or the account at https://account.postmarkapp.com, and read a new one from the environment.",
  literals: ["postmark"],
  anyCase: true,
  behind: { run: "hexadecimal", least: 12, within: 128 },
  pattern: beside("postmark(?:[\\w.-]{0,16}(?:token|key|secret))?", "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
  examples: [
    'curl -H "X-Postmark-Server-Token: «{uuid}»" https://api.postmarkapp.com/server',
    "POSTMARK_API_TOKEN=«{uuid}»",
    'new postmark.ServerClient("{uuid}") is told by its name alone: postmark("«{uuid}»")',
    "postmarkMessageId: {uuid}",
    "X-Postmark-Server-Token: POSTMARK_API_TEST",
    "POSTMARK_API_TOKEN=00000000-0000-0000-0000-000000000000",
  ],
});
