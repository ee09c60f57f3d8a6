import type { Detector } from "../detector.ts";
import { beside } from "./beside.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys of AI services, Search and API Management in their older form, 32 hexadecimal digits beside the vendor's own name.
 * https://learn.microsoft.com/azure/ai-services/authentication
 */
export const azureSubscriptionKey: Detector = tokenDetector({
  id: "secret/azure-subscription-key",
  summary: "Azure subscription key",
  remedy:
    "Regenerate it under “Keys and Endpoint” of the resource at https://portal.azure.com. Use a managed identity in its place.",
  literals:
    "subscription-key,azure_openai,azureopenai,azure-openai,azure_search,azuresearch,azure_cognitive,azure_speech,azure_ai_,azure_key".split(
      ",",
    ),
  anyCase: true,
  pattern: beside(String.raw`(?:ocp-apim-subscription-key|(?<![a-z])azure[_a-z]{0,30}key)`, "[0-9a-f]{32}"),
  isGenuine: (secret) => /[a-f]/i.test(secret) && /\d/.test(secret),
  confidence: 0.9,
  examples: [
    "AZURE_OPENAI_API_KEY=«{hex:32}»",
    'headers: { "Ocp-Apim-Subscription-Key": "«{hex:32}»" }',
    "azure_search_admin_key: «{HEX:32}»",
    "AZURE_OPENAI_API_KEY={hex:31}, AZURE_OPENAI_API_KEY={hex:40}",
    "AZURE_OPENAI_API_KEY=<your key>, Ocp-Apim-Subscription-Key: {subscription key}",
    "AZURE_OPENAI_API_KEY=00000000000000000000000000000000",
    "AZURE_SUBSCRIPTION_ID={uuid}",
  ],
});

/**
 * The password in a publish profile of App Service: sixty letters and digits.
 * https://learn.microsoft.com/azure/app-service/deploy-configure-credentials
 */
export const azurePublishProfile: Detector = tokenDetector({
  id: "secret/azure-publish-profile",
  summary: "Azure App Service deployment password",
  remedy:
    "Reset the publish profile on the app's page at https://portal.azure.com. Deploy with OpenID Connect in its place.",
  literals: ["userPWD="],
  pattern: /(?<![A-Za-z])userPWD=(?:\\?"|&quot;|')(?<secret>[A-Za-z0-9]{60})(?=\\?"|&quot;|')/dg,
  examples: [
    '<publishProfile publishMethod="MSDeploy" userName="$acme" userPWD="«{base62:60}»" />',
    'userPWD="{base62:59}"',
    'userPWD="REDACTED"',
    'userPWD="xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"',
  ],
});
