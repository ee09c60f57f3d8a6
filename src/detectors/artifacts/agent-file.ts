import type { Detector } from "../detector.ts";
import { artifactDetector } from "./artifact.ts";

/**
 * What an AI agent is told, and what it keeps beside a project. In a repository it is where it belongs; transcripts are looked for
 * everywhere (`artifact/agent-transcript`).
 */
export const agentFile: Detector = artifactDetector({
  id: "artifact/agent-file",
  summary: "An AI agent's instructions or memory on a site",
  remedy: "Take it out of what is published: it tells how the owner works, and often about whom.",
  sitesOnly: true,
  literals: [
    "agents.md",
    "agents.override.md",
    "claude.md",
    "claude.local.md",
    "gemini.md",
    "memory.md",
    "soul.md",
    "heartbeat.md",
    ".cursor",
    ".windsurf",
    ".clinerules",
    ".roo",
    ".aider",
    ".claude",
    ".codex",
    ".gemini",
    ".openclaw",
    ".mcp.json",
    "copilot-instructions.md",
  ],
  unsure:
    /(?<=^|\/)(?:AGENTS(?:\.override)?\.md|CLAUDE(?:\.local)?\.md|GEMINI\.md|MEMORY\.md|SOUL\.md|HEARTBEAT\.md|\.cursorrules|\.windsurfrules|\.clinerules|\.roorules|\.aider[\w.-]{1,60}|\.mcp\.json|copilot-instructions\.md)$/i,
  folder: /(?<=^|\/)(?:\.cursor|\.windsurf|\.clinerules|\.roo|\.claude|\.codex|\.gemini|\.openclaw)(?=\/)/i,
  isNeverSure: true,
  examples: [
    "«AGENTS.md»",
    "blog/«CLAUDE.md»",
    "«MEMORY.md»",
    "«.cursorrules»",
    "«.cursor»/rules/site.mdc",
    "«.claude»/settings.local.json",
    "«.aider.conf.yml»",
    "«.mcp.json»",
    "docs/agents/index.html",
    "claude/index.html",
    "llms.txt",
    "memory.html",
  ],
});
