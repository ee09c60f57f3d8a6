import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Access tokens that may write into the cache of a workspace, from which others take what they run: a UUID and `|read-write` in base64. Those that end in
 * `|read` are made to stand in an open repository. https://nx.dev/ci/reference/config · https://nx.dev/docs/guides/nx-cloud/access-tokens
 */
export const nxCloudToken: Detector = tokenDetector({
  id: "secret/nx-cloud-token",
  summary: "Nx Cloud access token",
  remedy:
    "Revoke it in the workspace's settings at https://cloud.nx.app, and read a new one from NX_CLOUD_ACCESS_TOKEN. One that may only read can stand in nx.json.",
  literals: ["fHJlYWQtd3JpdGU"],
  reach: { before: 56, after: 24 },
  pattern: /(?<![A-Za-z0-9+/](?<!\\[nrt]))[A-Za-z0-9]{48}fHJlYWQtd3JpdGU=?(?![\w+/=-])/g,
  isProven: (secret) =>
    /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\|read-write$/.test(Buffer.from(secret, "base64").toString("latin1")),
  examples: [
    '"nxCloudAccessToken": "«{encode:base64}{uuid}|read-write{end}»"',
    "NX_CLOUD_ACCESS_TOKEN=«{encode:base64}{uuid}|read-write{end}»",
    "of one that may only read: {encode:base64}{uuid}|read{end}",
    "of something else: {encode:base64}{hex:36}|read-write{end}",
  ],
});
