import type { Detector } from "../detector.ts";
import { artifactDetector } from "./artifact.ts";

/**
 * `.env` and its kind: the policy stops one that has a secret in it, and warns of one that has none. Those that are made to
 * be committed (`.env.example`, `.env.test`), or are encrypted (`.env.vault`), and direnv's `.envrc` are left alone.
 */
export const dotenv: Detector = artifactDetector({
  id: "artifact/dotenv",
  summary: "File of environment variables",
  remedy: "Add it to .gitignore, commit a .env.example without values in its place, and change the secrets that it holds.",
  unsure:
    /\.env(?!(?:\.[\w-]{1,40}){0,2}[.-](?:example|sample|template|tpl|tmpl|dist|defaults?|test(?:ing)?|ci|schema|vault|enc(?:rypted)?|gpg|age|sops|md|d|ts|js)(?:$|[./]))(?:[.-][\w.-]{1,60}|~)?|(?!(?:[^/]{0,60}[-_.])?(?:example|sample|template|dist|defaults?|test(?:ing)?|ci)\.env)[\w-]{1,60}\.env/,
  examples: [
    "«.env»",
    "apps/web/«.env.local»",
    "«.env.production»",
    "«.env.development.local»",
    "docker/«production.env»",
    "«.env.bak»",
    ".env.example",
    "apps/web/.env.local.example",
    ".env.test",
    ".env.vault",
    "example.env",
    ".envrc",
    "docs/dotenv.md",
    "src/env.ts",
    "types/env.d.ts",
  ],
});
