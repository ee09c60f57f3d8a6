import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { tokenDetector } from "./token.ts";

/**
 * Addresses that build and publish a site or an image, with no other credential: of Vercel, Netlify, Cloudflare Pages, Render and Docker Hub.
 * https://vercel.com/docs/deploy-hooks · https://docs.netlify.com/build/configure-builds/build-hooks/
 * https://developers.cloudflare.com/pages/configuration/deploy-hooks/ · https://render.com/docs/deploy-hooks
 * https://docs.docker.com/docker-hub/repos/manage/builds/automated-builds/
 */
export const deployHook: Detector = tokenDetector({
  id: "secret/deploy-hook",
  summary: "Deploy hook's address",
  remedy:
    "Delete the hook in the project's settings (Render: regenerate it), and read the address of a new one from the environment.",
  literals: [
    "api.vercel.com/v1/integrations/deploy/",
    "api.netlify.com/build_hooks/",
    "pages/webhooks/deploy_hooks/",
    "api.render.com/deploy/",
    "hub.docker.com/api/build/v1/source/",
  ],
  prefixes: [
    "api.vercel.com/v1/integrations/deploy/",
    "api.netlify.com/build_hooks/",
    "api.cloudflare.com/client/v4/pages/webhooks/deploy_hooks/",
    "api.render.com/deploy/",
    "hub.docker.com/api/build/v1/source/",
  ],
  reach: { before: 48, after: 128 },
  pattern:
    /(?<![\w.-])(?:api\.(?:vercel\.com\/v1\/integrations\/deploy\/prj_[A-Za-z0-9]{20,40}\/[A-Za-z0-9]{10}|netlify\.com\/build_hooks\/[0-9a-f]{24}|cloudflare\.com\/client\/v4\/pages\/webhooks\/deploy_hooks\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|render\.com\/deploy\/(?:srv|crn)-[a-z0-9]{20}\?key=[\w-]{11})|hub\.docker\.com\/api\/build\/v1\/source\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/trigger\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/call)(?![\w-])/g,
  isGenuine: (secret) => !isDocumented(secret),
  confidence: 0.9,
  examples: [
    "curl -X POST https://«api.vercel.com/v1/integrations/deploy/prj_{base62:28}/{base62:10}»",
    "curl -X POST -d '{}' https://«api.netlify.com/build_hooks/{hex:24}»?trigger_title=nightly",
    "DEPLOY_HOOK=https://«api.cloudflare.com/client/v4/pages/webhooks/deploy_hooks/{uuid}»",
    'fetch("https://«api.render.com/deploy/srv-{lower36:20}?key={base64url:11}»")',
    "curl -X POST https://«hub.docker.com/api/build/v1/source/{uuid}/trigger/{uuid}/call»/",
    "a list: https://hub.docker.com/api/build/v1/source/?image=acme/site",
    "without what opens it: https://api.render.com/deploy/srv-{lower36:20}, https://api.vercel.com/v1/integrations/deploy/prj_{base62:28}",
    "https://api.netlify.com/build_hooks/{hex:23}, https://api.netlify.com/build_hooks/$HOOK, https://api.vercel.com/v1/integrations/deploy/prj_xxx/yyy",
    "https://api.cloudflare.com/client/v4/pages/webhooks/deploy_hooks/00000000-0000-0000-0000-000000000000",
  ],
});
