import { chmodSync, readFileSync, renameSync, symlinkSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { privateKey } from "../src/detectors/secrets/private-key.ts";
import { fill } from "../src/detectors/template.ts";
import { blocked, createFolder, createRepository, outcome, passed, Repository } from "./repository.ts";

const token = fill("ghp_{base62:30}{crc32}", 1);
const another = fill("ghp_{base62:30}{crc32}", 2);
const line = `const token = "${token}";\n`;
const clean = 'const token = process.env["TOKEN"];\n';
const rule = "secret/github-token";

/** A key of five lines, as its detector's examples have it. */
const keyTemplate = privateKey.examples[1]?.replaceAll(/[«»]/g, "") ?? "";

/** A text long enough that git sees a moved and edited file as the same one. */
const prose = Array.from({ length: 40 }, (_, index) => `// This is line ${index} of a file that says little.\n`).join(
  "",
);

describe("what stops, and what does not", () => {
  test("a token in a new file stops", () => {
    const repository = createRepository();
    repository.stage("src/config.ts", line);
    expect(repository.staged()).toEqual(blocked(`src/config.ts:1:16 ${rule}`));
  });

  test("a token that only the index still has stops", () => {
    const repository = createRepository();
    repository.stage("config.ts", line);
    repository.write("config.ts", clean);
    expect(repository.staged()).toEqual(blocked(`config.ts:1:16 ${rule}`));
  });

  test("a token that only the work tree has passes", () => {
    const repository = createRepository();
    repository.stage("config.ts", clean);
    repository.write("config.ts", line);
    expect(repository.staged()).toEqual(passed());
  });

  test("a file that is moved and edited a little is read", () => {
    const repository = createRepository();
    repository.git("config", "diff.renames", "copies");
    repository.commitFile("old.ts", prose);
    renameSync(join(repository.path, "old.ts"), join(repository.path, "new.ts"));
    repository.stage("new.ts", prose + line);
    expect(repository.staged()).toEqual(blocked(`new.ts:41:16 ${rule}`));
  });

  test("a file that is copied and edited a little is read", () => {
    const repository = createRepository();
    repository.git("config", "diff.renames", "copies");
    repository.commitFile("old.ts", prose);
    repository.write("old.ts", `${prose}// The end.\n`);
    repository.stage("copy.ts", prose + line);
    expect(repository.staged()).toEqual(blocked(`copy.ts:41:16 ${rule}`));
  });

  test("a link that becomes a file is read", () => {
    const repository = createRepository();
    symlinkSync("elsewhere", join(repository.path, "config"));
    repository.stage("readme", "");
    repository.commit();
    unlinkSync(join(repository.path, "config"));
    repository.stage("config", line);
    expect(repository.staged()).toEqual(blocked(`config:1:16 ${rule}`));
  });

  test("a file that becomes a link is read", () => {
    const repository = createRepository();
    repository.commitFile("config", clean);
    unlinkSync(join(repository.path, "config"));
    symlinkSync(token, join(repository.path, "config"));
    repository.git("add", "--all");
    expect(repository.staged()).toEqual(blocked(`config:1:1 ${rule}`));
  });

  test("a link whose text holds a token stops, and the link is not followed", () => {
    const repository = createRepository();
    symlinkSync(`/nowhere/${token}`, join(repository.path, "link"));
    symlinkSync("/dev/urandom", join(repository.path, "endless"));
    repository.git("add", "--all");
    expect(repository.staged()).toEqual(blocked(`link:1:10 ${rule}`));
  });

  test.each(["-diff", "binary", "-text", "diff=words", "filter=upper", "working-tree-encoding=UTF-16"])(
    "the attribute %s hides nothing",
    (attribute) => {
      const repository = createRepository();
      repository.git("config", "diff.words.textconv", "echo nothing to see; true");
      repository.git("config", "diff.words.command", "true");
      repository.git("config", "filter.upper.smudge", "echo nothing to see");
      repository.git("config", "filter.upper.clean", "cat");
      repository.stageBlob(".gitattributes", `*.conf ${attribute}\n`);
      repository.write(".gitattributes", `*.conf ${attribute}\n`);
      repository.stageBlob("server.conf", line);
      expect(repository.staged()).toEqual(blocked(`server.conf:1:16 ${rule}`));
    },
  );

  test("text with NUL bytes is read", () => {
    const repository = createRepository();
    repository.stage("dump", `\0\0\0 ${token} \0`);
    expect(repository.staged()).toEqual(blocked(`dump:1:2 ${rule}`));
  });

  test("text in a file that is named like a picture is read", () => {
    const repository = createRepository();
    repository.stage("logo.png", line);
    expect(repository.staged()).toEqual({
      ...blocked(`logo.png:1:16 ${rule}`),
      unscanned: ["skipped logo.png: it is no picture and no video of a kind that is known"],
    });
  });

  test("the base64 of a token stops", () => {
    const repository = createRepository();
    repository.stage("settings.yaml", `data:\n  token: ${Buffer.from(token).toString("base64")}\n`);
    expect(repository.staged()).toEqual(blocked(`settings.yaml:2:10 ${rule} (base64 in text)`));
  });

  test("a token that is only in a file's name stops", () => {
    const repository = createRepository();
    repository.stage(`logs/${token}.txt`, "");
    expect(repository.staged()).toEqual(blocked(`logs/[secret 40].txt:1:1 ${rule} (file name)`));
  });

  test("a file that is only announced (add -N) is no part of the commit", () => {
    const repository = createRepository();
    repository.commit();
    repository.write("config.ts", line);
    repository.git("add", "--intent-to-add", "config.ts");
    expect(repository.staged()).toEqual(passed());
  });

  test("a placeholder passes", () => {
    const repository = createRepository();
    repository.stage("readme.md", `ghp_${"x".repeat(36)}\nghp_${"0".repeat(36)}\n`);
    expect(repository.staged()).toEqual(passed());
  });

  test("a deleted file passes, and so does a mode", () => {
    const repository = createRepository();
    repository.write("deleted.ts", line);
    repository.commitFile("mode.ts", line);
    unlinkSync(join(repository.path, "deleted.ts"));
    repository.git("update-index", "--chmod=+x", "mode.ts");
    repository.git("rm", "-q", "--cached", "deleted.ts");
    expect(repository.staged()).toEqual(passed({ alreadyThere: 1 }));
  });

  test("a file that .gitignore names and that is added by force is read", () => {
    const repository = createRepository();
    repository.write(".gitignore", "*.local\n");
    repository.write("key.local", line);
    repository.git("add", "--force", "key.local");
    expect(repository.staged()).toEqual(blocked(`key.local:1:16 ${rule}`));
  });

  test("a file that is skipped in the work tree is read", () => {
    const repository = createRepository();
    repository.commitFile("config.ts", clean);
    repository.stage("config.ts", line);
    repository.git("update-index", "--skip-worktree", "--assume-unchanged", "config.ts");
    unlinkSync(join(repository.path, "config.ts"));
    expect(repository.staged()).toEqual(blocked(`config.ts:1:16 ${rule}`));
  });

  test("everything that was found is told, in files of the same contents too", () => {
    const repository = createRepository();
    repository.write("a.ts", line);
    repository.write("b.ts", line);
    repository.stage("c.ts", `${another} ${token}\n\n${line}`);
    expect(repository.staged()).toEqual(
      blocked(`a.ts:1:16 ${rule}`, `b.ts:1:16 ${rule}`, `c.ts:1:1 ${rule}`, `c.ts:1:42 ${rule}`, `c.ts:3:16 ${rule}`),
    );
  });

  test("a file that is deleted is something staged", () => {
    const repository = createRepository();
    repository.commitFile("config.ts", line);
    repository.git("rm", "--quiet", "config.ts");
    expect(repository.outgate("staged").stdout).toMatch(/^outgate: passed\. /);
    expect(repository.staged()).toEqual(passed());
  });

  test("nothing staged is said as such, and passes", () => {
    const repository = createRepository();
    repository.commitFile("config.ts", line);
    const { code, stdout, stderr } = repository.outgate("staged", "--hook");
    expect({ code, stdout: stdout.replace(/\d+ rules, \d+ ms/, "… rules, … ms"), stderr }).toEqual({
      code: 0,
      stdout: "Nothing is staged.\n\noutgate: passed. Scanned 1 document, 4 B, … rules, … ms.\n",
      stderr: "",
    });
  });
});

describe("what the change does not touch", () => {
  test("is counted, and does not stop", () => {
    const repository = createRepository();
    repository.commitFile("config.ts", line);
    repository.stage("config.ts", `// The token:\n${line}// The end.\n`);
    expect(repository.staged()).toEqual(passed({ alreadyThere: 1 }));
  });

  test("stays old when only the line ends change", () => {
    const repository = createRepository();
    repository.commitFile("config.ts", line);
    repository.stage("config.ts", line.replace("\n", "\r\n"));
    expect(repository.staged()).toEqual(passed({ alreadyThere: 1 }));
  });

  test("a token that takes the place of an old one stops", () => {
    const repository = createRepository();
    repository.commitFile("config.ts", line);
    repository.stage("config.ts", line.replace(token, another));
    expect(repository.staged()).toEqual(blocked(`config.ts:1:16 ${rule}`));
  });

  test("a second token on an old line makes the line new", () => {
    const repository = createRepository();
    repository.commitFile("config.ts", line);
    repository.stage("config.ts", line.replace(";", `; // ${another}`));
    expect(repository.staged()).toEqual(blocked(`config.ts:1:16 ${rule}`, `config.ts:1:62 ${rule}`));
  });

  test("a key of many lines stops when one of them changes", () => {
    const repository = createRepository();
    const [first = [], second = []] = [1, 2].map((seed) => fill(keyTemplate, seed).split("\n"));
    repository.commitFile("server.txt", first.join("\n"));
    repository.stage("server.txt", first.with(2, second[2] ?? "").join("\n"));
    expect(repository.staged()).toEqual(blocked("server.txt:1:1 secret/private-key"));
  });

  test("a moved file holds what it held", () => {
    const repository = createRepository();
    repository.commitFile("config.ts", line);
    repository.git("mv", "config.ts", "settings.ts");
    expect(repository.staged()).toEqual(passed({ alreadyThere: 1 }));
  });

  test("a moved file whose new name holds a token stops", () => {
    const repository = createRepository();
    repository.commitFile("config.ts", clean);
    repository.git("mv", "config.ts", `${token}.ts`);
    expect(repository.staged()).toEqual(blocked(`[secret 40].ts:1:1 ${rule} (file name)`));
  });

  test("a token in the name of a changed file was there before", () => {
    const repository = createRepository();
    repository.commitFile(`${token}.ts`, clean);
    repository.stage(`${token}.ts`, `${clean}\n`);
    expect(repository.staged()).toEqual(passed({ alreadyThere: 1 }));
  });

  test("a committed file whose name looks like git's listing of a blob makes nothing old", () => {
    const repository = createRepository();
    const id = repository.pipe(line, "hash-object", "--stdin");
    repository.commitFile(`x blob ${id}`, "");
    repository.stage("config.ts", line);
    expect(repository.staged()).toEqual(blocked(`config.ts:1:16 ${rule}`));
  });
});

describe("every way to commit", () => {
  const contents = ["pre-commit", "staged", "--hook"];
  const message = ["prepare-commit-msg", "staged", "--hook", "--message", '"$1"'];
  const made = { code: 0, findings: [], made: true };

  test("git commit -a, whose index is not the usual one, stops", () => {
    const repository = withOneFile();
    repository.write("config.ts", line);
    expect(commit(repository, contents, "-a")).toEqual(stopped("config.ts:1:16"));
    expect(repository.git("diff", "--cached", "--name-only")).toBe("");
  });

  test("git commit PATH judges that path", () => {
    const repository = withOneFile();
    repository.stage("other.ts", line);
    repository.write("config.ts", line + line);
    expect(commit(repository, contents, "config.ts")).toEqual(stopped("config.ts:1:16", "config.ts:2:16"));
  });

  test("git commit PATH leaves alone what else is staged", () => {
    const repository = withOneFile();
    repository.stage("other.ts", line);
    repository.write("config.ts", `${clean}\n`);
    expect(commit(repository, contents, "config.ts")).toEqual(made);
  });

  test("git commit --include PATH judges both", () => {
    const repository = withOneFile();
    repository.stage("other.ts", line);
    repository.write("config.ts", `${clean}\n`);
    expect(commit(repository, contents, "--include", "config.ts")).toEqual(stopped("other.ts:1:16"));
  });

  test("git commit in a folder below judges the whole index", () => {
    const repository = withOneFile();
    repository.stage("config.ts", line);
    repository.write("below/readme", "");
    repository.hook("pre-commit", "staged", "--hook");
    expect(repository.from("below").run("git", "commit", "-q", "-m", "a commit").code).toBe(1);
  });

  test("git add -p: the part that is staged counts, and no other", () => {
    const repository = withOneFile();
    repository.commitFile("parts.ts", prose);
    repository.write("parts.ts", `// begins\n${prose}${line}`);
    const add = (answers: string) => repository.pipe(answers, "add", "--patch", "parts.ts");
    add("y\nn\n");
    expect(commit(repository, contents)).toEqual(made);
    add("y\n");
    expect(commit(repository, contents)).toEqual(stopped("parts.ts:42:16"));
  });

  test("git commit --amend judges what it adds", () => {
    const repository = withOneFile();
    expect(commit(repository, contents, "--amend", "-m", "amended")).toEqual(made);
    repository.stage("config.ts", line);
    expect(commit(repository, contents, "--amend")).toEqual(stopped("config.ts:1:16"));
  });

  test("git commit --author is judged with the message", () => {
    const repository = withOneFile();
    expect(commit(repository, message, "--allow-empty", "--author", `Ada <${token}@example.org>`)).toEqual(
      stopped("author:1:6"),
    );
  });

  test.each([{ flags: [] }, { flags: ["--no-verify"] }])(
    "git commit $flags with a token in its message is stopped in prepare-commit-msg",
    ({ flags }) => {
      const repository = withOneFile();
      const tried = commit(repository, message, "--allow-empty", "-m", `the token is ${token}`, ...flags);
      expect(tried).toEqual(stopped("commit message:3:14"));
    },
  );

  test("git commit --no-verify with a token in a file is stopped in prepare-commit-msg", () => {
    const repository = withOneFile();
    repository.stage("config.ts", line);
    expect(commit(repository, message, "--no-verify")).toEqual(stopped("config.ts:1:16"));
  });
});

describe("a merge", () => {
  test("brings nothing new from a parent that a remote has", () => {
    const repository = diverged({ published: true });
    repository.git("merge", "-q", "--no-commit", "theirs");
    expect(repository.staged()).toEqual(passed());
  });

  test("brings what a parent has that no remote has", () => {
    const repository = diverged({ published: false });
    repository.git("merge", "-q", "--no-commit", "theirs");
    expect(repository.staged()).toEqual(blocked(`theirs.ts:1:16 ${rule}`));
  });

  test("stops for a token that no parent has", () => {
    const repository = diverged({ published: true, theirs: clean });
    repository.git("merge", "-q", "--no-commit", "theirs");
    repository.stage("theirs.ts", line);
    expect(repository.staged()).toEqual(blocked(`theirs.ts:1:16 ${rule}`));
  });

  test("of which both sides changed a file: lines of either side are old, and a line of neither is new", () => {
    const repository = diverged({ published: true });
    repository.git("checkout", "-q", "theirs");
    repository.commitFile("shared.ts", prose + line);
    repository.git("update-ref", "refs/remotes/origin/theirs", "theirs");
    repository.git("checkout", "-q", "main");
    repository.commitFile("shared.ts", `// begins\n${prose}`);
    repository.git("merge", "-q", "--no-commit", "theirs");
    expect(repository.staged()).toEqual(passed({ alreadyThere: 1 }));
    repository.stage("shared.ts", `${another}\n${repository.read("shared.ts")}`);
    expect(repository.staged()).toEqual({ ...blocked(`shared.ts:1:1 ${rule}`), alreadyThere: 1 });
  });

  test("of several branches knows each parent", () => {
    const repository = diverged({ published: true });
    repository.git("checkout", "-q", "-b", "third", "main~1");
    repository.commitFile("third.ts", another);
    repository.git("checkout", "-q", "main");
    repository.run("git", "merge", "-q", "--no-commit", "theirs", "third");
    expect(repository.staged()).toEqual(blocked(`third.ts:1:1 ${rule}`));
    repository.git("update-ref", "refs/remotes/origin/third", "third");
    expect(repository.staged()).toEqual(passed());
  });

  test.each([
    { published: true, code: 0 },
    { published: false, code: 1 },
  ])("in pre-merge-commit, where there is no MERGE_HEAD yet (published: $published)", ({ published, code }) => {
    const repository = diverged({ published });
    repository.hook("pre-merge-commit", "staged", "--hook");
    expect(repository.run("git", "merge", "-q", "theirs").code).toBe(code);
  });

  test("with --squash is a commit like any other", () => {
    const repository = diverged({ published: true });
    repository.git("merge", "-q", "--squash", "theirs");
    expect(repository.staged()).toEqual(blocked(`theirs.ts:1:16 ${rule}`));
  });

  test("that is stopped says how to go on", () => {
    const repository = diverged({ published: false });
    repository.git("merge", "-q", "--no-commit", "theirs");
    expect(repository.outgate("staged").stdout).toContain(
      "A merge is stopped here. Mend the files, `git add` them, then `git merge\n--continue`; or `git merge --abort` puts everything back.",
    );
  });
});

describe("text in any encoding", () => {
  const text = `# The token of the bot:\nTOKEN=${token}\n`;

  test.each(
    ["UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"].flatMap((encoding) =>
      [true, false].map((mark) => ({ encoding, mark })),
    ),
  )("$encoding, byte order mark: $mark", ({ encoding, mark }) => {
    const repository = createRepository();
    repository.stage("env.txt", encode(mark ? `\uFEFF${text}` : text, encoding));
    expect(repository.staged()).toEqual(blocked(`env.txt:2:7 ${rule} (${encoding} in text)`));
  });

  test("UTF-16 that was appended to UTF-8 with a mark of UTF-16, at an odd offset", () => {
    const repository = createRepository();
    repository.stage(
      "log.txt",
      Buffer.concat([encode("\uFEFFbegin\n", "UTF-16LE"), Buffer.from("odd"), encode(text, "UTF-16LE")]),
    );
    expect(repository.staged().findings).toEqual([expect.stringContaining(`${rule} (UTF-16`)]);
  });

  test("a line of UTF-16 that the change does not touch is old", () => {
    const repository = createRepository();
    repository.commitFile("env.txt", encode(`\uFEFF${text}`, "UTF-16LE"));
    repository.stage("env.txt", encode(`\uFEFF${text}LEVEL=info\n`, "UTF-16LE"));
    expect(repository.staged()).toEqual(passed({ alreadyThere: 1 }));
  });

  test("CRLF, and a UTF-8 byte order mark", () => {
    const repository = createRepository();
    repository.git("config", "core.autocrlf", "false");
    repository.stage("env.txt", `\uFEFFTOKEN=${token}\r\nTOKEN=${token}\r\n`);
    expect(repository.staged()).toEqual(blocked(`env.txt:1:7 ${rule}`, `env.txt:2:7 ${rule}`));
  });

  test("columns count characters", () => {
    const repository = createRepository();
    repository.stage("env.txt", `ключ — 🔑 ${token}\n`);
    expect(repository.staged()).toEqual(blocked(`env.txt:1:10 ${rule}`));
  });

  test("a line of 20 MB with many tokens takes seconds", () => {
    const repository = createRepository();
    const filler = "lorem ipsum ".repeat(4167);
    repository.stage("bundle.js", `${filler}${token} `.repeat(400));
    const started = Date.now();
    const { code, findings } = repository.staged();
    const step = filler.length + token.length + 1;
    expect({ code, findings }).toEqual({
      code: 1,
      findings: Array.from({ length: 400 }, (_, index) => `bundle.js:1:${index * step + filler.length + 1} ${rule}`),
    });
    expect(Date.now() - started).toBeLessThan(10_000);
  });
});

describe("names", () => {
  test.each([
    ["with spaces.txt", "with spaces.txt"],
    ["with 'quotes' and \"quotes\".txt", "with 'quotes' and \"quotes\".txt"],
    ["back\\slash and $(subshell) `x`.txt", "back\\slash and $(subshell) `x`.txt"],
    ["line\nbreak.txt", "line\\nbreak.txt"],
    ["tab\tand\rreturn.txt", "tab\\tand\\x0dreturn.txt"],
    ["größe-名前.txt", "größe-名前.txt"],
    [":(exclude)*.txt", ":(exclude)*.txt"],
    ["[ab]*?.txt", "[ab]*?.txt"],
    ["-rf", "-rf"],
    ["HEAD", "HEAD"],
  ])("%j", (name, shown) => {
    const repository = createRepository();
    repository.commit();
    repository.stage(name, line);
    expect(repository.staged()).toEqual(blocked(`${shown}:1:16 ${rule}`));
  });

  test("of bytes that are no UTF-8", () => {
    const repository = createRepository();
    repository.stage(Buffer.from("caf\xe9.txt", "latin1"), line);
    repository.stage(Buffer.concat([Buffer.from(token), Buffer.from([0xff, 0x2e])]), "");
    expect(repository.staged()).toEqual(
      blocked(`caf\\xe9.txt:1:16 ${rule}`, `[secret 40]\\xff.:1:1 ${rule} (file name)`),
    );
  });

  test("that hold the base64 of a token", () => {
    const repository = createRepository();
    repository.stage(`logs/${Buffer.from(token).toString("base64url")}.txt`, "");
    expect(repository.staged()).toEqual(blocked(`logs/[secret 54].txt:1:1 ${rule} (base64 in file name)`));
  });
});

test("a file that is a finding by its name is named in full", () => {
  const repository = createRepository();
  repository.stage("keys/id_rsa", "");
  expect(repository.staged()).toEqual(blocked("keys/id_rsa:1:1 artifact/private-key (file name)"));
});

describe("author, committer and branch", () => {
  test.each([
    { variable: "GIT_AUTHOR_NAME", who: "author", place: "1:1" },
    { variable: "GIT_AUTHOR_EMAIL", who: "author", place: "1:14" },
    { variable: "GIT_COMMITTER_NAME", who: "committer", place: "1:1" },
    { variable: "GIT_COMMITTER_EMAIL", who: "committer", place: "1:14" },
  ])("$variable", ({ variable, who, place }) => {
    const repository = createRepository();
    repository.stage("readme", "");
    expect(new Repository(repository.path, { ...repository.environment, [variable]: token }).staged()).toEqual(
      blocked(`${who}:${place} ${rule}`),
    );
  });

  test.each([
    { key: "user.email", found: ["author:1:14", "committer:1:14"] },
    { key: "user.name", found: ["author:1:1", "committer:1:1"] },
    { key: "author.email", found: ["author:1:14"] },
    { key: "committer.name", found: ["committer:1:1"] },
  ])("$key of the configuration", ({ key, found }) => {
    const repository = createRepository();
    repository.git("config", key, token);
    expect(repository.staged()).toEqual(blocked(...found.map((place) => `${place} ${rule}`)));
  });

  test.each([
    ["an included file", ["config", "include.path", "../more"]],
    ["the configuration of a worktree", ["config", "extensions.worktreeConfig", "true"]],
  ] as const)("user.name of %s", (_, enable) => {
    const repository = createRepository();
    repository.git(...enable);
    repository.write("more", `[user]\n\tname = ${token}\n`);
    repository.write(".git/config.worktree", `[user]\n\tname = ${token}\n`);
    expect(repository.staged()).toEqual(blocked(`author:1:1 ${rule}`, `committer:1:1 ${rule}`));
  });

  test("with a git that does not tell its configuration in passing", () => {
    const repository = createRepository();
    repository.git("config", "user.name", token);
    const [git] = repository.run("sh", "-c", "command -v git").stdout.trim().split("\n");
    repository.write("../bin/git", `#!/bin/sh\nunset GIT_TRACE2_EVENT\nexec ${git} "$@"\n`);
    chmodSync(join(repository.path, "../bin/git"), 0o755);
    const old = repository.with({ PATH: `${join(repository.path, "../bin")}:${repository.environment["PATH"]}` });
    expect(outcome(old.outgate("staged", "--format", "json"))).toEqual(
      blocked(`author:1:1 ${rule}`, `committer:1:1 ${rule}`),
    );
  });

  test("an e-mail address there is what everybody has", () => {
    const repository = createRepository();
    repository.git("config", "user.email", "ada.lovelace@some-provider.com");
    expect(repository.staged()).toEqual(passed());
  });

  test("the name of the branch", () => {
    const repository = createRepository("--initial-branch", `fix/${token}`);
    expect(repository.staged()).toEqual(blocked(`branch name:1:5 ${rule}`));
  });

  test("no branch name where HEAD is detached", () => {
    const repository = createRepository("--initial-branch", token);
    repository.commit();
    repository.git("checkout", "-q", "--detach");
    expect(repository.staged()).toEqual(passed());
  });
});

describe("wherever git keeps things", () => {
  test("the first commit of a repository", () => {
    const repository = createRepository();
    repository.stage("config.ts", line);
    expect(repository.staged()).toEqual(blocked(`config.ts:1:16 ${rule}`));
    repository.stage("config.ts", clean);
    expect(repository.staged()).toEqual(passed());
  });

  test("a repository of SHA-256", () => {
    const repository = createRepository("--object-format=sha256");
    repository.stage("config.ts", line);
    expect(repository.staged()).toEqual(blocked(`config.ts:1:16 ${rule}`));
    repository.commit();
    repository.git("mv", "config.ts", "moved.ts");
    repository.stage("other.ts", another);
    expect(repository.staged()).toEqual({ ...blocked(`other.ts:1:1 ${rule}`), alreadyThere: 1 });
  });

  test("a sub-directory as the current folder", () => {
    const repository = createRepository();
    repository.git("config", "diff.relative", "true");
    repository.stage("config.ts", line);
    repository.write("below/readme", "");
    expect(repository.from("below").check("staged")).toEqual(blocked(`config.ts:1:16 ${rule}`));
  });

  test("a linked work tree", () => {
    const repository = createRepository();
    repository.commit();
    repository.git("worktree", "add", "-q", "-b", `fix/${another}`, "../linked");
    const linked = repository.from("../linked");
    linked.write("config.ts", line);
    linked.git("add", "--all");
    expect(linked.check("staged")).toEqual(blocked(`branch name:1:5 ${rule}`, `config.ts:1:16 ${rule}`));
    expect(repository.staged()).toEqual(passed());
  });

  test("a linked work tree of a repository whose path has a line break", () => {
    const folder = createFolder();
    folder.git("init", "-q", "odd\nplace");
    const repository = folder.from("odd\nplace");
    repository.git("commit", "-q", "--allow-empty", "-m", "a commit");
    repository.git("worktree", "add", "-q", "-b", `fix/${token}`, "../linked");
    expect(folder.from("linked").check("staged")).toEqual(blocked(`branch name:1:5 ${rule}`));
  });

  test("a bare repository by GIT_DIR and GIT_WORK_TREE", () => {
    const folder = createFolder();
    folder.git("init", "-q", "--bare", "--initial-branch", another, "bare.git");
    folder.write("tree/config.ts", line);
    const place = folder.from(".", {
      GIT_DIR: join(folder.path, "bare.git"),
      GIT_WORK_TREE: join(folder.path, "tree"),
    });
    place.git("add", "--all");
    expect(place.check("staged")).toEqual(blocked(`branch name:1:1 ${rule}`, `config.ts:1:16 ${rule}`));
  });

  test("a GIT_DIR that names the file of a linked work tree", () => {
    const repository = createRepository();
    repository.commit();
    repository.git("worktree", "add", "-q", "-b", token, "../linked");
    const linked = repository.from("../linked", { GIT_DIR: join(repository.path, "../linked/.git") });
    expect(linked.check("staged")).toEqual(blocked(`branch name:1:1 ${rule}`));
  });

  test("an index by GIT_INDEX_FILE", () => {
    const repository = createRepository();
    const other = repository.with({ GIT_INDEX_FILE: join(repository.path, ".git/other-index") });
    other.write("config.ts", line);
    other.git("add", "config.ts");
    expect(repository.staged()).toEqual(passed());
    expect(other.check("staged")).toEqual(blocked(`config.ts:1:16 ${rule}`));
  });

  test("a replaced object shows what will be pushed", () => {
    const repository = createRepository();
    repository.stage("config.ts", line);
    const bad = repository.git("rev-parse", ":config.ts");
    const good = repository.pipe(clean, "hash-object", "-w", "--stdin");
    repository.git("replace", bad, good);
    expect(repository.git("cat-file", "-p", bad)).toBe(clean.trim());
    expect(repository.staged()).toEqual(blocked(`config.ts:1:16 ${rule}`));
  });

  test("a graft makes no parent a published one", () => {
    const repository = createRepository();
    repository.commit();
    repository.git("update-ref", "refs/remotes/origin/main", "main");
    repository.git("checkout", "-q", "-b", "theirs");
    repository.commitFile("theirs.ts", line);
    const theirs = repository.git("rev-parse", "theirs");
    repository.git("checkout", "-q", "main");
    repository.commit("ours");
    repository.write(".git/info/grafts", `${repository.git("rev-parse", "origin/main")} ${theirs}\n`);
    repository.write(".git/MERGE_HEAD", `${theirs}\n`);
    repository.stage("theirs.ts", line);
    expect(repository.staged()).toEqual(blocked(`theirs.ts:1:16 ${rule}`));
  });

  test("a submodule is named and not read", () => {
    const library = createRepository();
    library.commitFile("secret.ts", line);
    const repository = createRepository();
    repository.git("submodule", "--quiet", "add", library.path, "library");
    expect(repository.staged()).toEqual(
      passed({ unscanned: ["skipped library: a submodule: only a gate in its own repository checks it"] }),
    );
    repository.commit();
    repository.git("rm", "-q", "--cached", "library");
    repository.stageBlob("library", line);
    expect(repository.staged()).toEqual(blocked(`library:1:16 ${rule}`));
  });

  test("the name of a submodule leaves with the commit, and is looked at when it is new", () => {
    const repository = createRepository();
    const unread = "skipped lib/[secret 40]: a submodule: only a gate in its own repository checks it";
    const point = (digit: string): void => {
      repository.git("update-index", "--add", "--cacheinfo", `160000,${digit.repeat(40)},lib/${token}`);
    };
    point("1");
    expect(repository.staged()).toEqual({ ...blocked(`lib/[secret 40]:1:1 ${rule} (file name)`), unscanned: [unread] });
    repository.commit();
    point("2");
    expect(repository.staged()).toEqual(passed({ alreadyThere: 1, unscanned: [unread] }));
  });

  test("a sparse index", () => {
    const repository = createRepository();
    repository.write("in/readme", "");
    repository.write("out/readme", "");
    repository.stage("readme", "");
    repository.commit();
    repository.git("sparse-checkout", "set", "--cone", "--sparse-index", "in");
    repository.stageBlob("out/config.ts", line);
    repository.stage("in/config.ts", line);
    expect(repository.staged()).toEqual(blocked(`in/config.ts:1:16 ${rule}`, `out/config.ts:1:16 ${rule}`));
  });

  test("odd settings of git change nothing", () => {
    const repository = createRepository();
    repository.commit();
    const settings = {
      "diff.noprefix": "true",
      "diff.mnemonicPrefix": "true",
      "diff.external": "true",
      "diff.orderFile": "/dev/null",
      "diff.ignoreSubmodules": "all",
      "color.ui": "always",
      "core.quotePath": "false",
      "core.abbrev": "5",
      "core.bigFileThreshold": "1",
      "core.useReplaceRefs": "true",
      "core.splitIndex": "true",
      "core.untrackedCache": "true",
    };
    for (const [key, value] of Object.entries(settings)) repository.git("config", key, value);
    repository.stage("config.ts", line);
    const surroundings = {
      GIT_EXTERNAL_DIFF: "true",
      GIT_PAGER: "false",
      GIT_GLOB_PATHSPECS: "1",
      GIT_DIFF_OPTS: "-u0",
      GIT_TRACE: "1",
    };
    expect(repository.with(surroundings).check("staged")).toEqual(blocked(`config.ts:1:16 ${rule}`));
  });
});

describe("the config that judges", () => {
  const lenient = '{ "actions": { "secret": "warn" } }';

  test("is the one in the index", () => {
    const repository = createRepository();
    repository.stageBlob("outgate.config.json", lenient);
    repository.stageBlob("config.ts", line);
    expect(repository.staged()).toEqual(passed({ findings: [`config.ts:1:16 ${rule}`] }));
  });

  test("is not the one in the work tree", () => {
    const repository = createRepository();
    repository.stage("config.ts", line);
    repository.write("outgate.config.json", lenient);
    expect(repository.staged()).toEqual(blocked(`config.ts:1:16 ${rule}`));
    expect(repository.staged("--config", "outgate.config.json")).toMatchObject({
      code: 2,
      stderr:
        "outgate: the config outgate.config.json is not in the index.\n`git add` it: staged reads the config that would be committed.\n",
    });
    repository.stageBlob("outgate.config.json", "{}");
    expect(repository.staged()).toEqual(blocked(`config.ts:1:16 ${rule}`));
    expect(repository.staged("--config", "outgate.config.json")).toEqual(blocked(`config.ts:1:16 ${rule}`));
  });

  test("is found from a sub-directory, and under another name", () => {
    const repository = createRepository();
    repository.stageBlob("outgate.config.json", lenient);
    repository.stageBlob("below/strict.json", "{}");
    repository.stage("config.ts", line);
    repository.stageBlob("outgate.config.json", lenient);
    repository.stageBlob("below/strict.json", "{}");
    repository.write("below/readme", "");
    expect(repository.from("below").check("staged")).toEqual(passed({ findings: [`config.ts:1:16 ${rule}`] }));
    expect(repository.from("below").check("staged", "--config", "strict.json")).toEqual(
      blocked(`config.ts:1:16 ${rule}`),
    );
  });

  test("cannot be asked for under a name that would ask git for two", () => {
    const repository = createRepository();
    repository.stageBlob("outgate.config.json", "{}");
    repository.stage("config.ts", line);
    const { code, stderr } = repository.staged("--config", "outgate.config.json\nHEAD");
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: "outgate: the path of a config cannot hold a line break.\nGive it another name.\n",
    });
  });

  test("stops everything when it is wrong", () => {
    const repository = createRepository();
    repository.stageBlob("outgate.config.json", '{\n  "audience": "everybody"\n}\n');
    repository.write("outgate.config.json", "{}");
    expect(repository.outgate("staged")).toEqual({
      code: 2,
      stdout: "",
      stderr:
        'outgate: outgate.config.json:2:3: "audience": expected owner, team, group or public, found another text.\nMend the file: every key is described in docs/config.md of the package.\n',
    });
  });
});

