import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Deploy and push tokens in the address of a repository, where they are the user's name: 20 letters and digits, newer ones 6 and 25 with
 * a hyphen between. https://gemfury.com/help/tokens/
 */
export const gemfuryToken: Detector = tokenDetector({
  id: "secret/gemfury-token",
  summary: "Gemfury token",
  remedy: "Revoke it under “Tokens” at https://manage.fury.io, and read a new one from the environment.",
  literals: [".fury.io"],
  reach: { before: 128, after: 16 },
  pattern:
    /:\/\/(?:[\w.-]{1,40}:)?(?<secret>[A-Za-z0-9]{20}|[A-Za-z0-9]{6}-[A-Za-z0-9]{25})(?::[^\s:@/]{0,40})?@[a-z]{2,12}\.fury\.io(?![\w-])/dg,
  isGenuine: isRandom,
  examples: [
    'source "https://«{base62:20}»@gem.fury.io/acme/"',
    "pip install --extra-index-url https://«{base62:6}-{base62:25}»:@pypi.fury.io/acme/ rocket",
    "machine push.fury.io, https://«{base62:20}»:NOPASS@push.fury.io/acme/",
    "without one: https://repo.fury.io/acme/, https://$TOKEN@repo.fury.io/acme/",
    "https://YOUR_TOKEN@repo.fury.io/acme/, https://{base62:19}@repo.fury.io, https://continuousdeployment@repo.fury.io/",
  ],
});
