import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys of an account (`u`), those that only read (`ur`), and of a monitor (`m`): a number and 24 hexadecimal digits, close to the
 * name. https://uptimerobot.com/api/v3
 */
export const uptimerobotKey: Detector = tokenDetector({
  id: "secret/uptimerobot-key",
  summary: "UptimeRobot API key",
  remedy: "Delete it at https://dashboard.uptimerobot.com/integrations, and read a new one from the environment.",
  literals: ["uptimerobot", "uptime_robot", "uptime-robot", "uptime robot"],
  anyCase: true,
  pattern: /(?<![\w-](?<!\\[nrt]))(?:ur?|m)\d{5,10}-[0-9a-f]{24}(?![\w-])/g,
  examples: [
    "UptimeRobot asks us for «u{digits:8}-{hex:24}» now",
    "UPTIMEROBOT_API_KEY=«u{digits:7}-{hex:24}»",
    "curl https://api.uptimerobot.com/v2/getMonitors -d 'api_key=«ur{digits:7}-{hex:24}»&format=json'",
    'uptime_robot:\n  monitor: "«m{digits:9}-{hex:24}»"',
    "one digit short: uptimerobot u{digits:8}-{hex:23}",
    "of something else: u{digits:8}-{hex:24}",
    "UPTIMEROBOT_API_KEY=u1234567-000000000000000000000000",
  ],
});
