import type { Detector } from "../detector.ts";
import { beside } from "./beside.ts";
import { tokenDetector } from "./token.ts";

/** 32 hexadecimal digits behind their name, which tokens of users are signed with. https://docs.agora.io/en/video-calling/get-started/manage-agora-account */
export const agoraCertificate: Detector = tokenDetector({
  id: "secret/agora-certificate",
  summary: "Agora app certificate",
  remedy: "Enable the secondary certificate at https://console.agora.io, make it the primary one, and delete this one.",
  literals: ["appcertificate", "app_certificate", "app-certificate", "app certificate"],
  anyCase: true,
  behind: { run: "hexadecimal", least: 32, within: 64 },
  pattern: beside("app[-_ ]?certificate", "[\\da-f]{32}"),
  examples: [
    "AGORA_APP_CERTIFICATE=«{hex:32}»",
    'const appCertificate = "«{hex:32}»";',
    "AGORA_APP_CERTIFICATE={hex:31}, AGORA_APP_ID={hex:32}",
    "appCertificate: '00000000000000000000000000000000'",
  ],
});
