import type { Match } from "../../model/match.ts";
import { rangeOf } from "../../model/range.ts";
import type { Window } from "../../model/window.ts";
import type { Detector } from "../detector.ts";
import { accessKeyId } from "./aws-access-key-id.ts";
import { base64Run, unescaped } from "./base64-value.ts";
import { gap } from "./beside.ts";
import { entropy, isPlaceholder } from "./placeholder.ts";
import { isMixed } from "./random.ts";

const remedy =
  "Delete the key at https://console.aws.amazon.com/iam/home#/security_credentials and look for its use in CloudTrail. Use a role or IAM Identity Center in its place.";

/**
 * Secret access keys: forty characters of base64 with no mark of their own, beside a name that says what they are.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
 */
export const awsSecretKey: Detector = {
  id: "secret/aws-secret-access-key",
  summary: "AWS secret access key",
  remedy,
  isFramed: true,
  trigger: {
    // The spellings of the environment, of ~/.aws/credentials, of the SDKs and of the console's CSV file.
    literals: [
      ..."secret_access_key,secretaccesskey,secret-access-key,secret.access.key,secret access key".split(","),
      ..."aws_secret,awssecret,aws-secret,aws.secret,aws secret,s3_secret,s3secret,s3-secret,s3.secret,s3a.secret".split(
        ",",
      ),
    ],
    anyCase: true,
  },
  detect: (window) =>
    secretsIn(window, ({ start }) => secretName.test(window.text.slice(Math.max(0, start - 100), start))),

  examples: [
    "AWS_SECRET_ACCESS_KEY=«{base64:40}»",
    "aws_secret_access_key = «{base64:40}»",
    '"SecretAccessKey": "«{base64:40}»",',
    "const awsSecret: string = '«{base64:40}»';",
    "- name: AWS_SECRET_ACCESS_KEY\n  value: «{base64:40}»",
    "<key>AWSSecretKey</key>\n<string>«{base64:40}»</string>",
    "-Dfs.s3a.secret.key=«{base64:40}»",
    'os.environ["AWS_SECRET_ACCESS_KEY"] = "«{base64:40}»"',
    'AWS_SECRET_ACCESS_KEY="${AWS_SECRET_ACCESS_KEY:-«{base64:40}»}"',
    "AWSSecretKey=«{base64:20}%2F{base64:19}»&x=1",
    "the documentation's: aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    "one character short: aws_secret_access_key = {base64:39}; too long: AWS_SECRET_ACCESS_KEY={base64:41}",
    "a hash: AWS_SECRET_ACCESS_KEY={hex:40}",
    "aws_secret_access_key = arn/aws/secretsmanager/Team1/production2",
    "aws secrets manager, at commit {hex:40}",
    "AWS_SECRET_ACCESS_KEY=$(cat key), ${{ secrets.AWS_SECRET_ACCESS_KEY }}, process.env.AWS_SECRET_ACCESS_KEY",
    "AWS_SECRET_ACCESS_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
};

/** The same, beside the id of the key and without a name. */
export const awsSecretBesideId: Detector = {
  id: "secret/aws-secret-beside-key-id",
  summary: "AWS secret access key",
  remedy,
  trigger: { literals: ["AKIA", "ASIA"] },
  *detect(window) {
    const ids = [...window.matchAll(accessKeyId)].map((match) => rangeOf(match));
    yield* secretsIn(window, ({ start, end }) => ids.some((id) => start - id.end < 120 && id.start - end < 120));
  },

  examples: [
    'new BasicAWSCredentials("AKIAQ{base32:15}", "«{base64:40}»")',
    "bob,,AKIAQ{base32:15},«{base64:40}»,https://signin.aws.amazon.com/console",
    "AWS Access Key: AKIAQ{base32:15}\nsecret key: «{base64:40}»",
    "s3://AKIAQ{base32:15}:«{base64:40}»@bucket/path",
    "provider aws { access_key = 'AKIAQ{base32:15}' secret_key = '«{base64:40}»' }",
    "AKIAQ{base32:15} was found in commit {hex:40}",
    "AKIAQ{base32:15} and {base64:41}",
    "{base64:40} without an id",
  ],
};

const run = new RegExp(String.raw`(?<![\w/+%.\\]|[^:]-)${base64Run(40)}(?![\w/+=%-])`, "g");

const secretName = new RegExp(
  String.raw`(?:secret[\s_.-]?access[\s_.-]?key|(?:aws|amazon|s3a?)[\s_.-]?secret(?:[\s_.-]?key)?)${gap}$`,
  "i",
);

function* secretsIn(window: Window, isBeside: (range: Match["range"]) => boolean): Generator<Match> {
  for (const match of window.matchAll(run)) {
    const range = rangeOf(match);
    if (!isBeside(range)) continue;
    const secret = unescaped(match[0]);
    if (!isDrawn(secret)) continue;
    yield isPlaceholder(secret) ? { range, placeholder: true } : { range };
  }
}

/**
 * Whether it could have been drawn from 64 characters. Git's and other hashes are hexadecimal; a path has long words. One in a
 * thousand secrets has no digit or no capital, one in a hundred thousand so little entropy.
 */
function isDrawn(value: string): boolean {
  return isMixed(value) && entropy(value) > 4.2 && !/[a-z]{11}/.test(value);
}
