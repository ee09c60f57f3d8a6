import type { Detector } from "../detector.ts";
import { distinct } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * The private exponent of an RSA key as .NET writes it in XML, behind the primes and what is reckoned of them.
 * https://learn.microsoft.com/dotnet/api/system.security.cryptography.rsa.toxmlstring
 */
export const xmlPrivateKey: Detector = tokenDetector({
  id: "secret/xml-private-key",
  summary: "Private RSA key in XML",
  remedy:
    "Take the key out of use where its public half is trusted, make a new pair, and read the private half from a key store.",
  literals: ["<D>", "&lt;D&gt;"],
  behind: { run: "value", least: 60 },
  reach: { before: 64, after: 1024 },
  pattern:
    /(?:<|&lt;)\\?\/(?:InverseQ|P|Q|D[PQ])(?:>|&gt;)(?:\s|\\[nrt]){0,24}(?:<|&lt;)D(?:>|&gt;)(?<secret>[A-Za-z\d+/\s]{80,1000}={0,2})\s{0,24}(?:<|&lt;)\\?\/D(?:>|&gt;)/dg,
  isProven: (secret) => distinct(secret) > 24,
  examples: [
    "<RSAKeyValue><Modulus>{base64:171}=</Modulus><Exponent>AQAB</Exponent><P>{base64:86}==</P><InverseQ>{base64:86}==</InverseQ><D>«{base64:171}=»</D></RSAKeyValue>",
    'key="&lt;InverseQ&gt;{base64:86}==&lt;/InverseQ&gt;&lt;D&gt;«{base64:171}=»&lt;/D&gt;"',
    "<RSAKeyValue><Modulus>{base64:171}=</Modulus><Exponent>AQAB</Exponent></RSAKeyValue>",
    "<InverseQ>...</InverseQ><D>...</D></RSAKeyValue>",
  ],
});
