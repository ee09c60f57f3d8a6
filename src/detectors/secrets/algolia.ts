import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * The key that pages of documentation search with. DocSearch's may only search and is public by design, but nothing in a key
 * says that it is no admin key: worth a warning. https://docsearch.algolia.com/docs/docsearch-v3,
 * https://docusaurus.io/docs/search#using-algolia-docsearch
 */
export const algoliaSearchKey: Detector = tokenDetector({
  id: "secret/algolia-search-key",
  summary: "Algolia API key beside the name of an index",
  remedy:
    "A search-only key may be public: compare it with those at https://dashboard.algolia.com/account/api-keys, then allow it. An admin key has to be replaced there.",
  literals: ["indexName", "index_name", "docsearch", "algolia"],
  anyCase: true,
  pattern:
    /(?<![\w-])(?:(?:\w{1,30}_)?search(?:_?only)?_?(?:api_?)?|(?:data-)?api[-_]?)key["']?\s{0,4}[:=]\s{0,4}["']?(?<secret>[0-9a-f]{32})(?![\w-])/dgi,
  confidence: 0.5,
  examples: [
    "algolia: { appId: '{LOWER36:10}', apiKey: '«{hex:32}»', indexName: 'acme' }",
    'docsearch({ apiKey: "«{hex:32}»", indexName: "acme", inputSelector: "#search" })',
    "NEXT_PUBLIC_ALGOLIA_SEARCH_KEY=«{hex:32}»",
    "ALGOLIA_SEARCH_API_KEY: «{hex:32}»",
    "another detector's: ALGOLIA_ADMIN_KEY={hex:32}",
    "algolia: { apiKey: '{hex:31}', indexName: 'acme' }, apiKey: 'YOUR_SEARCH_API_KEY', indexName: 'acme'",
  ],
});
