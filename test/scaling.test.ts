import { chmodSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { fill } from "../src/detectors/template.ts";
import { createFolder, createProject, type Place, program, type Repository, type Run } from "./repository.ts";

const token = fill("ghp_{base62:30}{crc32}", 23);
const folder = "examples/shards";
const page = readFileSync("docs/SCALING.md", "utf8");
const text = (name: string): string => readFileSync(`${folder}/${name}`, "utf8");

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface GitHubJob {
  readonly needs?: string;
  readonly if?: string;
  readonly strategy?: { readonly "fail-fast": boolean; readonly matrix: { readonly shard: readonly number[] } };
  readonly steps: readonly Step[];
}

interface GitLabJob {
  readonly parallel?: number;
  readonly needs?: readonly string[];
  readonly rules: readonly { readonly when?: string }[];
  readonly script: readonly string[];
  readonly artifacts?: { readonly when: string; readonly paths: readonly string[] };
}

interface KubernetesJob {
  readonly apiVersion: string;
  readonly kind: string;
  readonly spec: {
    readonly completionMode?: string;
    readonly completions?: number;
    readonly template: {
      readonly spec: {
        readonly containers: readonly {
          readonly env: readonly { readonly name: string; readonly value: string }[];
          readonly command: readonly string[];
          readonly args: readonly string[];
        }[];
      };
    };
  };
}

/** A repository that has outgate among its packages, whose remote has a request to merge with these contents. */
function projectWith(contents: readonly string[]): {
  readonly repository: Repository;
  readonly variables: NodeJS.ProcessEnv;
} {
  const repository = createProject();
  const base = repository.git("rev-parse", "HEAD");
  repository.git("checkout", "--quiet", "-b", "topic");
  for (const content of contents) repository.commitFile("a.txt", content);
  const head = repository.git("rev-parse", "HEAD");
  repository.git("push", "--quiet", "origin", "HEAD:refs/pull/7/head");
  repository.git("checkout", "--quiet", "main");
  const variables = {
    BASE: base,
    HEAD: head,
    NUMBER: "7",
    CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main",
    CI_COMMIT_SHA: head,
  };
  return { repository, variables };
}

/** The lines of a job, without what installs packages, as CI's shells run them. */
function bash(place: Place, lines: readonly string[]): Run {
  const script = lines.filter((line) => line !== "npm ci").join("\n");
  const PATH = `${join(process.execPath, "..")}:${place.environment["PATH"] ?? ""}`;
  return place.with({ PATH }).run("bash", "-e", "-o", "pipefail", "-c", script);
}

const requests = [
  {
    what: "one that takes its secret away again",
    contents: [`token = "${token}"\n`, "clean\n"],
    code: 1,
    said: "stopped, 1 finding.",
  },
  { what: "a clean one", contents: ["one\n", "two\n"], code: 0, said: "passed. Scanned" },
] as const;

test("docs/SCALING.md shows the files as they are", () => {
  for (const name of ["github.yml", "gitlab.yml", "kubernetes.yaml"])
    expect(page).toContain(`\`\`\`yaml\n${text(name)}\`\`\`\n`);
});

test.each(requests)("GitHub's matrix over the commits of a request: $what", ({ contents, code, said }) => {
  const { shard, outgate }: Record<string, GitHubJob> = parse(text("github.yml")).jobs;
  const matrix = shard?.strategy?.matrix.shard ?? [];
  expect(matrix).toEqual([1, 2, 3, 4]);
  expect(shard?.strategy?.["fail-fast"]).toBe(false);
  expect(outgate).toMatchObject({ needs: "shard", if: "${{ always() }}" });
  const checks = shard?.steps.find(({ env }) => env !== undefined);
  expect(checks?.env?.["SHARD"]).toBe("${{ matrix.shard }}/${{ strategy.job-total }}");
  const upload = shard?.steps.find(({ uses }) => uses?.startsWith("actions/upload-artifact@"));
  expect(upload).toMatchObject({ if: "${{ always() }}", with: { path: "outgate-${{ matrix.shard }}.json" } });
  const download = outgate?.steps.find(({ uses }) => uses?.startsWith("actions/download-artifact@"));
  expect(download?.with).toEqual({ pattern: "outgate-*", path: "reports", "merge-multiple": true });

  const { repository, variables } = projectWith(contents);
  for (const index of matrix) {
    const run = bash(repository.with({ ...variables, SHARD: `${index}/${matrix.length}` }), [checks?.run ?? "exit 9"]);
    expect(run).toMatchObject({ code: 0 });
    repository.write(`reports/outgate-${index}.json`, repository.read(`outgate-${index}.json`));
  }
  const joined = bash(repository, [outgate?.steps.at(-1)?.run ?? "exit 9"]);
  expect(joined).toMatchObject({ code, stdout: expect.stringContaining(`outgate: ${said}`) });
  expect(joined.stdout).not.toContain(token);
  repository.run("rm", "reports/outgate-3.json");
  expect(bash(repository, [outgate?.steps.at(-1)?.run ?? "exit 9"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("shard 3 of 4 is missing"),
  });
});

test.each(requests)("GitLab's parallel jobs over the commits of a request: $what", ({ contents, code, said }) => {
  const jobs: Record<string, GitLabJob> = parse(text("gitlab.yml"));
  const { "outgate-shard": shard, outgate } = jobs;
  expect(shard?.artifacts).toMatchObject({ when: "always", paths: ["outgate-*.json"] });
  expect(outgate?.needs).toEqual(["outgate-shard"]);
  expect(outgate?.rules.map(({ when }) => when)).toEqual(["always"]);

  const { repository, variables } = projectWith(contents);
  const total = shard?.parallel ?? 0;
  for (let index = 1; index <= total; index++) {
    const place = repository.with({ ...variables, CI_NODE_INDEX: String(index), CI_NODE_TOTAL: String(total) });
    expect(bash(place, shard?.script ?? [])).toMatchObject({ code: 0 });
  }
  const joined = bash(repository, outgate?.script ?? []);
  expect(joined).toMatchObject({ code, stdout: expect.stringContaining(`outgate: ${said}`) });
  expect(joined.stdout).toContain("Joined from 4 shards.");
});

test.each([
  { line: `token = "${token}"\n`, code: 1, said: "stopped, 1 finding." },
  { line: "harmless\n", code: 0, said: "passed. Scanned 30 documents" },
])("Kubernetes' indexed Job over a volume ends with $code", ({ line, code, said }) => {
  const documents = parseAllDocuments(text("kubernetes.yaml"));
  expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
  const [shards, merge] = documents.map((document): KubernetesJob => document.toJS());
  expect(shards).toMatchObject({ apiVersion: "batch/v1", kind: "Job", spec: { completionMode: "Indexed" } });
  const place = createFolder();
  place.write("../bin/outgate", `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
  chmodSync(join(place.path, "../bin/outgate"), 0o755);
  for (let number = 0; number < 30; number++) place.write(`${number}.txt`, number === 20 ? line : "harmless\n");
  for (let index = 0; index < (shards?.spec.completions ?? 0); index++)
    expect(pod(shards, place, { JOB_COMPLETION_INDEX: String(index) })).toMatchObject({ code: 0, stderr: "" });
  expect(pod(merge, place)).toMatchObject({ code, stdout: expect.stringContaining(`outgate: ${said}`) });
});

/** The container of a Job, with its volumes beside the folder. */
function pod(job: KubernetesJob | undefined, place: Place, variables: NodeJS.ProcessEnv = {}): Run {
  const [container] = job?.spec.template.spec.containers ?? [];
  const env = Object.fromEntries(container?.env.map(({ name, value }) => [name, value]) ?? []);
  const script = container?.args[0]?.replaceAll("/reports/", "../reports/").replaceAll("RUN_ID", "17") ?? "exit 9";
  const [shell = "", flags = ""] = container?.command ?? [];
  const PATH = `${join(place.path, "../bin")}:${place.environment["PATH"] ?? ""}`;
  return place.with({ ...env, ...variables, PATH }).run(shell, flags, script);
}

test("the list of repositories: each is checked by one shard, and what cannot be cloned is no pass", () => {
  const place = createFolder();
  place.write("../bin/outgate", `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
  chmodSync(join(place.path, "../bin/outgate"), 0o755);
  const contents = ["one\n", "two\n", `token = "${token}"\n`, "four\n"];
  for (const [number, content] of contents.entries()) {
    const path = join(place.path, `../r${number}`);
    place.git("init", "--quiet", path);
    place.write(`../r${number}/a.txt`, content);
    place.git("-C", path, "add", "--all");
    place.git("-C", path, "commit", "--quiet", "-m", "a commit");
  }
  const list = (...names: readonly string[]): string =>
    names.map((name) => `file://${join(place.path, "..", name)}\n`).join("");
  const PATH = `${join(place.path, "../bin")}:${place.environment["PATH"] ?? ""}`;
  const runs = (): (number | null)[] =>
    [1, 2, 3].map(
      (shard) => place.with({ PATH }).run(resolve(folder, "repositories.sh"), "list", `${shard}/3`, ".").code,
    );
  place.write("list", list("r0", "r1", "r2", "r3"));
  expect(runs()).toEqual([1, 0, 0]);
  expect(["1", "2", "3", "4"].map((name) => JSON.parse(place.read(`${name}.json`)).verdict)).toEqual([
    "pass",
    "pass",
    "block",
    "pass",
  ]);
  place.write("list", list("r0", "absent", "r2", "r3", "r1", "gone"));
  expect(runs()).toEqual([1, 0, 2]);
});
