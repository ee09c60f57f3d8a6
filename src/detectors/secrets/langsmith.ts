import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Personal (`pt`) and service keys (`sk`): 32 and 10 hex digits; before 2024 `ls__` and 32. https://docs.smith.langchain.com/administration/how_to_guides/organization_management/create_account_api_key */
export const langsmithKey: Detector = tokenDetector({
  id: "secret/langsmith-key",
  summary: "LangSmith API key",
  remedy:
    "Delete it under “API Keys” at https://smith.langchain.com/settings, and read a new one from the environment.",
  prefixes: ["lsv2_pt_", "lsv2_sk_", "ls__"],
  pattern: /(?<![\w-](?<!\\[nrt]))(?:lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}|ls__[0-9a-f]{32})(?![\w-])/g,
  examples: [
    "LANGSMITH_API_KEY=«lsv2_pt_{hex:32}_{hex:10}»",
    'os.environ["LANGCHAIN_API_KEY"] = "«lsv2_sk_{hex:32}_{hex:10}»"',
    "x-api-key: «ls__{hex:32}»",
    "one digit short: lsv2_pt_{hex:32}_{hex:9}",
    "tools__{hex:32}, lsv2_pt_your_key_here",
  ],
});
