import type { Match } from "../../model/match.ts";
import { type Range, rangeOf } from "../../model/range.ts";
import type { Literals } from "../../model/trigger.ts";
import type { Window } from "../../model/window.ts";
import type { Detector } from "../detector.ts";
import { sightedIn } from "../secrets/sighted.ts";
import { besideOf, isExample } from "./address.ts";
import { isDocumentedAccount } from "./documented-account.ts";
import { isMadeUp } from "./made-up.ts";
import { wordSet } from "./word-set.ts";
import { inBytes } from "../person/context.ts";

const amazons: readonly Literals[] = [
  { literals: ["aws", "account", "amazon", "ecr"], anyCase: true, behind: { run: "number", least: 12, within: 80 } },
  {
    literals: [
      ".dkr.ecr.",
      ".signin.aws.",
      "aws account",
      "account at aws",
      "account in aws",
      "account at amazon",
      "account in amazon",
    ],
    anyCase: true,
  },
];

const microsofts: readonly Literals[] = [
  {
    literals: ["subscription", "tenant", "microsoftonline", "sts.windows.net"],
    anyCase: true,
    behind: { run: "token", least: 36, holds: "-", within: 48 },
  },
];

/** A way in which a project at Google is named. */
interface Google {
  /** One of its literals stands in whatever the pattern matches. */
  readonly trigger: Literals;
  readonly pattern: RegExp;
  /** Whether an id of letters alone can be any word there. */
  readonly isSaid?: true;
  readonly isSure?: true;
}

/** https://docs.oracle.com/en-us/iaas/Content/General/Concepts/identifiers.htm */
const oracles: readonly Literals[] = [
  { literals: ["ocid1.tenancy.oc", "ocid1.compartment.oc"], behind: { run: "token", least: 40, within: 64 } },
];

