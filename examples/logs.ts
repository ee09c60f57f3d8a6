/** A log of the sample project, with secrets in «marks». */
export interface SampleLog {
  readonly title: string;
  readonly name: string;
  readonly lines: readonly string[];
}

export const logs: readonly SampleLog[] = [
  {
    title: "the log of a call that failed, with its headers",
    name: "import.log",
    lines: [
      "2026-07-01T10:20:30Z info  import: 4 orders from the ferry office",
      "2026-07-01T10:20:31Z error import: POST https://api.tidewater.example/v1/orders?access_token=«{base62:32}» 401",
      "> Host: api.tidewater.example",
      "> Authorization: Bearer «{base62:40}»",
      "2026-07-01T10:20:31Z debug smtp: user=robin password=«{base62:12}» host=mail.tidewater.example",
      "2026-07-01T10:20:32Z debug github: \x1b[33m«ghp_{base62:30}{crc32}»\x1b[0m of Marlene Vosskamp",
    ],
  },
  {
    title: "the session of an agent: JSON in strings of JSON",
    name: "session.jsonl",
    lines: [
      '{"type":"user","uuid":"7f3a","message":{"role":"user","content":"sync the orders"}}',
      String.raw`{"type":"assistant","message":{"content":"{\"command\":\"curl -H \\\"X-Api-Key: «{base62:32}»\\\" https://api.tidewater.example\"}"}}`,
      String.raw`{"type":"tool_result","content":"{\"env\":{\"DB_PASSWORD\":\"«{base62:16}»\",\"max_tokens\":4096},\"body\":{\"type\":\"Buffer\",\"data\":[116,58,32]}}"}`,
    ],
  },
];
