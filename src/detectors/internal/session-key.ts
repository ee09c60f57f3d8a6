import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";

/**
 * Keys by which OpenClaw knows a conversation: which agent, which channel, whose chat.
 * https://docs.openclaw.ai/concepts/session
 */
export const sessionKey: Detector = {
  id: "internal/session-key",
  summary: "Session key of an agent",
  remedy: "Leave it out: it tells which agent speaks to whom, and where.",
  trigger: { literals: ["agent:"], behind: { run: "unspaced", least: 6, holds: ":" } },
  reach: { before: 16, after: 160 },

  *detect(window) {
    for (const match of window.matchAll(key)) {
      const { peer = "" } = match.groups ?? {};
      yield { range: rangeOf(match), confidence: /\d{5}|[\da-f]{8}-/.test(peer) ? 0.7 : 0.4 };
    }
  },

  examples: [
    "session «agent:main:telegram:direct:412{digits:6}»",
    "«agent:main:slack:channel:C0{LOWER36:8}:thread:17{digits:8}.{digits:6}»",
    "«agent:ops:subagent:{uuid}», the main one is «agent:main:main»",
    "agent:<agentId>:<channel>:group:<id>, agent:main:, user-agent: x:y, agent:{id}:main, ssh-agent:1:2",
    "agent: main: telegram",
  ],
};

const key =
  /(?<![\w:-])agent:[a-z\d][\w-]{0,40}:(?:main\b|(?<peer>(?:telegram|slack|discord|whatsapp|signal|imessage|matrix|msteams|feishu|lark|googlechat|mattermost|zalo|line|irc|webchat|nostr|twitch|qqbot|wecom)(?::[\w.-]{1,40})?:(?:direct|dm|group|channel|room|user)(?::[\w@+.-]{3,80}){1,3}|(?:subagent|cron|hook|acp|thread|explicit):[\w-]{4,60}(?::[\w-]{2,60}){0,2}))/dg;
