import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

const remedy = "Delete it at https://cursor.com/dashboard?tab=integrations, and read a new one from the environment.";

/** 64 hexadecimal digits. https://cursor.com/docs/api */
export const cursorKey: Detector = tokenDetector({
  id: "secret/cursor-key",
  summary: "Cursor API key",
  remedy,
  behind: { run: "hexadecimal", least: 64 },
  prefixes: ["crsr_"],
  pattern: /(?<![\w-](?<!\\[nrt]))crsr_[0-9a-f]{64}(?![\w-])/g,
  examples: [
    "CURSOR_API_KEY=«crsr_{hex:64}»",
    'curl -u "«crsr_{hex:64}»:" https://api.cursor.com/teams/members',
    'apiKey: "«crsr_{hex:64}»",',
    "crsr_{hex:63}, crsr_{hex:65}, vga_crsr_{hex:64}",
    "crsr_your_key_here, crsr_0000000000000000000000000000000000000000000000000000000000000000",
  ],
});

/** The older ones, whose beginning could be another's as well: worth a warning. */
export const cursorOldKey: Detector = tokenDetector({
  id: "secret/cursor-key-old",
  summary: "What could be a Cursor API key",
  remedy,
  behind: { run: "hexadecimal", least: 64 },
  prefixes: ["key_"],
  pattern: /(?<![\w-](?<!\\[nrt]))key_[0-9a-f]{64}(?![\w-])/g,
  confidence: 0.7,
  examples: [
    "agent -p --api-key «key_{hex:64}» 'mend the tests'",
    '{ "cursor": "«key_{hex:64}»" }',
    "the end of a name: cache_key_{hex:64}; key_{hex:63}, key_{hex:65}",
    "key_0000000000000000000000000000000000000000000000000000000000000000",
  ],
});
