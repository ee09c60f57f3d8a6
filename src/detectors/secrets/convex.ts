import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Deploy keys: of which deployment, and behind a bar what begins with `{"v2":"` in base64. https://docs.convex.dev/cli/deploy-key-types */
export const convexKey: Detector = tokenDetector({
  id: "secret/convex-key",
  summary: "Convex deploy key",
  remedy:
    "Delete it in the deployment's settings at https://dashboard.convex.dev, and read a new one from the environment.",
  literals: ["|eyJ2MiI6I"],
  prefixes: [],
  pattern:
    /(?<![\w:-](?<!\\[nrt]))(?:prod|dev|preview|project):[a-z\d:-]{3,80}\|eyJ2MiI6I[A-Za-z0-9+/]{40,200}={0,2}(?![\w+/=-])/g,
  reach: { before: 96, after: 240 },
  examples: [
    "CONVEX_DEPLOY_KEY=«prod:happy-otter-123|eyJ2MiI6I{base64:54}==»",
    'CONVEX_DEPLOY_KEY: "«preview:acme:site|eyJ2MiI6I{base64:55}=»"',
    "no deployment: |eyJ2MiI6I{base64:54}, prod:happy-otter-123|eyJ2MyI6I{base64:54}",
    "prod:happy-otter-123|eyJ2MiI6I..., prod:happy-otter-123|eyJ2MiI6Ixxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});

/** Admin keys of deployments, one's own among them: the name, and behind a bar 74 hexadecimal digits, a version in front. https://docs.convex.dev/self-hosting */
export const convexAdminKey: Detector = tokenDetector({
  id: "secret/convex-admin-key",
  summary: "Convex admin key",
  remedy:
    "Generate a new instance secret, which ends all keys of the deployment, then a new key with `generate_admin_key.sh`.",
  literals: ["|01"],
  behind: { run: "hexadecimal", least: 66 },
  prefixes: [],
  reach: { before: 96, after: 96 },
  pattern: /(?<![\w:-](?<!\\[nrt]))[a-z][a-z\d:-]{2,80}\|01[0-9a-f]{66,80}(?![\w-])/g,
  examples: [
    "the dashboard opens with «convex-self-hosted|01{hex:72}», on the server",
    "CONVEX_SELF_HOSTED_ADMIN_KEY='«convex-self-hosted|01{hex:72}»'",
    'CONVEX_DEPLOY_KEY: "«prod:happy-otter-123|01{hex:70}»"',
    "npx convex deploy --admin-key '«anonymous-site|01{hex:72}»'",
    "-H 'Authorization: Convex «convex-self-hosted|01{hex:72}»'",
    "a table of hashes: |name|01{hex:62}|, |name|01{hex:126}|; no name: |01{hex:72}",
    "convex-self-hosted|01000000000000000000000000000000000000000000000000000000000000000000000000, convex-self-hosted|...",
  ],
});
