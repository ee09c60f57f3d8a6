import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";

/**
 * `.env` and its kind, also of Wrangler and R: the policy stops one that has a secret in it, and warns of one that has none. Those that are made to
 * be committed (`.env.example`, `.env.test`), or are encrypted (`.env.vault`), and direnv's `.envrc` are left alone.
 */
export const dotenv: Detector = {
  id: "artifact/dotenv",
  summary: "File of environment variables",
  remedy:
    "Add it to .gitignore, commit a .env.example without values in its place, and change the secrets that it holds.",
  trigger: { literals: [".env", ".dev.vars", ".renviron"], anyCase: true },
  reach: { before: 4096, after: 4096 }, // PATH_MAX
  namesOnly: true,

  *detect({ text }) {
    const match = dotenvFile.exec(text);
    if (match && !harmless.test(match[0])) yield { range: rangeOf(match), confidence: 0.5 };
  },

  examples: [
    "«.env»",
    "apps/web/«.env.local»",
    "«.env.production»",
    "«.env.development.local»",
    "docker/«production.env»",
    "examples/app/«.env»",
    "«.env.bak»",
    "worker/«.dev.vars»",
    "«.dev.vars.production»",
    "«.Renviron»",
    ".dev.vars.example",
    "src/dev.vars",
    ".env.example",
    "apps/web/.env.local.example",
    ".env.test",
    ".env.vault",
    "example.env",
    ".envrc",
    "docs/dotenv.md",
    "src/env.ts",
    "types/env.d.ts",
    ".env.d.ts",
    ".env/bin/python",
  ],
};

const dotenvFile = /(?<=^|\/)(?:\.Renviron|\.(?:env|dev\.vars)(?:[.-][\w.-]{1,60}|~)?|[\w-]{1,60}\.env)$/i;
const harmless =
  /(?:^|[._-])(?:example|sample|template|tpl|tmpl|dist|defaults?|test(?:ing)?|ci|schema|vault|enc(?:rypted)?|gpg|age|sops|md|d|ts|js)(?:$|[._-])/i;
