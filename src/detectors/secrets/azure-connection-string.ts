import type { Match } from "../../model/match.ts";
import { rangeOf } from "../../model/range.ts";
import { crc32Hex } from "../checksum.ts";
import type { Detector } from "../detector.ts";
import { base64Padding, base64Run, unescaped } from "./base64-value.ts";
import { isMixed } from "./beside.ts";
import { isPlaceholder } from "./placeholder.ts";
import { tokenDetector } from "./token.ts";

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
      ..."accountkey,account_key,account-key,account key,storagekey,storage_key,storage-key,accesskey,access_key,access-key".split(","),
      ..."masterkey,master_key,cosmos,primarykey,primary_key,storagecredentials,storagesharedkeycredential,blobservice".split(","),
    ],
    anyCase: true,
  },

  *detect(window) {
    for (const match of window.matchAll(accountKey)) {
      const range: Match["range"] = rangeOf(match);
      if (!accountKeyName.test(window.text.slice(Math.max(0, range.start - 120), range.start))) continue;
      const key = unescaped(match[0]);
      yield isPlaceholder(key) || !isMixed(key) || published.has(crc32Hex(key)) ? { range, placeholder: true } : { range };
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

const accountKey = new RegExp(String.raw`(?<![\w+/%-])${base64Run(86)}${base64Padding(2)}(?![\w+/=%])`, "g");

/** What ends in the name of such a key, or in the call of a client that takes one behind the account's name. */
const accountKeyName =
  /(?:(?:account|storage|access|cosmos\w{0,12}|master|primary|secondary|batch)[\s_.-]{0,2}key\d?\W{1,24}(?:(?:value|string|default)\W{1,16})?|(?:StorageSharedKeyCredential|StorageCredentials|BlobService|CosmosClient|DocumentClient)\w{0,20}\([^()]{1,80})$/i;

/**
 * Keys of Service Bus, Event Hubs, Relay, IoT Hub and SignalR in connection strings: 32 bytes in base64.
 * https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas
 */
export const azureSharedAccessKey: Detector = tokenDetector({
  id: "secret/azure-shared-access-key",
  summary: "Azure shared access key",
  remedy,
  literals: ["sharedaccesskey", "shared_access_key", ".service.signalr.net", ".webpubsub.azure.com"],
  anyCase: true,
  pattern: new RegExp(
    String.raw`(?:shared_?access_?key|;\s{0,4}accesskey)["']?\s{0,4}[=:,]\s{0,4}["']?(?<secret>${base64Run(43)}${base64Padding(1)})(?![\w+/=%])`,
    "dgi",
  ),
  isGenuine: isMixed,
  examples: [
    "Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=«{base64:43}=»;EntityPath=orders",
    '"value": "HostName=acme.azure-devices.net;SharedAccessKeyName=registryReadWrite;SharedAccessKey=«{base64:43}=»"',
    "Endpoint=https://acme.service.signalr.net;AccessKey=«{base64:43}=»;Version=1.0;",
    "SharedAccessKey=«{base64:20}%2F{base64:22}%3D»",
    "SharedAccessKey={base64:42}=, SharedAccessKeyName={base64:43}=",
    "SharedAccessKeyName=[name];SharedAccessKey=[the shared access key goes here];",
    "Endpoint=sb://localhost;SharedAccessKeyName=Root;SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true;",
    "SharedAccessKey=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=",
  ],
});

/** Connection strings of App Configuration. https://learn.microsoft.com/azure/azure-app-configuration/concept-enable-rbac */
export const azureAppConfigurationSecret: Detector = tokenDetector({
  id: "secret/azure-app-configuration",
  summary: "Azure App Configuration secret",
  remedy,
  literals: [".azconfig.io"],
  pattern: new RegExp(
    String.raw`\.azconfig\.io[/;]{1,2}Id=[^;\s"']{1,80};Secret=(?<secret>${base64Run(43)}${base64Padding(1)}|[A-Za-z0-9]{84})(?![\w+/=%])`,
    "dg",
  ),
  isGenuine: isMixed,
  examples: [
    "Endpoint=https://acme.azconfig.io;Id=ab1-l0-s0:{base62:20};Secret=«{base64:43}=»",
    "Endpoint=https://acme.azconfig.io;Id={base62:4};Secret=«{base62:84}»",
    "Endpoint=https://contoso.azconfig.io;Id=xxx;Secret=xxx",
    "Endpoint=https://acme.azconfig.io;Id={base62:4};Secret={base64:42}=",
  ],
});
