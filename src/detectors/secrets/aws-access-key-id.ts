import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { isPlaceholder } from "./placeholder.ts";

/**
 * Access key ids: four letters for the kind (long-lived, temporary, and the two of bearer tokens and service-specific
 * credentials) and sixteen characters of base32, of the last two kinds up to seventeen, which name the account.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes
 *
 * An id opens nothing alone. It still is a sure finding: it stands beside its secret, or the secret is in the next file, it
 * tells the account number, and Amazon's own git-secrets stops it. Where it was made to be handed out, in a signed URL or
 * the header of a signed request, it warns.
 */
export const awsAccessKeyId: Detector = {
  id: "secret/aws-access-key-id",
  summary: "AWS access key id",
  remedy:
    "If its secret was here too, delete the key at https://console.aws.amazon.com/iam/home#/security_credentials. Use a role, or name a profile of ~/.aws/credentials.",
  trigger: { literals: ["AKIA", "ASIA", "ABIA", "ACCA"], behind: { run: "token", least: 16 } },
  prefixes: ["AKIA", "ASIA", "ABIA", "ACCA"],

  *detect(window) {
    for (const match of window.matchAll(accessKeyId)) {
      const range = rangeOf(match);
      if (isPlaceholder(match[0].slice(4)) || match[0].includes("XMPL") || !isPlausible(match[0]))
        yield { range, placeholder: true };
      else
        yield {
          range,
          confidence: confidenceOf(match[0], window.text.slice(0, range.start), window.text.slice(range.end)),
        };
    }
  },

  examples: [
    "AWS_ACCESS_KEY_ID=«AKIAQ{base32:15}»",
    "aws_access_key_id = «AKIAJ{base32:15}»",
    '{ "Credentials": { "AccessKeyId": "«ASIAU{base32:15}»", "Expiration": "2030-01-01T00:00:00Z" } }',
    'new AWS.S3({ accessKeyId: "«AKIAR{base32:15}»" })',
    "bob,,«AKIAS{base32:15}»,",
    "https://bucket.s3.amazonaws.com/a.zip?X-Amz-Credential=«AKIAV{base32:15}»%2F20300101%2Fus-east-1%2Fs3%2Faws4_request",
    "the documentation's: AKIAIOSFODNN7EXAMPLE, AKIAI44QH8DHBEXAMPLE, ASIAIOSFODNN7EXAMPLE, ACCAQ{base32:4}XMPL{base32:8}",
    "ServiceSpecificCredentialId: «ACCAQ{base32:16}», in the documentation ACCAEXAMPLE123EXAMPLE",
    "one character short: AKIAQ{base32:14}; too long: AKIAQ{base32:16}",
    "digits that base32 lacks: AKIA0189{base32:12}",
    "an account number of thirteen digits: AKIA777777{base32:10}",
    "AKIAXXXXXXXXXXXXXXXX, AKIA${SUFFIX}, process.env.AWS_ACCESS_KEY_ID",
    "a user's and a role's id open nothing: AIDAQ{base32:16}, AROAQ{base32:16}",
    "SOUTHEASIAPACIFICREGIONS, ASIAPACIFICECONOMICS",
  ],
};

/** Also finds the ids beside which `aws-secret-key.ts` looks for secrets. */
export const accessKeyId: RegExp =
  /(?<![A-Za-z0-9])(?:(?:AKIA|ASIA)[A-Z2-7]{16}|(?:ABIA|ACCA)[A-Z2-7]{16,17})(?![A-Za-z0-9])/g;

/**
 * The 80 bits of an id: one that tells new ids from old ones, and in new ones the account number, which has twelve digits.
 * Temporary ids of the old kind have expired long ago.
 * https://labs.withsecure.com/publications/a-bitwise-analysis-of-aws-access-key-identifiers.html
 */
function isPlausible(id: string): boolean {
  let bits = 0;
  for (const character of id.slice(4, 13)) bits = bits * 32 + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(character);
  const isNew = bits >= 2 ** 44;
  const account = Math.floor(bits / 16) % 2 ** 40;
  return isNew ? account < 1e12 : !id.startsWith("ASIA");
}

function confidenceOf(id: string, before: string, after: string): number {
  const isScope = /^(?:\/|%2F|\\\/)20\d{6}(?:\/|%2F|\\\/)/i.test(after);
  const isQuery = before.endsWith("AWSAccessKeyId=") && /^(?:&|\\u0026)/.test(after);
  if (isScope || isQuery) return 0.5;
  return /^(?:AKIA|ASIA)/.test(id) ? 1 : 0.7;
}
