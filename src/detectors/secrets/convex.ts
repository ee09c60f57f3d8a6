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
