import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * PyPI's and TestPyPI's API tokens: a macaroon of version 2, whose first field is the site.
 * https://pypi.org/help/#apitoken, https://github.com/rescrv/libmacaroons/blob/master/doc/format.txt
 */
export const pypiToken: Detector = tokenDetector({
  id: "secret/pypi-token",
  summary: "PyPI API token",
  remedy:
    "Delete it at https://pypi.org/manage/account/token/, and publish with https://docs.pypi.org/trusted-publishers/.",
  literals: ["pypi-AgE"],
  prefixes: ["pypi-"],
  reach: { before: 256, after: 2048 },
  // 54 bytes are the version, the site, a UUID and the ends; 34 the signature.
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))pypi-AgE[\w-]{110,1500}(?![\w-])/g,
  isProven: (_, value) => isMacaroon(Buffer.from(value, "base64url")),
  examples: [
    "password = «pypi-{encode:base64url}\x02\x01\x08pypi.org\x02\x24{uuid}\0\x02\x03[3]\0\0\x06 {base62:32}{end}»",
    "TWINE_PASSWORD=«pypi-{encode:base64url}\x02\x01\x0dtest.pypi.org\x02\x24{uuid}\0\0\x06 {base62:32}{end}»",
    "of another site: pypi-{encode:base64url}\x02\x01\x08acme.org\x02\x24{uuid}\0\x02\x03[3]\0\0\x06 {base62:32}{end}",
    "one character short: pypi-{encode:base64url}\x02\x01\x08pypi.org\x02\x24{uuid}\0\x02\x03[3]\0\0\x06 {base62:31}{end}",
    "made up: pypi-{encode:base64url}\x02\x01\x08pypi.org{end}{base64url:150}",
  ],
});

/** Version 2, field 1 with the site; at the end field 6 with the 32 bytes of the signature. */
function isMacaroon(bytes: Buffer): boolean {
  const [version, field, length = 0] = bytes;
  const site = bytes.toString("latin1", 3, 3 + length);
  const hasSignature = bytes.readUInt16BE(bytes.length - 34) === 0x0620;
  return version === 2 && field === 1 && (site === "pypi.org" || site === "test.pypi.org") && hasSignature;
}
