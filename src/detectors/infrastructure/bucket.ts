import type { Match } from "../../model/match.ts";
import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { besideOf, isExample } from "./address.ts";
import { isMadeUp } from "./made-up.ts";

/**
 * Where objects are stored. https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
 * https://cloud.google.com/storage/docs/request-endpoints https://learn.microsoft.com/en-us/azure/storage/blobs/data-lake-storage-introduction-abfs-uri
 */
export const bucket: Detector = {
  id: "infrastructure/bucket",
  summary: "Name of a storage bucket",
  remedy:
    "Read the bucket's name from the environment, or say what it holds; in an example write s3://amzn-s3-demo-bucket.",
  disclosure: { topic: "cloud", weight: 2.5 },
  trigger: {
    literals: [
      "s3://",
      "s3a://",
      "gs://",
      "wasbs://",
      "wasb://",
      "abfss://",
      "abfs://",
      ".s3.amazonaws.com",
      ".s3-",
      ".s3.",
      ".blob.core.windows.net",
      ".r2.cloudflarestorage.com",
      ".digitaloceanspaces.com",
    ],
  },
  reach: { before: 160, after: 192 },

  *detect(window) {
    for (const pattern of [scheme, host])
      for (const match of window.matchAll(pattern)) {
        const found = matchOf(match, pattern === scheme ? 1 : 0.6);
        if (found === undefined) continue;
        yield isExample(besideOf(window.text, found.range)) ? { ...found, confidence: 0.4 } : found;
      }
  },

  examples: [
    "aws s3 sync dist «s3://heron-site-assets»/v2",
    '{"m":"see\\n«s3://heron-site-assets»/v2 and\\t«s3://heron-site-assets»/v2"}',
    "backups go to «gs://heron-backups-eu», the lake is «abfss://raw@heronlake».dfs.core.windows.net/",
    "https://«heron-uploads».s3.eu-central-1.amazonaws.com/a.png and https://«heronmedia».blob.core.windows.net/x",
    "s3://my-bucket/key, s3://bucket, s3://bucket-name/x, s3://example-bucket, s3://amzn-s3-demo-bucket1/, s3://${BUCKET}/x, s3://<bucket>/x",
    "gs://gcp-public-data-landsat, gs://cloud-samples-data/x, s3://commoncrawl/, s3://BUCKET/x, s3://test/x",
    "https://your-bucket.s3.amazonaws.com/, aws.s3.bucket, client.s3.putObject, https://s3.amazonaws.com/",
    "wasbs://container@account.blob.core.windows.net/",
  ],
};

const scheme =
  /(?<![\w+.-](?<!\\[nrt]))(?:s3[an]?|gs|wasbs?|abfss?):\/\/(?:(?<container>[a-z\d][a-z\d-]{2,62})@)?(?<name>[a-z\d][a-z\d._-]{1,61}[a-z\d])(?![\w${}<>%])/dg;
const host =
  /(?<![\w.%${}<>-](?<!(?<!\\)\\[nrt]))(?<!(?<!\\)\\(?=[nrt]))(?<name>[a-z\d][a-z\d.-]{1,61}[a-z\d])(?=\.(?:s3[.-](?:[a-z\d-]{4,20}\.)?amazonaws\.com|blob\.core\.windows\.net|[a-z\d-]{2,20}\.digitaloceanspaces\.com|r2\.cloudflarestorage\.com))/dg;

/** Data and examples that are there for everybody. */
const everybodys =
  /^(?:doc-example-bucket|commoncrawl|noaa-|landsat|sentinel-|nyc-tlc|openaddresses|cloud-samples|gcp-public|gcs-public|tfds-|pytorch|dl\.|aws-|amazon|awsdocs|elasticmapreduce|us-east-1\.elasticmapreduce|kubernetes-release|chromium-|flutter_infra|golang|tensorflow|open-?ai|test-?bucket|test$|bucket\d?$|container$|account$|storageaccount|mystorage|images?$|static$|assets$|files?$|data$|backups?$|uploads?$|path$|key$)|^(?:another|provider|customer|output|input|import|export|source|src|target|destination|dest|dst|path[-_]to|your|the|some|notebook|translation)[-_]|bucket[-_]?(?:name|id|\d)?$|[-_](?:test|output|input)$|^tests?[-_]|^(?:test|my)[a-z]*$|^(?:output|input|database-dump)\b/;

function matchOf(match: RegExpExecArray, confidence: number): Match | undefined {
  const { name = "", container = "" } = match.groups ?? {};
  const [first = ""] = name.split(".");
  if (isMadeUp(first) || everybodys.test(name) || /^\d+$/.test(first) || (container !== "" && isMadeUp(container)))
    return undefined;
  if (name.includes("..") || (container !== "" && everybodys.test(container) && everybodys.test(first)))
    return undefined;
  if (/^(?:s3|gs)/.test(match[0]) && container === "") return { range: rangeOf(match), confidence };
  const account = /^[^.]+/.exec(name)?.[0].length ?? name.length;
  const { start, end } = rangeOf(match);
  return { range: { start, end: container === "" ? end : rangeOf(match, "name").start + account }, confidence };
}
