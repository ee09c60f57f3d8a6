import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";

/**
 * Files in which an agent keeps what it knows of its owner, where a text names them by their path.
 * https://docs.openclaw.ai/concepts/memory · https://code.claude.com/docs/en/memory · https://developers.openai.com/codex
 */
export const memoryFile: Detector = {
  id: "internal/memory-file",
  summary: "Path of an agent's memory or session",
  remedy: "Say what you know without the file's name: it tells where the agent keeps its memory, and of which day.",
  isApart: true,
  trigger: {
    literals: [
      ".claude/projects/",
      ".codex/sessions/",
      ".openclaw/",
      ".clawdbot/",
      "memory/20",
      "MEMORY.md",
      "SOUL.md",
      "USER.md",
      "HEARTBEAT.md",
      "/sessions/",
    ],
  },
  reach: { before: 96, after: 160 },

  *detect(window) {
    // A file of this name is an artifact: masked here, its name would no longer tell which file it is.
    if (window.surface === "file name") return;
    for (const match of window.matchAll(session)) yield { range: rangeOf(match), confidence: 0.7 };
    for (const match of window.matchAll(memory)) yield { range: rangeOf(match), confidence: 0.5 };
  },

  examples: [
    "I read «memory/2026-05-01.md» and «~/.openclaw/workspace/MEMORY.md»",
    "see «~/.claude/projects/-home-carol-site/{uuid}.jsonl»",
    "«.codex/sessions/2026/05/01/rollout-2026-05-01T10-20-30-{uuid}.jsonl»",
    "It says in «MEMORY.md», «SOUL.md» and «USER.md» that",
    "CLAUDE.md, AGENTS.md, README.md, docs/memory.md, memory/2026/notes.md, USER.md5",
    "~/.claude/projects/, ~/.openclaw/openclaw.json, ~/.openclaw/workspace/memory/YYYY-MM-DD.md",
    "api/sessions/42, /sessions/list",
  ],
};

const session =
  /(?<![\w/.~-])(?:~?[\w./-]{0,80}\/)?(?:\.claude\/projects\/[\w.-]{2,120}\/(?:[\w-]{36}(?:\/[\w/-]{4,60})?|agent-[\da-f]{7,40})\.jsonl?|\.codex\/(?:archived_)?sessions\/[\d/]{0,12}rollout-[\w-]{20,80}\.jsonl|\.(?:openclaw|clawdbot)\/agents\/[\w-]{1,40}\/sessions\/[\w-]{8,80}\.jsonl?)(?!\w)/g;
const memory =
  /(?<![\w/.~-])(?:~?[\w./-]{0,80}\/)?(?:memory\/20\d\d-[01]\d-[0-3]\d(?:-[\w-]{1,40})?\.md|(?:MEMORY|SOUL|USER|HEARTBEAT)\.md)(?![\w-])/g;
