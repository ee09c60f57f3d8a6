import { expect, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import { createRepository, program } from "./repository.ts";

const token = fill("ghp_{base62:30}{crc32}", 29);
const leak = `use ${token}\n`;
const scissors = `# ------------------------ >8 ------------------------
# Do not modify or remove the line above.
# Everything below it will be ignored.
`;

test.each<[string, string, string, boolean]>([
  ["a comment", "", `subject\n# ${leak}`, false],
  ["a comment that commit.cleanup keeps", "scissors", `subject\n# ${leak}`, true],
  ["what stands below a line of scissors that somebody wrote", "", `subject\n${scissors}${leak}`, true],
  ["the same where commit.cleanup takes it away", "scissors", `subject\n${scissors}${leak}`, false],
  ["the patch of commit -v", "", `subject\n${scissors}diff --git a/a b/a\n-${leak}`, false],
  ["the same whatever commit.cleanup keeps", "whitespace", `subject\n${scissors}diff --git a/a b/a\n-${leak}`, false],
  ["what a submodule brings, in that patch", "", `subject\n${scissors}Submodule a 1..2:\n  > ${leak}`, false],
])(
  "of a message that was written in an editor what git will record is searched: %s",
  (_, cleanup, text, isSearched) => {
    const repository = createRepository();
    if (cleanup !== "") repository.git("config", "commit.cleanup", cleanup);
    repository.write("../message", text);
    const { code } = repository.with({ GIT_EDITOR: "vi" }).run(process.execPath, program, "commit-msg", "../message");
    expect(code).toBe(isSearched ? 1 : 0);
  },
);

test("of two characters for comments the last that git is told counts", () => {
  const repository = createRepository();
  for (const character of [";", "#"]) repository.git("config", "--add", "core.commentChar", character);
  const editing = repository.with({ GIT_EDITOR: "vi" });
  for (const [mark, code] of [
    [";", 1],
    ["#", 0],
  ] as const) {
    repository.write("../message", `subject\n${mark} ${leak}`);
    expect(editing.run(process.execPath, program, "commit-msg", "../message").code).toBe(code);
  }
});
