import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { tokenDetector } from "./token.ts";

// A name may stand before it, `MAPS_AIza…`: with 39 characters that end where the run ends, it is hardly ever part of something else.
const apiKey = /(?<![A-Za-z0-9+-])AIza[\w-]{35}(?![\w-])/g;
const credentials = "https://console.cloud.google.com/apis/credentials";

/**
 * The keys that Firebase makes for web and mobile applications. They name a project and are public by design, as long as
 * they are restricted to Firebase's own services. https://firebase.google.com/docs/projects/api-keys
 */
export const firebaseKey: Detector = tokenDetector({
  id: "secret/firebase-api-key",
  summary: "Google API key in a Firebase configuration",
  remedy: `Firebase's own keys may be public where they are restricted to Firebase's APIs, without the Generative Language API: check that at ${credentials}, then allow it.`,
  // Firebase's configuration for the web, google-services.json, GoogleService-Info.plist, and variables of the environment.
  literals: [
    "authDomain",
    "auth_domain",
    "firebase_api_key",
    "firebaseapikey",
    '"current_key"',
    "gcm_sender_id",
    "mobilesdk_app_id",
  ],
  anyCase: true,
  prefixes: ["AIza"],
  pattern: apiKey,
  confidence: 0.7,
  examples: [
    'const firebaseConfig = { apiKey: "«AIza{base64url:35}»", authDomain: "acme.firebaseapp.com" };',
    '"api_key": [{ "current_key": "«AIza{base64url:35}»" }]',
    "NEXT_PUBLIC_FIREBASE_API_KEY=«AIza{base64url:35}»",
    'apiKey: "AIza{base64url:34}", authDomain: "acme.firebaseapp.com"',
    'apiKey: "AIzaSyXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX", authDomain: "your-app.firebaseapp.com"',
  ],
});

/**
 * Keys in addresses of what a page loads to show a map: every visitor's browser asks for it, so that they are public by design, as long as they are
 * restricted to the page. What servers ask for (`maps/api/geocode/`) is another thing.
 * https://developers.google.com/maps/documentation/javascript/get-api-key
 */
export const googleMapsKey: Detector = tokenDetector({
  id: "secret/google-maps-key",
  summary: "Google API key in the address of a map",
  remedy: `A page that shows a map has to publish its key: see at ${credentials} that it is restricted to your sites and to the Maps APIs, then allow it.`,
  literals: ["maps.googleapis.com", "maps.google.com"],
  reach: { before: 8, after: 512 },
  prefixes: ["AIza"],
  // An ampersand may be a reference of HTML or an escape of JavaScript, and a slash have one in front of it.
  pattern:
    /(?<![\w-])maps\.google(?:apis)?\.com\\?\/maps\\?\/(?:api\\?\/(?:js|staticmap|streetview)|embed\\?\/v1\\?\/[a-z]{1,12})\?(?:[\w%.,:;+|=&#\\-]{0,300}(?:[&;]|\\u0026))?key=(?<secret>AIza[\w-]{35})(?![\w-])/dg,
  confidence: 0.7,
  examples: [
    '<script src="https://maps.googleapis.com/maps/api/js?key=«AIza{base64url:35}»&callback=init">',
    "//maps.google.com/maps/api/js?v=3&amp;sensor=false&amp;key=«AIza{base64url:35}»",
    '"https:\\/\\/maps.googleapis.com\\/maps\\/api\\/staticmap?center=52.5,13.4\\u0026key=«AIza{base64url:35}»"',
    "https://maps.googleapis.com/maps/api/geocode/json?address=x&key=AIza{base64url:35}",
    "https://maps.googleapis.com/maps/api/js?key=AIza{base64url:34}, https://maps.googleapis.com/maps/api/js?key=",
    "https://maps.googleapis.com/maps/api/js and AIza{base64url:35}",
    "https://maps.googleapis.com.example/maps/api/js?key=AIza{base64url:35}",
    "https://maps.googleapis.com/maps/api/js?key=AIzaSyXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX",
  ],
});

/**
 * API keys of Google Cloud, Maps and, since 2026 in a format of their own (`AQ.`), of the Gemini API.
 * https://docs.cloud.google.com/docs/authentication/api-keys https://ai.google.dev/gemini-api/docs/api-key
 */
export const googleApiKey: Detector = tokenDetector({
  id: "secret/google-api-key",
  summary: "Google API key",
  remedy: `Rotate it at ${credentials}, and restrict the new one to the APIs and the sites or addresses that need it: without a restriction it may pay for Gemini.`,
  prefixes: ["AIza", "AQ.Ab"],
  pattern: new RegExp(String.raw`${apiKey.source}|(?<![\w.-])AQ\.Ab[\w-]{44,60}(?![\w-])`, "g"),
  isGenuine: (secret) => !isDocumented(secret),
  examples: [
    "GEMINI_API_KEY=«AIza{base64url:35}»",
    "https://maps.googleapis.com/maps/api/geocode/json?address=x&key=«AIza{base64url:35}»",
    'var DEVELOPER_KEY = "«AIzaSy{base64url:33}»";',
    "MAPS_«AIza{base64url:35}»",
    "x-goog-api-key: «AQ.Ab8{base64url:47}»",
    "one character short: AIza{base64url:34}; too long: AIza{base64url:36}",
    "AQ.Ab8{base64url:30}, FAQ.Ab8{base64url:47}",
    "AIzaSyXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX, AIzaSyYOUR_API_KEY_GOES_HERE_1234567890, AIza…",
    "{base64:20}AIza{base64:60}",
  ],
});
