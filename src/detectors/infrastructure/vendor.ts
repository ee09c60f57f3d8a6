import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { isOperation, sentenceAround } from "./operation.ts";

const names = [
  "Tailscale",
  "Headscale",
  "Cloudflare",
  "Hetzner",
  "DigitalOcean",
  "Linode",
  "Akamai",
  "Vultr",
  "OVH",
  "OVHcloud",
  "Scaleway",
  "Contabo",
  "Netcup",
  "IONOS",
  "Strato",
  "Fly.io",
  "Vercel",
  "Netlify",
  "Render",
  "Railway",
  "Heroku",
  "Supabase",
  "PlanetScale",
  "Neon",
  "MongoDB Atlas",
  "Upstash",
  "Backblaze",
  "Wasabi",
  "Fastly",
  "Bunny.net",
  "AWS",
  "Amazon Web Services",
  "GCP",
  "Google Cloud",
  "Azure",
  "Oracle Cloud",
  "Datadog",
  "New Relic",
  "Sentry",
  "PagerDuty",
  "Grafana Cloud",
  "Better Stack",
  "UptimeRobot",
  "CrowdStrike",
  "SentinelOne",
  "Okta",
  "Auth0",
  "Twilio",
  "SendGrid",
  "Mailgun",
  "Postmark",
  "1Password",
  "Bitwarden",
  "HashiCorp Vault",
  "Proxmox",
  "ZeroTier",
  "WireGuard",
  "Snowflake",
  "Databricks",
  "Confluent",
  "Elastic Cloud",
  "GitHub Actions",
  "CircleCI",
  "Synology",
  "UniFi",
  "pfSense",
  "OPNsense",
  "Fortinet",
  "Cisco Meraki",
  "Restic",
  "BorgBackup",
  "Veeam",
  "Home Assistant",
  "Pi-hole",
  "OpenClaw",
  "OpenRouter",
  "Anthropic",
  "OpenAI",
] as const;

export const vendor: Detector = {
  id: "infrastructure/vendor",
  summary: "Provider or product in operation",
  remedy: "Say what it is for (`our VPN`, `our host`) and leave out whose it is.",
  disclosure: { topic: "system", weight: 0.7, map: "detail" },
  messagesOnly: true,
  trigger: { literals: names, anyCase: true },
  reach: { before: 192, after: 144 },

  *detect(window) {
    for (const match of window.matchAll(name)) {
      const range = rangeOf(match);
      if (isOperation(sentenceAround(window.text, range))) yield { range };
    }
  },

  examples: [
    "we run everything at «Hetzner», behind «Cloudflare»",
    "backups go to «Backblaze», my machines see each other over «Tailscale»",
    "unser Server steht bei «netcup», nuestra web está en «Cloudflare», la nostra mail passa per «Mailgun», nasze kopie są na «Backblaze»",
    "Cloudflare had a bad day, says the news",
    "Render the page, the Railway station, a neon light",
    "AWSOME, tailscaled, azure skies: we swam",
  ],
};

// Names that are words too are only names with their capital.
const name = new RegExp(
  String.raw`(?<![\w.@/:-])(?:${names
    .map((text) =>
      (/^(?:Render|Railway|Neon|Azure|Strato|Wasabi|Sentry|Restic|Elastic Cloud)$/.test(text)
        ? text
        : text.replaceAll(/[A-Za-z]/g, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`)
      ).replaceAll(".", String.raw`\.`),
    )
    .join("|")})(?![\w/@-]|\.\w)`,
  "g",
);
