import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** RubyGems' API keys: 24 bytes in hex. https://guides.rubygems.org/api-key-scopes/ */
export const rubygemsKey: Detector = tokenDetector({
  id: "secret/rubygems-key",
  summary: "RubyGems API key",
  remedy:
    "Delete it at https://rubygems.org/profile/api_keys, and publish with https://guides.rubygems.org/trusted-publishing/.",
  prefixes: ["rubygems_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))rubygems_[0-9a-f]{48}(?![A-Za-z0-9])/g,
  examples: [
    ":rubygems_api_key: «rubygems_{hex:48}»",
    "GEM_HOST_API_KEY=«rubygems_{hex:48}»",
    "rubygems_{hex:47}, rubygems_{hex:49}",
    "rubygems_000000000000000000000000000000000000000000000000",
  ],
});
