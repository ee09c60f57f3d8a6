import type { Match } from "../../model/match.ts";
import { rangeOf } from "../../model/range.ts";
import { crc32Hex } from "../checksum.ts";
import type { Detector } from "../detector.ts";
import { base64Padding, base64Run, unescaped } from "./base64-value.ts";
import { gap } from "./beside.ts";
import { isPlaceholder } from "./placeholder.ts";
import { isMixed } from "./random.ts";

const remedy =
  "Regenerate the key on the resource's page “Access keys” or “Shared access policies” at https://portal.azure.com. Use a managed identity in its place.";

/** The keys of the storage and the Cosmos DB emulator, which Microsoft publishes: by their CRC32. */
const published = new Set(["b4cbd586", "87707360"]);

/**
 * Keys of storage accounts, Cosmos DB, Batch and Communication Services: 64 bytes in base64 behind a name.
 * https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string
 */
export const azureAccountKey: Detector = {
  id: "secret/azure-account-key",
  summary: "Azure account key",
  remedy,
  trigger: {
    literals: [
      ..."accountkey,account_key,account-key,account key,storagekey,storage_key,storage-key,accesskey,access_key,access-key".split(
        ",",
      ),
      ..."masterkey,master_key,cosmos,primarykey,primary_key,storagecredentials,storagesharedkeycredential,blobservice".split(
        ",",
      ),
    ],
    anyCase: true,
  },

  *detect(window) {
    for (const match of window.matchAll(accountKey)) {
      const range: Match["range"] = rangeOf(match);
      const before = window.text.slice(Math.max(0, range.start - 120), range.start);
      if (!accountKeyName.test(before) && !clientCall.test(before)) continue;
      const key = unescaped(match[0]);
      yield isPlaceholder(key) || !isMixed(key) || published.has(crc32Hex(key))
        ? { range, placeholder: true }
        : { range };
    }
  },

  examples: [
    "DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=«{base64:86}==»;EndpointSuffix=core.windows.net",
    'AZURE_STORAGE_ACCOUNT_KEY="«{base64:86}==»"',
    "AccountEndpoint=https://acme.documents.azure.com:443/;AccountKey=«{base64:40}%2B{base64:45}%3D%3D»",
    'new StorageSharedKeyCredential("acme", "«{base64:86}==»")',
    '"primaryMasterKey": "«{base64:86}==»"',
    '"AccountKey=«{base64:40}\\u002B{base64:45}\\u003D\\u003D»;"',
    "endpoint=https://acme.communication.azure.com/;accesskey=«{base64:86}==»",
    "AccountKey={base64:85}==, AccountKey={base64:87}==",
    '"contentHash": "{base64:86}==", "integrity": "sha512-{base64:86}==" beside an accountKey',
    "AccountName=<YOUR_ACCOUNT_NAME>;AccountKey=<YOUR_ACCOUNT_KEY>;",
    "AccountKey=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx==",
  ],
};

const accountKey = new RegExp(String.raw`(?<![\w+/%\\-])${base64Run(86)}${base64Padding(2)}(?![\w+/=%])`, "g");

const accountKeyName = new RegExp(
  String.raw`(?:account|storage|access|cosmos|db|master|primary|secondary|batch)[\s_.-]?key\d?${gap}$`,
  "i",
);

/** The call of a client that takes a key behind the account's name. */
const clientCall = /(?:SharedKeyCredential|StorageCredentials|BlobService|CosmosClient|DocumentClient)\([^()]{1,80}$/i;
