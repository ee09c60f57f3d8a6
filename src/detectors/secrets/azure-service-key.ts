import type { Match } from "../../model/match.ts";
import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { isPlaceholder } from "./placeholder.ts";

/**
 * Keys that carry the signature of the service that made them at a fixed place, and a checksum of four bytes behind it.
 * Microsoft's list of them: https://github.com/microsoft/security-utilities (`GeneratedRegexPatterns`).
 */
export const azureServiceKey: Detector = {
  id: "secret/azure-service-key",
  summary: "Azure key",
  remedy:
    "Regenerate it: the resource's page “Access keys” at https://portal.azure.com has two, so that nothing stops meanwhile. Use a managed identity in its place.",
  trigger: {
    literals: [
      "+ASt",
      "ACDb",
      "+ABa",
      "+AMC",
      "APIM",
      "AzCa",
      "+AEh",
      "+ASb",
      "+ARm",
      "AIoT",
      "AZEG",
      "AzSe",
      "+ACR",
      "AzFu",
      "JQQJ9",
    ],
  },

  *detect(window) {
    for (const pattern of patterns) {
      for (const match of window.matchAll(pattern)) {
        const { random = "", signature = "" } = match.groups ?? {};
        yield matchOf(match, random, services[signature]);
      }
    }
  },

  examples: [
    "AZURE_STORAGE_KEY=«{base64:76}+ASt{base64:5}Q==»",
    "AccountEndpoint=https://acme.documents.azure.com:443/;AccountKey=«{base64:76}ACDb{base64:5}A==»;",
    "acme.redis.cache.windows.net:6380,password=«{base64:33}AzCaB{base64:5}=»,ssl=True",
    "Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKey=«{base64:33}+AEhC{base64:5}=»",
    'api-key: "«{base62:42}AzSeD{base62:5}»"',
    "docker login acme.azurecr.io -p «{base64:42}+ACRA{base64:5}»",
    "https://acme.azurewebsites.net/api/run?code=«{base64url:44}AzFu{base64url:5}g==»",
    "AZURE_OPENAI_API_KEY=«{base62:52}JQQJ99BBACYeBjFX{base62:4}AAABACOG{base62:4}»",
    "another service's signature: «{base62:52}JQQJ9DCBACAAAAAA{base62:4}AAABXYZW{base62:6}==»",
    "a character short: {base64:75}+ASt{base64:5}Q==, {base64:32}AzCaB{base64:5}=, {base62:51}JQQJ99BBACYeBjFX{base62:4}AAABACOG{base62:4}",
    "a digest: sha512-{base64:76}+ASt{base64:5}Q==",
    "no checksum's end: {base64:76}+ASt{base64:5}x==",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxAzCaBxxxxx=",
    "APIM policies, AIoT devices, AzSearch",
  ],
};

const services: Readonly<Record<string, string>> = {
  "+ASt": "storage account",
  ACDb: "Cosmos DB",
  "+ABa": "Batch",
  "+AMC": "Machine Learning",
  APIM: "API Management",
  AzCa: "Cache for Redis",
  "+AEh": "Event Hubs",
  "+ASb": "Service Bus",
  "+ARm": "Relay",
  AIoT: "IoT Hub",
  AZEG: "Event Grid",
  AzSe: "AI Search",
  "+ACR": "Container Registry",
  AzFu: "Functions",
  ACOG: "AI services",
  AZDO: "DevOps personal access token",
};

const patterns: readonly RegExp[] = [
  // 64 bytes in base64, 32 bytes, 39 bytes without padding, 40 bytes in the alphabet for URLs
  /(?<![\w+/-])(?<random>[A-Za-z0-9+/]{76})(?<signature>\+ASt|ACDb|\+ABa|\+AMC|APIM)[A-Za-z0-9+/]{5}[AQgw]==(?![\w+/=-])/g,
  /(?<![\w+/-])(?<random>[A-Za-z0-9+/]{33})(?<signature>AzCa|\+AEh|\+ASb|\+ARm|AIoT|AZEG)[A-P][A-Za-z0-9+/]{5}=(?![\w+/=-])/g,
  /(?<![\w+/-])(?<random>[A-Za-z0-9+/]{42})(?<signature>AzSe|\+ACR)[A-D][A-Za-z0-9+/]{5}(?![\w+/=-])/g,
  /(?<![\w-])(?<random>[\w-]{44})(?<signature>AzFu)[\w-]{5}[AQgw]==(?![\w=-])/g,
  // The common format since 2024: 52 random characters, `JQQJ99`, year and month, sixteen reserved ones, the signature.
  // https://devblogs.microsoft.com/engineering-at-microsoft/common-annotated-security-keys/
  /(?<![A-Za-z0-9])(?<random>[A-Za-z0-9]{52})JQQJ9[9DH][A-Za-z0-9][A-L][A-Za-z0-9]{16}(?<signature>[A-Za-z][A-Za-z0-9]{3})[A-Za-z0-9]{4}(?:[A-Za-z0-9]{2}==)?(?![A-Za-z0-9=])/g,
];

function matchOf(match: RegExpExecArray, random: string, variant: string | undefined): Match {
  const range = rangeOf(match);
  if (isPlaceholder(random)) return { range, placeholder: true };
  return variant === undefined ? { range } : { range, variant };
}
