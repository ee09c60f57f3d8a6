import type { Detector } from "../detector.ts";
import { isPlaceholder } from "./placeholder.ts";
import { tokenDetector } from "./token.ts";

/**
 * What sellers and Alexa skills use: authorisation tokens of the Marketplace Web Service, client secrets and tokens of Login
 * with Amazon. https://developer-docs.amazon.com/sp-api/docs/connecting-to-the-selling-partner-api
 */
export const amazonToken: Detector = tokenDetector({
  id: "secret/amazon-token",
  summary: "Amazon seller or login credential",
  remedy:
    "Rotate it in Seller Central or at https://developer.amazon.com/loginwithamazon/console/site/lwa/overview.html, and read the new one from the environment.",
  prefixes: ["amzn.mws.", "amzn1.oa2-cs.v1.", "Atzr|", "Atza|"],
  pattern:
    /(?<![\w.-])(?:amzn\.mws\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|amzn1\.oa2-cs\.v1\.[0-9a-f]{64}|Atz[ar]\|[\w-]{150,2000})(?![\w-])/g,
  isProven: (secret) => !isPlaceholder(secret.slice(-60)), // long ones spell any word by chance
  examples: [
    "MWS auth token: «amzn.mws.{uuid}»",
    'client_secret: "«amzn1.oa2-cs.v1.{hex:64}»"',
    "LWA_REFRESH_TOKEN='«Atzr|IwEB{base64url:300}»'",
    "amzn.mws.{hex:8}-{hex:4}, amzn1.oa2-cs.v1.{hex:63}, Atza|IQEBLjAsAhRmHjNgHpi0U-Dme37rR6CuUpSR...",
    "a client's id is no secret: amzn1.application-oa2-client.{hex:32}",
    "amzn.mws.xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
  ],
});

/**
 * Keys of AppSync's unauthenticated GraphQL endpoints, which web applications carry. They throttle and do not protect.
 * https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#api-key-authorization
 */
export const appSyncKey: Detector = tokenDetector({
  id: "secret/aws-appsync-key",
  summary: "AWS AppSync API key",
  remedy:
    "A key in a web application is public: let it reach only what everybody may read. Delete one that is not at https://console.aws.amazon.com/appsync/home.",
  prefixes: ["da2-"],
  pattern: /(?<![\w-])da2-[a-z0-9]{26}(?![\w-])/g,
  confidence: 0.7,
  examples: [
    'aws_appsync_apiKey: "«da2-{lower36:26}»",',
    "x-api-key: «da2-{lower36:26}»",
    "da2-{lower36:25}, da2-{lower36:27}, da2-{upper:26}, da2-xxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