/** Tries a commit, with the program in a hook: git's exit code, what the hook found, and whether there is a new commit. */
function commit(repository: Repository, [hook = "", ...call]: readonly string[], ...args: readonly string[]) {
  const report = join(repository.path, "../report.json");
  repository.hook(hook, ...call, "--format", "json", "--output", report);
  const before = repository.git("rev-parse", "HEAD");
  const { code } = repository.run("git", "commit", "-q", "-m", "a commit", ...args);
  const { findings } = outcome({ code, stdout: readFileSync(report, "utf8"), stderr: "" });
  return { code, findings, made: repository.git("rev-parse", "HEAD") !== before };
}

function stopped(...places: readonly string[]) {
  return { code: 1, findings: places.map((place) => `${place} ${rule}`), made: false };
}

function withOneFile(): Repository {
  const repository = createRepository();
  repository.write("other.ts", clean);
  repository.commitFile("config.ts", clean);
  return repository;
}

/** Two branches; `theirs` is merged into `main` next. */
function diverged({
  published,
  ours = clean,
  theirs = line,
}: {
  published: boolean;
  ours?: string;
  theirs?: string;
}): Repository {
  const repository = createRepository();
  repository.commitFile("shared.ts", prose);
  repository.git("checkout", "-q", "-b", "theirs");
  repository.commitFile("theirs.ts", theirs);
  if (published) repository.git("update-ref", "refs/remotes/origin/theirs", "theirs");
  repository.git("checkout", "-q", "main");
  repository.commitFile("ours.ts", ours);
  return repository;
}

function encode(text: string, encoding: string): Buffer {
  if (encoding.startsWith("UTF-16")) {
    const bytes = Buffer.from(text, "utf16le");
    return encoding === "UTF-16LE" ? bytes : bytes.swap16();
  }
  const points = [...text].map((character) => character.codePointAt(0) ?? 0);
  const bytes = Buffer.alloc(points.length * 4);
  for (const [index, point] of points.entries()) {
    if (encoding === "UTF-32LE") bytes.writeUInt32LE(point, index * 4);
    else bytes.writeUInt32BE(point, index * 4);
  }
  return bytes;
}
