import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** OAuth tokens and those that refresh them: JSON that says where the team is, `_`, 27 characters of base64url. https://developers.miro.com/docs/getting-started-with-oauth */
export const miroToken: Detector = tokenDetector({
  id: "secret/miro-token",
  summary: "Miro access token",
  remedy:
    "Uninstall the app from the team, or revoke the token (https://developers.miro.com/reference/revoke-token-v2), and read a new one from the environment.",
  prefixes: ["eyJtaXJvLm9yaWdpbiI6"],
  pattern: /(?<![\w-](?<!\\[nrt]))eyJtaXJvLm9yaWdpbiI6[A-Za-z0-9]{8,16}_[\w-]{27}(?![\w-])/g,
  examples: [
    'MIRO_TOKEN=«{encode:base64url}{"miro.origin":"eu01"}{end}_{base64url:27}»',
    'new MiroApi("«{encode:base64url}{"miro.origin":"us01"}{end}_{base64url:27}»")',
    'one character short: {encode:base64url}{"miro.origin":"eu01"}{end}_{base64url:26}',
    "eyJtaXJvLm9yaWdpbiI6ImV1MDEifQ_xxxxxxxxxxxxxxxxxxxxxxxxxxx, eyJtaXJvLm9yaWdpbiI6...",
  ],
});
