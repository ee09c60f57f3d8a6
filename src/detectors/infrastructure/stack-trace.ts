import { type Range, rangeOf } from "../../model/range.ts";
import type { Window } from "../../model/window.ts";
import type { Detector } from "../detector.ts";

/**
 * Three frames or more of JavaScript, Python, Ruby, PHP, Go, Rust, Java or .NET with absolute paths. What is marked is the first path, from behind the
 * home directory on, which has a rule of its own.
 */
export const stackTrace: Detector = {
  id: "infrastructure/stack-trace",
  summary: "Stack trace with absolute paths",
  remedy: "Give the error's message and the line of it that matters, with paths that begin at the project.",
  disclosure: { topic: "system", weight: 1.5 },
  trigger: {
    literals: ["    at ", "\tat ", 'File "/', 'File "C:', "#0 /", "#1 /", ":in `", ":in '", ".go:", ":line "],
  },
  reach: { before: 320, after: 960 },

  *detect(window) {
    for (const range of traces(window)) yield { range };
  },

  examples: [
    "Error: no\n    at main («/srv/heron/src/main.ts:4:11»)\n    at run (/srv/heron/src/run.ts:9:3)\n    at /srv/heron/src/cli.ts:1:1",
    "    at a (/Users/mheron«/site/a.ts:4:11»)\n    at b (/Users/mheron/site/b.ts:9:3)\n    at async file:///Users/mheron/site/c.ts:1:1",
    'Traceback:\n  File "«/srv/heron/a.py", line 3», in f\n    g()\n  File "/srv/heron/b.py", line 9, in g\n    h()\n  File "/srv/heron/c.py", line 1, in h',
    "   at H.Run() in «C:\\src\\a.cs:line 12»\n   at H.Main() in C:\\src\\b.cs:line 3\n   at H.X() in C:\\src\\c.cs:line 9",
    "#0 «/srv/heron/a.php(12)»: f()\n#1 /srv/heron/b.php(2): g()\n#2 /srv/heron/c.php(7): h()",
    "    at a (/srv/heron/a.ts:4:11)\n    at b (/srv/heron/b.ts:9:3)",
    "    at a (node:internal/modules:4:11)\n    at b (./src/b.ts:9:3)\n    at c (src/c.ts:1:1)\n    at d (node:fs:1:1)",
    "    at a (https://site.example/a.js:4:11)\n    at b (https://site.example/b.js:9:3)\n    at c (https://site.example/c.js:1:2)",
    "    at com.acme.Main.run(Main.java:12)\n    at com.acme.Main.main(Main.java:3)\n    at java.base/x.Y(Y.java:1)",
    "    at a ([stack-trace:1f96])\n    at b (/srv/a.ts:9:3)\n    at c (/srv/b.ts:1:1)\n    at d (/srv/c.ts:1:1)\n    at e (/srv/d.ts:1:1)",
    "we meet\n    at noon\n    at the pier\n    at 12:30",
  ],
};

const frame =
  /(?:^|\n)[ \t]{0,12}(?:at (?:[^\n/(]{0,120}\(|async )?(?:file:\/\/)?|at [^\n]{1,200}? in |File "|#\d{1,3} |[ \t]|\d{1,3}: |from )(?<path>(?:[A-Z]:[\\/]|\/(?!\/))[^\n:"()]{2,300}(?::(?:line )?\d{1,7}(?::\d{1,7})?|", line \d{1,7}|\(\d{1,7}\))|\[(?:infrastructure:)?stack-(?:trace|frame)(?::[\da-f]{4})?\])/dg;

/** The first frame's path of each trace. Frames of one stand close together; Python shows the code between them. */
function traces(window: Window): Range[] {
  const found: Range[] = [];
  let first: Range | undefined;
  let count = 0;
  let last = -Infinity;
  for (const match of window.matchAll(frame)) {
    const range = rangeOf(match, "path");
    // What was masked in it is told already.
    if (match.groups?.["path"]?.startsWith("[") === true) {
      count = 3;
      last = range.end;
      continue;
    }
    if (/^[/\\](?:path|absolute|usr\/lib|app\/node_modules)[/\\]/.test(match.groups?.["path"] ?? "")) continue;
    if (range.start - last > 400) {
      first = behindHome(window.text, range);
      count = 0;
    }
    count += 1;
    last = range.end;
    if (count === 3 && first !== undefined) found.push(first);
  }
  return found;
}

function behindHome(text: string, { start, end }: Range): Range {
  const home = /^(?:[A-Z]:)?[\\/](?:Users|home)[\\/][^\\/]{1,64}/.exec(text.slice(start, end))?.[0] ?? "";
  return { start: start + home.length, end };
}
