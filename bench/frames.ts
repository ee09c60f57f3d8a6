import { detectors } from "../src/detectors/index.ts";
import { fill } from "../src/detectors/template.ts";
import { mark } from "../test/mark.ts";

const lines =
  (begin: string, end: string = "") =>
  (text: string): string =>
    text
      .split("\n")
      .map((line) => `${begin}${line}${end}\n`)
      .join("");

/** How a text stands in another. */
const frames: Readonly<Record<string, (text: string) => string>> = {
  "a value of JSON": (text) => JSON.stringify({ a: text }),
  "JSON in JSON": (text) => JSON.stringify({ a: JSON.stringify({ b: text }) }),
  "a cell of CSV": (text) => `id,note\n1,"${text.replaceAll('"', '""')}"\n`,
  "a string of SQL": (text) => `INSERT INTO t (a, b) VALUES (1, '${text.replaceAll("'", "''")}');\n`,
  "comments, #": lines("# "),
  "comments, //": lines("// "),
  "comments, *": lines(" * "),
  "comments, --": lines("-- "),
  "comments, ;": lines("; "),
  "quoted mail": lines("> > "),
  "a change": (text) => `@@ -0,0 +1,9 @@\n${lines("+")(text)}`,
  "cat -n": (text) =>
    text
      .split("\n")
      .map((line, index) => `${String(index + 1).padStart(6)}\t${line}\n`)
      .join(""),
  "grep -n": lines("etc/app.conf:12:"),
  "docker compose": lines("web-1  | "),
  "a log": lines("2026-07-01T10:20:30.123Z "),
  "a log of Java": lines("2026-07-01 10:20:30,123 INFO  [main] io.acme.App - "),
  syslog: lines("Jul  1 10:20:30 web app[12]: "),
  "a box": lines("│ ", " │"),
  colours: lines("\u001B[32m", "\u001B[0m"),
  indented: lines("        "),
};

/** How many examples of credentials are found where they stand in another text, of those that are found by themselves. */
export async function framesBench(): Promise<void> {
  for (const [name, write] of Object.entries(frames)) {
    const lost = new Map<string, number>();
    let count = 0;
    for (const detector of detectors) {
      if (!detector.id.startsWith("secret/")) continue;
      for (const example of detector.examples) {
        if (!example.includes("«")) continue;
        count++;
        const plain = fill(example).replaceAll(/[«»]/g, "");
        if (!(await mark(detector, write(plain))).includes("«"))
          lost.set(detector.id, (lost.get(detector.id) ?? 0) + 1);
      }
    }
    const missing = [...lost].toSorted(([, a], [, b]) => b - a).map(([id, times]) => `${id.slice(7)} ${times}`);
    const sum = [...lost.values()].reduce((all, times) => all + times, 0);
    console.log(`${name.padEnd(16)} ${count - sum} of ${count}${sum === 0 ? "" : `; not ${missing.join(", ")}`}`);
  }
}
