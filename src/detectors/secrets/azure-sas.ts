import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { base64Padding, base64Run, unescaped } from "./base64-value.ts";
import { isPlaceholder } from "./placeholder.ts";

/**
 * Shared access signatures: a query with a version or an expiry, and in `sig` an HMAC-SHA256 in base64. They open what they
 * name to everybody who has them. Storage, Service Bus (`SharedAccessSignature sr=…`), Logic Apps (`sv=1.0`).
 * https://learn.microsoft.com/rest/api/storageservices/create-service-sas
 */
export const azureSas: Detector = {
  id: "secret/azure-sas",
  summary: "Azure shared access signature",
  remedy:
    "Regenerate the key that signed it, or revoke the user delegation key or stored access policy: https://learn.microsoft.com/rest/api/storageservices/create-service-sas#revoke-a-sas",
  trigger: { literals: ["sig=", "sig%3D"] },
  // The parameters that tell what is signed stand in any order, and others between them.
  reach: { before: 4096, after: 4096 },

  *detect(window) {
    for (const match of window.matchAll(signature)) {
      const range = rangeOf(match, "secret");
      const before = window.text.slice(0, range.start).split(end).at(-1) ?? "";
      const [after = ""] = window.text.slice(range.end).split(end, 1);
      if (!others.test(`${before}&${after}`)) continue;
      yield isPlaceholder(unescaped(match.groups?.["secret"] ?? "")) ? { range, placeholder: true } : { range };
    }
  },

  examples: [
    "https://acme.blob.core.windows.net/files/a.zip?sv=2022-11-02&st=2024-01-01T00:00:00Z&se=2030-01-01T00:00:00Z&sr=b&sp=r&sig=«{base64:20}%2F{base64:22}%3D»",
    "?sv=2022-11-02&ss=bfqt&srt=sco&sp=rwdlacup&se=2030-01-01T00:00:00Z&spr=https&sig=«{base64:43}%3D»",
    "href='https://acme.blob.core.windows.net/a?sig=«{base64:43}%3D»&amp;sv=2022-11-02&amp;sr=c'",
    "SharedAccessSignature sr=https%3a%2f%2facme.servicebus.windows.net%2f&sig=«{base64:43}%3d»&se=1893456000&skn=Root",
    "https://prod-01.westeurope.logic.azure.com:443/workflows/{hex:32}/triggers/manual/paths/invoke?api-version=2016-10-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=«{base64url:43}»",
    "?sv=2022-11-02&sp=r&sig={base64:42}%3D",
    "?sv=2022-11-02&sp=r&sig=<signature>, ?sv=2022-11-02&sig=${SIG}, ?sv=2022-11-02&sig=...",
    "?sv=2022-11-02&sp=r&sig=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx%3D",
    "another kind of signature: https://example.com/?id=1&sig={base64:43}%3D",
  ],
};

const signature = new RegExp(
  String.raw`(?<![A-Za-z0-9])sig(?:=|%3D)(?<secret>${base64Run(43)}${base64Padding(1)}|[\w-]{43})(?![\w+/=%-])`,
  "dg",
);

/** What stands beside the signature in every such query. */
const others = /(?<![A-Za-z0-9])(?:sv(?:=|%3D)(?:20\d\d-\d\d-\d\d|1\.0)|se(?:=|%3D)(?:20\d\d-|\d{10}(?!\d)))/;

/** Where a query ends. */
const end = /[\s"'<>`]/;