const googles: readonly Google[] = [
  {
    trigger: { literals: ["projects/"], behind: { run: "token", least: 6 } },
    pattern:
      /(?<![\w-])projects\/(?<id>[a-z][a-z\d-]{4,28}[a-z\d])(?=\/(?:locations|topics|subscriptions|secrets|serviceAccounts|zones|regions|global|instances|datasets|databases|keyRings|roles|logs|services|repositories|triggers|managedZones|traces|snapshots|images|metricDescriptors|notificationChannels|alertPolicies)\b)/dg,
  },
  {
    trigger: { literals: ["--project"], behind: { run: "token", least: 6, within: 9 } },
    pattern: /\bgcloud\b[^\n]{0,200}?--project[= ](?<id>[a-z][a-z\d-]{4,28}[a-z\d])(?![\w.-])/dg,
  },
  {
    trigger: {
      literals: [
        "set project ",
        "cloud_project",
        "cloud-project",
        "cloud project",
        "gcp_project",
        "gcp-project",
        "gcp project",
      ],
      anyCase: true,
      behind: { run: "token", least: 6, within: 32 },
    },
    pattern:
      /(?:\bgcloud (?:[^\n]{1,40} )?set project |\b(?:gcp|google cloud)[ _-]project(?:[ _-]id)?["']?(?: is)?\s{0,2}[:=]{0,2}\s{0,2}["']?|\bgoogle_cloud_project["']?\s{0,2}[:=]\s{0,2}["']?)(?<id>[a-z][a-z\d-]{4,28}[a-z\d])(?![\w(-]|\.\w)/dgi,
    isSaid: true,
  },
  {
    // With the number that Google puts behind a name that somebody has already: images without one are mostly made for everybody.
    trigger: { literals: ["gcr.io/", "-docker.pkg.dev/", "-npm.pkg.dev/", "-python.pkg.dev/", "-maven.pkg.dev/"] },
    pattern: /(?:(?<![\w-])gcr\.io|\.pkg\.dev)\/(?<id>[a-z][a-z\d-]{1,22}[a-z\d]-\d{4,6})(?=\/[a-z\d])/dg,
  },
  {
    trigger: { literals: [".iam.gserviceaccount.com"] },
    pattern: /@(?<id>[a-z][a-z\d-]{4,28}[a-z\d])\.iam\.gserviceaccount\.com/dg,
    isSure: true,
  },
];

/**
 * The account that resources in a cloud belong to: twelve digits at Amazon, a subscription's or tenant's UUID at Microsoft, a project's id at Google, a tenancy or a
 * compartment at Oracle.
 * https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html
 * https://learn.microsoft.com/en-us/azure/azure-portal/get-subscription-tenant-id
 * https://cloud.google.com/resource-manager/docs/creating-managing-projects
 */
export const cloudAccount: Detector = {
  id: "infrastructure/cloud-account",
  summary: "Account at a cloud provider",
  remedy:
    "Read it from the environment, or write the one for documentation: 123456789012 at Amazon, 00000000-0000-0000-0000-000000000000 at Microsoft, example-project at Google.",
  disclosure: { topic: "cloud", weight: 4.5 },
  trigger: [...amazons, ...microsofts, ...oracles, ...googles.map(({ trigger }) => trigger)],
  reach: { before: 192, after: 192 },

  *detect(window) {
    const literals = sightedIn(window);
    if (isOneIn(amazons, literals)) yield* ofAmazon(window);
    if (isOneIn(microsofts, literals)) yield* ofMicrosoft(window);
    if (isOneIn(oracles, literals)) for (const match of window.matchAll(oracle)) yield { range: rangeOf(match) };
    for (const google of googles) if (isOneIn([google.trigger], literals)) yield* ofGoogle(window, google);
  },

  examples: [
    "«{digits:5}7{digits:6}» is the account at AWS, «{digits:5}8{digits:6}» the other AWS account",
    "our AWS account is «{digits:5}7{digits:6}»",
    'aws_account_id = "«{digits:5}7{digits:6}»", in writing «{digits:3}7-{digits:4}-{digits:4}» at AWS',
    "docker pull «{digits:5}7{digits:6}».dkr.ecr.eu-central-1.amazonaws.com/site",
    "https://«{digits:5}7{digits:6}».signin.aws.amazon.com/console",
    '"subscriptionId": "«{uuid}»"',
    "/subscriptions/«{uuid}»/resourceGroups/site, AZURE_TENANT_ID=«{uuid}»",
    "https://login.microsoftonline.com/«{uuid}»/oauth2",
    "projects/«heron-invoices-prod»/secrets/db, deployer@«heron-site-4711».iam.gserviceaccount.com",
    "gcloud run deploy --project «heron-site-4711»; gcloud config set project «heron-site-4711»",
    "GOOGLE_CLOUD_PROJECT=«heron-site-4711», the GCP project id is «heron-site-4711»",
    "unser AWS-Konto «{digits:5}7{digits:6}», nossa conta da AWS é «{digits:5}7{digits:6}»\nнаш AWS аккаунт «{digits:5}7{digits:6}», AWSアカウントは«{digits:5}7{digits:6}»です\nAWS账号是«{digits:5}7{digits:6}»",
    "docker pull europe-west3-docker.pkg.dev/«heron-invoices-331204»/site/api:7, gcr.io/«heron-invoices-331204»/api",
    "tenancy=«ocid1.tenancy.oc1..aaaaaaaa{lower32:52}», «ocid1.compartment.oc1..aaaaaaaa{lower32:52}»",
    "gcr.io/distroless/static, gcr.io/k8s-staging-test/x, us-docker.pkg.dev/google-samples/containers/gke/hello-app, gcr.io/my-project-1234/x",
    "ocid1.tenancy.oc1..<unique_ID>, ocid1.tenancy.oc1..aaaaaaaaexample, ocid1.instance.oc1.phx.aaaaaaaa{lower32:52}",
    "bank account {digits:12}, order {digits:12}, account 20261121124336",
    "AWS account 123456789012, 111122223333, 444455556666, 1234-5678-9012, 000000000000",
    "602401143452.dkr.ecr.us-west-2.amazonaws.com/amazon-k8s-cni has images for everybody",
    "arn:aws:greengrass:us-west-2:123456789012:/greengrass/definition/subscriptions/{uuid}",
    "service-1234@service-name.iam.gserviceaccount.com, projects/cloud-sql/zones/us-east1, aws_account_id=223456789012",
    "/subscriptions/00000000-0000-0000-0000-000000000000, tenant 11111111-1111-1111-1111-111111111111, aaaabbbb-0000-cccc-1111-dddd2222eeee",
    "subscription {uuid} of a newsletter",
    "projects/my-project/topics/x, projects/PROJECT_ID/secrets/y, projects/{project}/z, github.com/orgs/acme/projects/roadmap",
    "the Google Cloud project number, GCP project settings",
    "projects/website/index.html, --project tsconfig.json, --project ./src, sa@my-project.iam.gserviceaccount.com",
    "sha 7d1f123456712345 aws, arn:aws:iam::123456789012:root",
  ],
};

function isOneIn(groups: readonly Literals[], sighted: ReadonlySet<string>): boolean {
  return groups.some(({ literals }) => literals.some((literal) => sighted.has(literal)));
}

const twelve = /(?<![\w.-])(?<!\d[:/])(?:\d{12}|\d{4}-\d{4}-\d{4})(?![\w-]|\.\d)/g;
const amazon =
  /\baws\b|aws[_-]|amazon|\biam\b|\becr\b|\barn\b|\bs3\b|\bec2\b|\.aws\b|\bAws[A-Z]|\b(?:us|eu|ap|ca|sa)-(?:central|north|south|east|west)[a-z]*-\d/i;

function* ofAmazon(window: Window): Generator<Match> {
  for (const match of window.matchAll(twelve)) {
    const range = rangeOf(match);
    const digits = match[0].replaceAll("-", "");
    const before = window.text.slice(Math.max(0, range.start - 56), range.start);
    const after = window.text.slice(range.end, range.end + 48);
    if (isDocumentedAccount(digits) || /\barn:aws[\w-]{0,16}:[\w-]{0,40}:[\w-]{0,20}:$/.test(before)) continue;
    const isHost = /^\.(?:dkr\.ecr|signin\.aws)\./i.test(after);
    const isAmazons = amazon.test(before) || amazon.test(after);
    const isNamed = isAmazons && /account/i.test(before.slice(-40));
    const isOwners = /aws|amazon|ecr/i.test(before) && owners.test(before.slice(-56));
    const isTold = /^[^\n]{0,24}(?:aws account|account (?:at|in) (?:aws|amazon))/i.test(after);
    if (isHost || isNamed || isOwners || isTold)
      yield { range, confidence: isExample(besideOf(window.text, range)) ? 0.5 : 1 };
    else if (!isTime(digits) && isAmazons && /\b(?:aws|amazon)[\s:=#(-]{0,4}$/i.test(before))
      yield { range, confidence: 0.6 };
    else if (!isTime(digits) && /\baccount_?-?id["']?\s{0,2}[:=]\s{0,2}["']?$/i.test(before))
      yield { range, confidence: 0.6 };
  }
}

const owners = new RegExp(
  `acct|owner|principal|konto|compte|cuenta|conta\\b|hesab|${inBytes("аккаунт|учётн|акаунт|アカウント|账户|账号|帳戶|帳號|계정")}`,
  "i",
);

/** 202611211243 */
function isTime(digits: string): boolean {
  return /^(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d/.test(digits);
}

// From its first hyphen on: any figure and many letters could begin one.
const uuid = /(?<=(?<![\w-])(?<first>[\da-fA-F]{8}))-(?:[\da-fA-F]{4}-){3}[\da-fA-F]{12}(?![\w-])/g;

/** Microsoft's own tenants, which are the same for everybody. */
const ofEverybody = new Set([
  "72f988bf-86f1-41af-91ab-2d7cd011db47",
  "9188040d-6c67-4c5b-b112-36a304b66dad",
  "f8cdef31-a31e-4b4a-93e4-5f571e91255a",
  "33e01921-4d64-4f8c-a055-5bdaffd5e33d",
  // Bots are signed in by these, in Azure and in the governments' one: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
  "d6d49420-f39b-4df7-a1dc-d59a935871db",
  "cab8a31a-1906-4287-a0d8-4eef66b95f6e",
]);

function* ofMicrosoft(window: Window): Generator<Match> {
  for (const match of window.matchAll(uuid)) {
    const { first = "" } = match.groups ?? {};
    const id = first + match[0];
    const range = { start: match.index - first.length, end: match.index + match[0].length };
    const before = window.text.slice(Math.max(0, range.start - 112), range.start);
    const around = `${before}${window.text.slice(range.end, range.end + 112)}`;
    if (isMadeUpUuid(id) || ofEverybody.has(id.toLowerCase())) continue;
    const near = /(?<!\barn:\S{0,80})\/subscriptions\/$|(?:microsoftonline\.(?:com|us|de)|sts\.windows\.net)\/$/i.test(
      before,
    );
    const isNamed =
      /(?:subscription|tenant)(?:[\s_-]?ids?)?["'`)]{0,2}(?:\s(?:is|ist))?\s{0,2}[:=(]{0,2}\s{0,2}["'`(]{0,2}$/i.test(
        before,
      );
    if (near) yield { range };
    else if (isNamed && /azure|\barm_|(?<!\[secret:)entra\b|microsoft|\baad\b|\baz /i.test(around)) yield { range };
    else if (/(?:subscription|tenant)Id["']?\s{0,2}[:=]\s{0,2}["']?$/i.test(before)) yield { range, confidence: 0.6 };
  }
}

/** Sixteen bits after sixteen bits of one or two digits, or digits in a row. */
function isMadeUpUuid(text: string): boolean {
  const digits = text.toLowerCase().replaceAll("-", "");
  return (
    digits.startsWith("12345678") ||
    digits.startsWith("abcdef") ||
    (digits.match(/.{4}/g) ?? []).every((four) => new Set(four).size <= 2)
  );
}

/** Its unique part has letters and digits of base32: no manual's `<unique_ID>` and no `aaaaaaaaexample`. */
const oracle = /(?<![\w.-](?<!\\[nrt]))ocid1\.(?:tenancy|compartment)\.oc\d{1,2}\.\.a{8}[a-z2-7]{52}(?![\w-])/g;

/** Projects that hold images, data or agents for everybody, and what manuals write for one. */
function isEverybodys(id: string): boolean {
  return (
    everybodys.has(id) ||
    /^(?:cloud-|goog(?:le)?-|service-|gcp-|gke-)|-name$|public-?data|-cloud$|proj(?:ect)?-?(?:id|[a-z]|\d{0,3})$|^project-|^tests?-|-tests?$/.test(
      id,
    ) ||
    /^(?:my|your|other|another|some|test|host|vpc-host|service|the)-?(?:other)?-?proj/.test(id)
  );
}

const everybodys = wordSet(`
  google-containers google-samples gcf-admin-robot gs-project-accounts compute-system container-engine-robot serverless-robot-prod
  dataflow-service-producer-prod cloudservices cloudbuild cloudrun service-agent-manager bigquery-encryption sigstore-root-signing distroless
  deeplearning-platform-release cloud-builders google jellyfish verified-builder
`);

function* ofGoogle(window: Window, { pattern, isSaid, isSure }: Google): Generator<Match> {
  for (const match of window.matchAll(pattern)) {
    const range: Range = rangeOf(match, "id");
    const { id = "" } = match.groups ?? {};
    if (isMadeUp(id) || isEverybodys(id)) continue;
    const isName = !/[\d-]/.test(id);
    if (isName && isSaid === true) continue;
    const sure = isName ? 0.7 : isSure === true || /\d/.test(id) ? 1 : 0.9;
    yield { range, confidence: isExample(besideOf(window.text, range)) ? 0.5 : sure };
  }
}
