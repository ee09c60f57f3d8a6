import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** `plane_api_` and a UUID without hyphens. https://developers.plane.so/api-reference/introduction */
export const planeKey: Detector = tokenDetector({
  id: "secret/plane-key",
  summary: "Plane API key",
  remedy:
    "Delete it under “Personal access tokens” in the profile's settings, and read a new one from the environment.",
  prefixes: ["plane_api_"],
  pattern: /(?<![\w-](?<!\\[nrt]))plane_api_[0-9a-f]{32}(?![\w-])/g,
  examples: [
    "PLANE_API_KEY=«plane_api_{hex:32}»",
    "curl -H 'X-API-Key: «plane_api_{hex:32}»' https://api.plane.so/api/v1/users/me/",
    "plane_api_{hex:31}, airplane_api_{hex:32}, plane_api_00000000000000000000000000000000",
  ],
});
