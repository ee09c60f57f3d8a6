import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { lineOf } from "./block.ts";

/**
 * Lines of the files in which agents keep their sessions: every message, every file that was read. The keys of one line together are
 * written by the program alone.
 * https://code.claude.com/docs/en/claude-directory · https://github.com/openai/codex (codex-rs/protocol/src/protocol.rs, RolloutLine) ·
 * https://docs.openclaw.ai/reference/session-management-compaction
 */
export const sessionTranscript: Detector = {
  id: "internal/session-transcript",
  summary: "Line of an agent's session",
  remedy: "Take it out: a session holds what the agent read and was told. Change the keys that it saw.",
  isApart: true,
  block: lineOf,
  trigger: {
    literals: [
      '"parentUuid":',
      '"isSidechain":',
      '"type":"session_meta"',
      '"type":"response_item"',
      '"type":"event_msg"',
      '"type":"turn_context"',
      '"type":"session","version":',
      '"type":"file-history-snapshot"',
      '"type":"model_change"',
    ],
  },
  reach: { before: 400, after: 700 },

  *detect(window) {
    for (const match of window.matchAll(line)) yield { range: rangeOf(match), confidence: 1 };
  },

  examples: [
    '{«"parentUuid":"{uuid}","isSidechain":false,"userType":"external","cwd":"/srv/site","sessionId"»:"{uuid}"}',
    '{«"parentUuid":null,"isSidechain":false,"sessionId"»:"{uuid}","type":"user"}',
    '{«"timestamp":"2026-05-01T10:20:30.123Z","type":"session_meta","payload":{"id":"{uuid}"»}}',
    '{«"timestamp":"2026-05-01T10:20:30.123Z","type":"response_item","payload":{"type":"message"»,"role":"user"}}',
    '{«"type":"session","version":3,"id":"{uuid}","timestamp"»:"2026-05-01T10:20:30.123Z","cwd":"/srv"}',
    '{"timestamp":"2026-05-01","type":"session_meta","payload":{ ... }}, "parentUuid": string | null; "isSidechain": true',
    '{"type":"user","uuid":"abc123","sessionId":"session123"}, interface Line { parentUuid: string; isSidechain: boolean }',
    '{"type":"session","version":3,"id":"<uuid>"}',
  ],
};

const uuid = String.raw`[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}`;
const time = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`;

const line = new RegExp(
  [
    String.raw`"parentUuid":(?:null|"${uuid}"),(?:"[a-zA-Z]{2,24}":(?:null|true|false|"[^"\n]{0,200}"),){0,8}"isSidechain":(?:true|false),(?:"[a-zA-Z]{2,24}":(?:null|true|false|"[^"\n]{0,200}"),){0,6}"sessionId"(?=:"${uuid}")`,
    String.raw`"timestamp":"${time}",(?:"ordinal":\d{1,9},)?"type":"session_meta","payload":\{"(?:id|session_id)":"${uuid}"`,
    String.raw`"timestamp":"${time}",(?:"ordinal":\d{1,9},)?"type":"(?:response_item|event_msg|turn_context)","payload":\{"(?:type":"[a-z_]{3,40}"|cwd":|turn_id":"${uuid}")`,
    String.raw`"type":"session","version":\d,"id":"${uuid}","timestamp"(?=:"${time}")`,
    String.raw`"type":"model_change","id":"[\da-f]{8}","parentId":(?:null|"[\da-f]{8}"),"timestamp"(?=:"${time}")`,
    String.raw`"type":"file-history-snapshot","messageId":"${uuid}"`,
  ].join("|"),
  "g",
);
