import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { isVaried, keyLength } from "./private-key.ts";

const messages = ["wcFMA", "wcBMA", "hQIMA", "hQEMA"];

/**
 * A private key without BEGIN and END, in one run of base64, as environment variables and settings of payment services have
 * it. What base64 makes of the first bytes tells it from a public key, which has another structure. A message that OpenPGP encrypted for such a key, as in Renovate's
 * settings, is none. https://docs.renovatebot.com/configuration-options/#encrypted · https://www.rfc-editor.org/rfc/rfc9580#section-5.1
 */
export const barePrivateKey: Detector = {
  id: "secret/bare-private-key",
  summary: "Private key without its PEM frame",
  remedy:
    "Take the key out of use where its public half is trusted, make a new pair, and read the private half from a secret store.",
  trigger: {
    literals: [
      // PKCS#8: version 0, and the algorithm RSA, EC P-256 or Ed25519.
      "IBADANBgkqhkiG9w0BAQEFAASC",
      "AgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0w",
      "MC4CAQAwBQYDK2VwBCIEI",
      // PKCS#1 with a modulus of 1,024, 2,048, 3,072 and 4,096 bits; SEC 1 with P-256.
      "IBAAKBgQ",
      "IBAAKCAQEA",
      "IBAAKCAYEA",
      "IBAAKCAgEA",
      "MHcCAQEEI",
      // OpenSSH's.
      "b3BlbnNzaC1rZXktdjEA",
      // OpenPGP's packet of a session key, for RSA of 4,096 and 2,048 bits, in its new and its old form.
      ...messages,
    ],
  },
  reach: { before: 64, after: 16_384 },

  *detect(window) {
    for (const match of window.matchAll(
      /(?<![A-Za-z0-9+/](?<!\\[nrt]))(?:M[A-I]|b3Blb|wc[BF]MA|hQ[EI]MA)[A-Za-z0-9+/]{60,16000}={0,2}(?![A-Za-z0-9+/=])/g,
    )) {
      if (messages.some((message) => match[0].startsWith(message))) {
        if (match[0].length >= 300) yield { range: rangeOf(match), placeholder: true };
        continue;
      }
      const bytes = Buffer.from(match[0], "base64");
      const length = keyLength(bytes) ?? Number.POSITIVE_INFINITY;
      if (length <= bytes.length && bytes.length <= length + 4 && isVaried(bytes)) yield { range: rangeOf(match) };
    }
  },

  examples: [
    "JWT_PRIVATE_KEY=«MC4CAQAwBQYDK2VwBCIEI{base64:43}»",
    'appPrivateKey: "«MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ{base64:1573}=»"',
    "EC_KEY=«MHcCAQEEI{base64:153}==»",
    "one line of several: MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ{base64:14}",
    "a public key: MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A{base64:360}",
    "MC4CAQAwBQYDK2VwBCIEI{base64:42}",
    '"encrypted": {"token": "wcFMA{base64:700}"}',
  ],
};
