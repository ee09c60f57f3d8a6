import type { Detector } from "../detector.ts";
import { artifactDetector } from "./artifact.ts";

/**
 * What an AI agent kept of its sessions: every file that it read, every command's output, what its owner told it.
 * SpecStory's history is made to be committed, if its owner wants that; memory files of a workspace may be as well.
 * https://code.claude.com/docs/en/claude-directory · https://aider.chat/docs/config/options.html#history-files ·
 * https://docs.specstory.com
 */
export const agentTranscript: Detector = artifactDetector({
  id: "artifact/agent-transcript",
  summary: "Transcript or memory of an AI agent",
  remedy:
    "Take it out and add the folder to .gitignore: it holds what the agent read and was told. Change the keys that it saw.",
  literals: [
    ".claude",
    ".codex/",
    ".gemini/",
    ".continue/",
    ".copilot/",
    ".openclaw/",
    ".clawdbot/",
    ".moltbot/",
    "opencode",
    "goose/",
    "crush",
    "rollout-",
    ".aider.",
    "conversation",
    "state.vscdb",
    ".specstory/",
    "memory/",
    "chat",
    "transcript",
  ],
  folder:
    /(?<=^|\/)(?:\.claude\/(?:projects|todos|shell-snapshots|file-history|session-env|paste-cache|debug)|\.codex\/(?:sessions|archived_sessions|log|memories)|\.gemini\/(?:tmp|history)|\.continue\/sessions|\.copilot\/(?:session-state|history-session-state)|\.(?:openclaw|clawdbot|moltbot)\/(?:agents|memory|credentials|workspace\/memory)|opencode\/storage|goose\/sessions|\.crush\/logs)(?=\/)/i,
  sure: /(?<=^|\/)(?:\.claude\/history\.jsonl|\.claude\.json(?:\.backup[\w.]{0,40})?|\.codex\/history\.jsonl|rollout-\d{4}-\d\d-\d\dT[\w-]{10,80}\.jsonl|\.aider\.(?:chat\.history\.md|input\.history|llm\.history)|\.crush\/crush\.db|opencode\.db|api_conversation_history\.json|state\.vscdb(?:\.backup)?)$/i,
  unsure:
    /(?<=^|\/)(?:\.specstory\/history\/[^/]+|memory\/\d{4}-\d\d-\d\d(?:[-_][\w-]{1,60})?\.md|(?:chat|conversation)[-_]?history\.(?:jsonl?|md)|(?:agent|session)[-_]?transcripts?\.(?:jsonl?|md|txt))$/i,
  examples: [
    "«.claude/projects»/-home-carol-site/7f0c7a52-54dc-4a1c-9f36-1b5f0d3f0a11.jsonl",
    "backup/«.claude/history.jsonl»",
    "«.codex/sessions»/2026/05/01/rollout-1.jsonl",
    "logs/«rollout-2026-05-01T10-20-30-0197a1b2.jsonl»",
    "«.aider.chat.history.md»",
    "«.specstory/history/2026-05-01-deploy.md»",
    "«memory/2026-05-01.md»",
    ".claude/settings.json",
    ".claude/skills/review/SKILL.md",
    ".claude/commands/projects.md",
    "CLAUDE.md",
    "src/transcript.ts",
    "docs/memory/design.md",
  ],
});
