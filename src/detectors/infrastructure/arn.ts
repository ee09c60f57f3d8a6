import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { besideOf, isExample } from "./address.ts";
import { isDocumentedAccount } from "./documented-account.ts";
import { isMadeUp } from "./made-up.ts";

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export const arn: Detector = {
  id: "infrastructure/arn",
  summary: "Amazon Resource Name",
  remedy:
    "Put it together from the account and the name when it is needed, or write it with the account 123456789012, which Amazon keeps for documentation.",
  disclosure: { topic: "cloud", weight: 3.5 },
  trigger: { literals: ["arn:aws"] },
  reach: { before: 96, after: 400 },

  *detect(window) {
    for (const match of window.matchAll(name)) {
      const { account, resource = "" } = match.groups ?? {};
      if (account !== undefined && account !== "") {
        if (isDocumentedAccount(account) || published.test(match[0])) continue;
        const range = rangeOf(match);
        const isShown = invented.test(resource) || isExample(besideOf(window.text, range));
        yield { range, confidence: isShown ? 0.5 : 1 };
        continue;
      }
      const [bucket = ""] = resource.split("/");
      if (match[0].includes(":s3:") && /^[a-z\d][a-z\d.-]{2,62}$/.test(bucket) && !isMadeUp(bucket))
        yield { range: rangeOf(match), confidence: 0.7 };
    }
  },

  examples: [
    "role: «arn:aws:iam::{digits:5}7{digits:6}:role/deploy»",
    "queue «arn:aws:sqs:eu-central-1:{digits:5}7{digits:6}:jobs», and «arn:aws-cn:lambda:cn-north-1:{digits:5}7{digits:6}:function:thumbnails»",
    "it reads «arn:aws:s3:::heron-invoices/*»",
    "arn:aws:iam::123456789012:role/deploy, arn:aws:sns:us-east-1:111122223333:topic, arn:aws:iam::444455556666:root",
    "arn:aws:iam::aws:policy/ReadOnlyAccess, arn:aws:s3:::my-bucket/*, arn:aws:s3:::amzn-s3-demo-bucket",
    "arn:aws:iam::${AWS::AccountId}:role/deploy, arn:aws:iam::<account>:role/x, arn:aws:s3:::*, arn:${partition}:s3:::x",
  ],
};

/** Functions and rules that Amazon has for everybody, under accounts of its own. */
const published = /:function:(?:PRE|ACS)-|:rulespackage\/|:patchbaseline\/|:layer:AWS|:layer:LambdaInsights/;

/** What only manuals call a thing: `role/MyRole`, `user/EXAMPLE`, `function:hello-world`. */
const invented =
  /(?:^|[/:_-])(?:[Mm]y(?:[-_A-Z]\w*|$)|your[-_A-Z]|(?:foo|bar|baz|dummy|(?:EXAMPLE|[Ee]xample|[Ss]ample)\w*)(?![a-z])|hello[-_]?world)|EXAMPLE/;

const name =
  /(?<![\w-](?<!\\[nrt]))arn:aws(?:-[a-z-]{2,12})?:[a-z\d-]{2,40}:(?:[a-z]{2}(?:-[a-z]+){1,3}-\d)?:(?<account>\d{12})?:(?<resource>[^\s"'`<>(){}[\],;\\$&|]{1,255})/g;
