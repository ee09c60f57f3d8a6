const lines =
  (begin: string, end: string = "") =>
  (text: string): string =>
    text
      .split("\n")
      .map((line) => `${begin}${line}${end}\n`)
      .join("");

/** How a text stands in another one, as files, terminals and tools have it. */
export const framings: Readonly<Record<string, (text: string) => string>> = {
  "a value of JSON": (text) => JSON.stringify({ a: 1, text }),
  "JSON in JSON": (text) => JSON.stringify({ a: JSON.stringify({ b: text }) }),
  "a cell of CSV": (text) => `id,note\n1,"${text.replaceAll('"', '""')}"\n`,
  "a string of SQL": (text) => `INSERT INTO notes (id, note) VALUES (1, '${text.replaceAll("'", "''")}');\n`,
  "a comment of a shell": lines("# "),
  "a comment of C": lines("    // "),
  "a comment of Java": lines(" * "),
  "a comment of SQL": lines("-- "),
  "a comment of an ini file": lines("; "),
  "a comment of a batch file": lines("REM "),
  "a mail that is answered twice": lines("> > "),
  "a change": (text) => `@@ -0,0 +1,9 @@\n${lines("+")(text)}`,
  "what a change takes away": (text) => `@@ -1,9 +0,0 @@\n${lines("-")(text)}`,
  "a comment in a change": (text) => `@@ -0,0 +1,9 @@\n${lines("+# ")(text)}`,
  "numbered lines": (text) =>
    text
      .split("\n")
      .map((line, index) => `${String(index + 1).padStart(6)}\t${line}\n`)
      .join(""),
  "the lines that grep found": lines("etc/app.conf:12:"),
  "what Compose tells": lines("web-1  | "),
  "a log of CI": lines("2026-07-01T10:20:30.1234567Z "),
  "a log of Java": lines("2026-07-01 10:20:30,123 INFO  [main] io.acme.App - "),
  "a log of containerd": lines("2026-07-01T10:20:30.123456789Z stdout F "),
  syslog: lines("Jul  1 10:20:30 web app[12]: "),
  "a box": lines("│ ", "   │"),
  "a terminal's colours": lines("\u001B[32m", "\u001B[0m"),
  "a terminal's colours in JSON": (text) => JSON.stringify({ text: lines("\u001B[32m", "\u001B[0m")(text) }),
  "indented lines": lines("        "),
};
