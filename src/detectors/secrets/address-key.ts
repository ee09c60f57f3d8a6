import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { guess } from "./guess.ts";
import { sightedIn } from "./sighted.ts";

/**
 * Keys in addresses of services that take them there: OpenWeather's `appid`, the `code` of Azure Functions, incoming webhooks of Mattermost and Rocket.Chat, which stand on
 * servers of one's own.
 * https://openweathermap.org/appid · https://learn.microsoft.com/azure/azure-functions/function-keys-how-to
 * https://developers.mattermost.com/integrate/webhooks/incoming/ · https://docs.rocket.chat/docs/integrations
 */
export const addressKey: Detector = {
  id: "secret/address-key",
  summary: "Key in the address of a service",
  remedy: "Revoke it where it was issued, make another one, and read the address or its key from the environment.",
  trigger: [
    { literals: ["openweathermap.org", "azurewebsites.net"] },
    { literals: ["/hooks/"], behind: { run: "token", least: 17 } },
  ],
  reach: { before: 128, after: 512 },

  *detect(window) {
    const sighted = sightedIn(window);
    for (const { literal, pattern } of services) {
      if (!sighted.has(literal)) continue;
      for (const match of window.matchAll(pattern)) {
        if (guess(match.groups?.["secret"] ?? "") === "random")
          yield { range: rangeOf(match, "secret"), confidence: 0.9 };
      }
    }
  },

  examples: [
    "fetch(`https://api.openweathermap.org/data/2.5/weather?q=${city}&appid=«{hex:32}»`)",
    "https://acme.azurewebsites.net/api/run?id=4&code=«{base62:54}==»",
    "MATTERMOST=https://chat.acme.example.io/hooks/«{lower36:25}7»",
    "https://rocket.acme.example.io/hooks/{base62:24}/«{base62:48}»",
    "https://api.openweathermap.org/data/2.5/weather?appid={hex:31}, ?appid=${KEY}",
    "the documentation's: https://samples.openweathermap.org/data/2.5/weather?q=London&appid={hex:32}",
    "https://acme.azurewebsites.net/api/run?code=${code}, https://acme.azurewebsites.net/api/run",
    "https://acme.example.io/hooks/use-authentication-context, src/hooks/{lower36:26}, https://acme.example.io/hooks/{lower36:27}",
  ],
};

interface Service {
  /** Stands in whatever the pattern matches. */
  readonly literal: string;
  readonly pattern: RegExp;
}

const services: readonly Service[] = [
  {
    literal: "openweathermap.org",
    pattern: /(?<!\/samples\.)openweathermap\.org\/[^\s"'`<>]{0,300}[?&;]appid=(?<secret>[\da-f]{32})(?![\w-])/dg,
  },
  {
    literal: "azurewebsites.net",
    pattern:
      /azurewebsites\.net\/api\/[^\s"'`<>?]{0,200}\?(?:[^\s"'`<>]{0,200}[&;])?code=(?<secret>[\w/+%-]{40,120}={0,2})(?![\w/+%=-])/dg,
  },
  {
    // A server may stand in a folder.
    literal: "/hooks/",
    pattern:
      /https?:\/\/[^\s/"'`<>]{1,100}(?:\/[\w.-]{1,40}){0,2}\/hooks\/(?:(?=[a-z]{0,25}\d)(?=[a-z\d]{26}(?![\w/-]))|[A-Za-z\d]{17,24}\/(?=[A-Za-z\d]{40,64}(?![\w/-])))(?<secret>[A-Za-z\d]{26,64})/dg,
  },
];
