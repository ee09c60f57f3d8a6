import type { Detector } from "../detector.ts";
import { base64Padding, base64Run } from "./base64-value.ts";
import { isMixed } from "./random.ts";
import { tokenDetector } from "./token.ts";

const remedy =
  "Regenerate the key on the resource's page “Access keys” or “Shared access policies” at https://portal.azure.com. Use a managed identity in its place.";

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
