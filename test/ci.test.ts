import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { fill } from "../src/detectors/template.ts";
import { createProject, createRepository, program, type Repository, type Run } from "./repository.ts";

const token = fill("ghp_{base62:30}{crc32}", 17);
const files = { github: ".github/workflows/outgate.yml", gitlab: ".gitlab/outgate.yml" } as const;

/** What the safety of each rests on, besides its script. */
const wanted = {
  github: [
    "  pull_request_target:",
    "permissions:\n  contents: read",
    "          ref: ${{ github.event.pull_request.base.sha }}\n          fetch-depth: 0",
    "          HEAD: ${{ github.event.pull_request.head.sha }}",
    "          OUTGATE_KEY: ${{ secrets.OUTGATE_KEY }}",
  ],
  gitlab: ['    - if: $CI_PIPELINE_SOURCE == "merge_request_event"', '    GIT_DEPTH: "0"', "  image: node:24"],
} as const;

/** Pushes a branch as the service keeps it for a request to merge, and forgets it here. Gives its commit. */
function request(repository: Repository, contents: readonly string[], ref: string): string {
  repository.git("checkout", "--quiet", "-b", "topic", "main");
  for (const content of contents) repository.commitFile("a.txt", content);
  const head = repository.git("rev-parse", "HEAD");
  repository.git("push", "--quiet", "origin", `HEAD:${ref}`);
  repository.git("checkout", "--quiet", "main");
  repository.git("branch", "--quiet", "-D", "topic");
  return head;
}

/** The shell script of the last step of a workflow, without what installs packages. */
function script(text: string): string {
  const block = text.slice(text.lastIndexOf("|\n") + 2);
  return block
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "npm ci")
    .join("\n");
}

function runScript(repository: Repository, workflow: string, variables: NodeJS.ProcessEnv): Run {
  return repository.with(variables).run("bash", "-e", "-o", "pipefail", "-c", script(workflow));
}

describe.each(["github", "gitlab"] as const)("init --ci %s", (service) => {
  test("writes a workflow, says what else is to be done, and a second time nothing", () => {
    const repository = createProject();
    const { code, stdout, stderr } = repository.outgate("init", "--ci", service);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(`Created\n  - ${files[service]}\n`);
    expect(stdout).toContain("equired");
    expect(repository.git("status", "--porcelain", "--untracked-files=all")).toBe(`?? ${files[service]}`);
    expect(repository.outgate("init", "--ci", service).stdout).toContain("outgate: Nothing had to change.");
    const text = repository.read(files[service]);
    expect(wanted[service].filter((line) => !text.includes(`${line}\n`))).toEqual([]);
  });

  test("says that a locked deny list needs its key there, where there is one", () => {
    const repository = createProject();
    const next = "Give CI the key of denylist/terms.lock as OUTGATE_KEY";
    expect(repository.outgate("init", "--ci", service).stdout).not.toContain("OUTGATE_KEY");
    repository.write("denylist/terms.lock", "a lock\n");
    expect(repository.outgate("init", "--ci", service).stdout.replaceAll(/\s+/g, " ")).toContain(next);
  });

  test.each([
    ["file:../packed/outgate-0.1.0.tgz", true],
    ["file:vendor/outgate-0.1.0.tgz", false],
    ["^0.1.0", false],
  ])("says that CI has no file from outside of the repository: %s", (version, isStray) => {
    const repository = createProject();
    repository.write("package.json", JSON.stringify({ devDependencies: { outgate: version } }));
    const { code, stdout } = repository.outgate("init", "--ci", service);
    expect(code).toBe(0);
    const next = "1. Put outgate-0.1.0.tgz into the repository and install it from there, or install a git address:";
    expect(stdout.replaceAll(/\s+/g, " ").includes(next)).toBe(isStray);
  });

  test("touches no file that is not its own, and writes none on --dry-run", () => {
    const repository = createProject();
    expect(repository.outgate("init", "--ci", service, "--dry-run")).toMatchObject({ code: 0 });
    expect(repository.git("status", "--porcelain")).toBe("");
    repository.write(files[service], "name: mine\n");
    expect(repository.outgate("init", "--ci", service)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`${files[service]} is there already`),
    });
    expect(repository.read(files[service])).toBe("name: mine\n");
  });

  test("where CI would find no outgate it writes nothing, and says what to do", () => {
    const repository = createRepository();
    expect(repository.outgate("init", "--ci", service)).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("Install it here: `npm install --save-dev ADDRESS`"),
    });
  });

  test("what it wrote stops what a request adds and removes again, and lets a clean one pass", () => {
    const repository = createProject();
    repository.outgate("init", "--ci", service);
    const workflow = repository.read(files[service]);
    const base = repository.git("rev-parse", "HEAD");
    for (const [number, contents] of [
      [`token = "${token}"\n`, "clean\n"],
      ["one\n", "two\n"],
    ].entries()) {
      const ref = `refs/pull/${number}/head`;
      const head = request(repository, contents, ref);
      const variables = {
        BASE: base,
        HEAD: head,
        NUMBER: String(number),
        CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
        CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main",
        CI_COMMIT_SHA: head,
      };
      const { code, stdout } = runScript(repository, workflow, variables);
      expect({ code, isStopped: stdout.includes("outgate: stopped, 1 finding.") }).toEqual(
        number === 0 ? { code: 1, isStopped: true } : { code: 0, isStopped: false },
      );
      expect(stdout).not.toContain(token);
    }
  });
});

test("init --ci knows two services", () => {
  expect(createProject().outgate("init", "--ci", "other")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("--ci takes one of: github, gitlab"),
  });
});

test("the action runs range over what it is given, and its result is the exit code", () => {
  const repository = createProject();
  const base = repository.git("rev-parse", "HEAD");
  const head = request(repository, [`token = "${token}"\n`, "clean\n"], "refs/heads/topic");
  const run = /\n {6}run: (node .+)\n$/.exec(readFileSync("action.yml", "utf8"))?.[1] ?? "";
  const variables = { OUTGATE: program, BASE: base, HEAD: head, POLICY: "", FORMAT: "github", BROUGHT: "deny" };
  const PATH = `${join(process.execPath, "..")}:${repository.environment["PATH"] ?? ""}`;
  const stopped = repository.with({ ...variables, PATH }).run("bash", "-e", "-c", run);
  expect(stopped).toMatchObject({ code: 1, stdout: expect.stringContaining("outgate: stopped, 1 finding.") });
  const passed = repository.with({ ...variables, PATH, BASE: `${head}~1`, POLICY: base }).run("bash", "-e", "-c", run);
  expect(passed).toMatchObject({ code: 0 });
});

test("the hooks for the pre-commit framework call commands that there are, in stages that it has", () => {
  const text = readFileSync(".pre-commit-hooks.yaml", "utf8");
  const entries = [...text.matchAll(/^ {2}entry: (.+)$/gm)].map(([, entry]) => entry);
  expect(entries).toEqual([
    "outgate staged --hook",
    "outgate staged --hook --message",
    "outgate commit-msg --quiet",
    "outgate push",
  ]);
  expect(Object.keys(manifest.bin)).toEqual(["outgate"]);
});
