import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Session tokens of temporary credentials, beside an `ASIA…` id and its secret: base64 of a sealed record whose beginning
 * names its issuer in clear, `er/aws` or `origin_ec`, in older ones `aws`.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html
 *
 * In a signed URL it is of no use without the secret that signed it, and warns.
 */
const sessionToken =
  /(?<![\w+/])(?:(?:FwoG|FQoG)ZXIvYXdz|(?:FwoD|FQoD|AQoD)YXdz|IQoJb3JpZ2luX2Vj)(?:[A-Za-z0-9+/]|%2[BFbf]){120,4000}/;

const remedy =
  "It expires within 36 hours. Until then revoke the role's sessions: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html";

const literals = ["FwoGZXIvYXdz", "FQoGZXIvYXdz", "FwoDYXdz", "FQoDYXdz", "AQoDYXdz", "IQoJb3JpZ2luX2Vj"];

// The record repeats itself, `//////////` in most: no mark of a placeholder but Amazon's own.
const isNoExample = (secret: string): boolean => !secret.includes("EXAMPLE");

/** Stands before `awsSessionToken` in the list, which finds the same tokens. */
export const awsSignedUrlToken: Detector = tokenDetector({
  id: "secret/aws-signed-url-token",
  summary: "AWS session token in a signed URL",
  remedy:
    "The URL opens what it names until it expires: hand it out to those it was made for, and keep it out of files.",
  literals,
  pattern: new RegExp(`(?<=X-Amz-Security-Token(?:=|%3D))${sessionToken.source}`, "g"),
  isProven: isNoExample,
  confidence: 0.5,
  examples: [
    "https://bucket.s3.amazonaws.com/a.zip?X-Amz-Security-Token=«IQoJb3JpZ2luX2Vj{base64:200}»%3D%3D&X-Amz-Signature={hex:64}",
    "X-Amz-Security-Token: IQoJb3JpZ2luX2Vj{base64:200}",
  ],
});

export const awsSessionToken: Detector = tokenDetector({
  id: "secret/aws-session-token",
  summary: "AWS session token",
  remedy,
  literals,
  pattern: new RegExp(`${sessionToken.source}={0,2}`, "g"),
  isProven: isNoExample,
  examples: [
    "AWS_SESSION_TOKEN=«IQoJb3JpZ2luX2VjEJr//////////wEaCXVz{base64:300}==»",
    "aws_session_token = «FwoGZXIvYXdzEBoaD{base64:250}»",
    '"SessionToken": "«FQoDYXdzE{base64:200}=»",',
    "x-amz-security-token: «IQoJb3JpZ2luX2Vj{base64:400}»",
    "the documentation's: AWS_SESSION_TOKEN=AQoDYXdzEJr{base64:60}EXAMPLE{base64:100}",
    "cut off: IQoJb3JpZ2luX2Vj{base64:60}...",
    "{base64:300}",
  ],
});

/**
 * API keys of Amazon Bedrock and of the Claude Platform on AWS. Long-lived ones are base64 of `user-at-account:secret`,
 * short-lived ones of a signed URL, whose parts other detectors know: it stands before them in the list.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html
 */
export const awsApiKey: Detector = tokenDetector({
  id: "secret/aws-api-key",
  summary: "AWS API key for language models",
  remedy:
    "Delete it at https://console.aws.amazon.com/bedrock/home#/api-keys and look at what the user that it made may do. Use a role in its place.",
  literals: [
    "ABSK",
    "AEAAQWVhQXBpS2V5L",
    "bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t",
    "aws-external-anthropic-api-key-YXdzLWV4dGVybmFsLWFudGhyb3BpYy5hbWF6b25hd3MuY29t",
  ],
  prefixes: ["ABSK", "AEAA", "bedrock-api-key-", "aws-external-anthropic-api-key-"],
  pattern:
    /(?<![A-Za-z0-9+/])(?:ABSK|AEAA|bedrock-api-key-|aws-external-anthropic-api-key-)[A-Za-z0-9+/]{80,4000}={0,2}(?![A-Za-z0-9+/=])/g,
  isProven: (secret) => {
    const payload = Buffer.from(secret.replace(/^(?:A[BE][A-Z]{2}|.*-key-)/, ""), "base64").toString("latin1");
    return (
      /^[\w+=,.@-]{1,80}-at-\d{12}:.{16}|[?&]Action=CallWithBearerToken&/.test(payload) && !/EXAMPLE/.test(payload)
    );
  },
  examples: [
    "AWS_BEARER_TOKEN_BEDROCK=«ABSK{encode:base64}BedrockAPIKey-{lower36:4}-at-{digits:12}:{base64:44}{end}»",
    'api_key="«AEAA{encode:base64}AeaApiKey-{lower36:4}+1-at-{digits:12}:{base64:44}{end}»"',
    "Authorization: Bearer «bedrock-api-key-{encode:base64}bedrock.amazonaws.com/?Action=CallWithBearerToken&X-Amz-Signature={hex:64}{end}»",
    "not base64 of a user and an account: ABSK{base64:128}",
    "cut off: ABSKQmVkcm9ja0FQSUtleS…, bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t...",
  ],
});
