import { describe, expect, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import type { Verdict } from "../src/index.ts";
import { keep } from "./lists.ts";
import { createPublished, pushed } from "./published.ts";
import type { Repository } from "./repository.ts";

const rule = "secret/github-token";
const leak = `const token = "${fill("ghp_{base62:30}{crc32}", 7)}";`;
const ignored = `${leak} // outgate-ignore-line: ${rule} -- revoked long ago\n`;
const entry = { rule, path: "test/**", reason: "made for the tests" };

function config(settings: object): string {
  return `${JSON.stringify(settings, null, 2)}\n`;
}

/** A repository whose published commit has a config, and a branch with one commit more. */
function changed(published: object | undefined, files: Readonly<Record<string, string>>): Repository {
  const repository = createPublished();
  if (published !== undefined) {
    repository.commitFile("outgate.config.json", config(published));
    repository.git("push", "--quiet", "--no-verify", "origin", "main");
  }
  for (const [name, text] of Object.entries(files)) repository.stage(name, text);
  repository.commit();
  return repository;
}

function ranged(repository: Repository, ...flags: readonly string[]): Pick<Verdict, "verdict" | "newSuppressions"> {
  const { stdout } = repository.outgate("range", "origin/main..main", "--format", "json", ...flags);
  const { verdict, newSuppressions }: Verdict = JSON.parse(stdout);
  return { verdict, newSuppressions };
}

describe("a range of commits", () => {
  const comment = `test/a.ts:1: outgate-ignore-line ${rule}`;

  test.each([
    ["allow", "pass"],
    ["ask", "ask"],
    ["deny", "block"],
  ] as const)("with a comment that it brings, which is named: %s", (what, verdict) => {
    const repository = changed({ newSuppressions: what }, { "test/a.ts": ignored });
    const result = ranged(repository);
    expect(result.verdict).toBe(verdict);
    expect(result.newSuppressions).toEqual(what === "deny" ? [] : [comment]);
    expect(ranged(changed(undefined, { "test/a.ts": ignored }), "--new-suppressions", what).verdict).toBe(verdict);
  });

  test("names what it brings in GitHub's annotations and in the job's summary", () => {
    const repository = changed({}, { "test/a.ts": ignored }).with({ GITHUB_STEP_SUMMARY: "../summary.md" });
    const { code, stdout } = repository.outgate("range", "origin/main..main", "--format", "github");
    expect(code).toBe(0);
    expect(stdout).toContain(`::notice title=outgate::This change brings a new suppression: ${comment}.`);
    expect(repository.read("../summary.md")).toContain("This change brings a new suppression");
  });

  test("cannot allow itself what its base denies", () => {
    const files = {
      "test/a.ts": `${leak}\n`,
      "outgate.config.json": config({ newSuppressions: "allow", allow: [entry] }),
    };
    expect(ranged(changed({ newSuppressions: "deny" }, files)).verdict).toBe("block");
    expect(ranged(changed({}, files)).verdict).toBe("pass");
  });

  test("goes by an entry and a baseline that its base has", () => {
    const later = { "test/b.ts": `${leak}\n` };
    expect(ranged(changed({ newSuppressions: "deny", allow: [entry] }, later)).verdict).toBe("pass");
    const repository = createPublished();
    repository.write("old.ts", `${leak}\n`);
    repository.git("add", ".");
    expect(repository.outgate("baseline", "--reason", "accepted").code).toBe(0);
    repository.git("add", ".");
    repository.commit();
    repository.git("push", "--quiet", "--no-verify", "origin", "main");
    repository.git("mv", "old.ts", "new.ts");
    repository.commit();
    expect(ranged(repository, "--new-suppressions", "deny").verdict).toBe("pass");
  });

  test("cannot switch a rule off for itself", () => {
    const off = config({ actions: { [rule]: "pass" } });
    expect(ranged(changed({}, { "test/a.ts": `${leak}\n`, "outgate.config.json": off })).verdict).toBe("block");
  });
});

test("a commit that changes what judges says so, and one that does not says nothing", () => {
  const repository = createPublished();
  repository.stage("outgate.config.json", config({}));
  repository.stage(".husky/pre-commit", "exit 0\n");
  keep(repository, "codename: bluefin\n", "sealed");
  repository.git("add", "--all");
  const { stdout } = repository.outgate("staged");
  expect(stdout.replaceAll(/\s+/g, " ")).toContain(
    "The gate's own files are changed: .husky/pre-commit, denylist/terms.age, outgate.config.json.",
  );
  repository.commit();
  repository.stage("a.txt", "one\n");
  expect(repository.outgate("staged").stdout).not.toContain("own files");
});

describe("a push", () => {
  test("of an entry with a reason, by who works alone, passes and names it", () => {
    const files = { "test/a.ts": `${leak}\n`, "outgate.config.json": config({ allow: [entry] }) };
    const { code, verdict } = pushed(changed({}, files), "origin", "main");
    expect(code).toBe(0);
    expect(verdict.suppressed.map(({ kind, reason }) => [kind, reason])).toEqual([["allow", entry.reason]]);
    expect(verdict.newSuppressions).toHaveLength(1);
  });

  test("is not swayed by a config that only the work tree has", () => {
    const repository = changed({}, { "test/a.ts": `${leak}\n` });
    repository.write("outgate.config.json", config({ allow: [entry], actions: { [rule]: "pass" } }));
    expect(pushed(repository, "origin", "main").code).not.toBe(0);
  });

  test("that is the first goes by what it brings", () => {
    const repository = changed(undefined, {
      "test/a.ts": `${leak}\n`,
      "outgate.config.json": config({ allow: [entry] }),
    });
    repository.git("init", "--quiet", "--bare", "../empty.git");
    expect(pushed(repository, "../empty.git", "main").code).toBe(0);
  });
});
