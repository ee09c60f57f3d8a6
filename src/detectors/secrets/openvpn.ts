import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** The static key of `tls-auth`, `tls-crypt` and `secret`: sixteen lines of sixteen bytes in hex. https://openvpn.net/community-docs/static-key-mini-howto.html */
export const openvpnKey: Detector = tokenDetector({
  id: "secret/openvpn-static-key",
  summary: "OpenVPN static key",
  remedy: "Make a new one with `openvpn --genkey`, and give it to the server and every client.",
  isFramed: true,
  literals: ["OpenVPN Static key V1"],
  reach: { before: 64, after: 1536 },
  pattern:
    /-----BEGIN OpenVPN Static key V1-----(?:[^0-9a-f-]{1,40}[0-9a-f]{32}){16}[^0-9a-f-]{1,40}-----END OpenVPN Static key V1-----/g,
  examples: [
    `<tls-auth>\n«-----BEGIN OpenVPN Static key V1-----\n${"{hex:32}\n".repeat(16)}-----END OpenVPN Static key V1-----»\n</tls-auth>`,
    `"ta": "«-----BEGIN OpenVPN Static key V1-----\\n${"{hex:32}\\n".repeat(16)}-----END OpenVPN Static key V1-----»\\n"`,
    `-----BEGIN OpenVPN Static key V1-----\n${"{hex:32}\n".repeat(15)}-----END OpenVPN Static key V1-----`,
    "-----BEGIN OpenVPN Static key V1-----\n...\n-----END OpenVPN Static key V1-----",
  ],
});
