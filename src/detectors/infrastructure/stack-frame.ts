import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";

const scripts = "js mjs cjs jsx ts mts cts tsx".split(" ");
const sources = [...scripts, ..."php rb py go rs cs java kt ex exs pl lua swift c cpp".split(" ")];

/**
 * One or two frames with absolute paths, as they are pasted into a chat: what has three is a trace wherever it stands. In code and its documents
 * such a line is an example. What is marked is the first path; a home directory has a rule of its own.
 */
export const stackFrame: Detector = {
  id: "infrastructure/stack-frame",
  summary: "Error with the absolute path of a program",
  remedy: "Give the error's message, with paths that begin at the project.",
  disclosure: { topic: "system", weight: 1 },
  messagesOnly: true,
  trigger: [
    { literals: sources.map((ending) => `.${ending}:`), behind: { run: "number" } },
    { literals: [".php on", ".php(", ".cs:line"], behind: { run: "number", within: 12 } },
    { literals: ['File "/', 'File "C:'], behind: { run: "number", within: 255 } },
  ],
  reach: { before: 420, after: 420 },

  *detect(window) {
    let last = -Infinity;
    for (const match of window.matchAll(frame)) {
      const range = rangeOf(match);
      const isFirst = range.start - last > 400;
      if (everybodys.test(match[0])) continue;
      last = range.end;
      if (isFirst && match.groups?.["masked"] === undefined && !home.test(match[0])) yield { range };
    }
  },

  examples: [
    'Traceback (most recent call last):\n  File "«/opt/heron/app/main.py", line 212», in run\n    self.pay()\n  File "/opt/heron/app/pay.py", line 18, in pay\nValueError: x',
    "Error: x\n    at pay («/srv/heron/bot/dist/pay.js:120:17»)\n    at run (/srv/heron/bot/dist/index.js:10:1)",
    "PHP Fatal error:  Uncaught PDOException in «/var/www/heron/lib/Db.php:41»",
    "failed to open stream in «/var/www/heron/index.php on line 3»",
    "undefined method (NoMethodError) from «/srv/heron/app.rb:3»:in `run'",
    "goroutine 1 [running]:\nmain.main()\n\t«/srv/heron/main.go:12» +0x1d",
    "   at H.Run() in «C:\\heron\\a.cs:line 12»",
    '    at a ([stack-frame:1f96])\n    at b (/srv/a.ts:9:3)\n  File "/usr/lib/python3.11/json/decoder.py", line 355, in raw_decode',
    "    at a (node:internal/modules:4:11)\n    at b (./src/b.ts:9:3), in /path/to/file.php:12, in /app/server.js:3:1",
    "    at a (/Users/mheron/site/a.ts:4:11)\n    at b (/Users/mheron/site/b.ts:9:3)",
    "the file is in /srv/heron on line 3 of the list, meet at /r/heron:12:3, in /srv/heron/a.txt:12, in 24/7:30, see https://site.example/a.js:4:11",
  ],
};

const path = String.raw`(?:[A-Z]:[\\/]|\/(?!\/))[^\n:"()<> ]{2,200}`;
const frame = new RegExp(
  [
    String.raw`(?<=\bat (?:[^\n/(]{1,120}\(|async )?(?:file:\/\/)?)(?<script>${path}\.(?:${scripts.join("|")}):\d{1,7}:\d{1,7})`,
    String.raw`(?<=\bFile ")(?<python>${path}", line \d{1,7})`,
    String.raw`(?<=\b(?:in|from|#\d{1,3}) )(?<other>${path}(?:\.(?:${sources.join("|")}):\d{1,7}|\.cs:line \d{1,7}|\.php(?: on line \d{1,7}|\(\d{1,7}\))))`,
    String.raw`(?<=\n\t)(?<go>${path}\.go:\d{1,7})`,
    String.raw`(?<masked>\[(?:infrastructure:)?stack-(?:trace|frame)(?::[\da-f]{4})?\])`,
  ].join("|"),
  "g",
);

/** Where programs of everybody are, and those of containers and of whoever runs others' code. */
const everybodys =
  /^(?:[\\/](?:path|absolute|usr|lib|app|tmp|build|workspace|var\/task|opt\/homebrew|opt\/hostedtoolcache|home\/runner|Library|System)[\\/]|C:[\\/](?:Program Files|Windows)|.*node_modules)/;

const home = /^(?:[A-Z]:)?[\\/](?:Users|home)[\\/]/;
