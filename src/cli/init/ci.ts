import { existsSync, lstatSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { lockName } from "../../lists/lists.ts";
import { GateError } from "../../model/error.ts";
import { seeHelp } from "../flags.ts";
import { checkoutProgram, type CheckoutProgram, strayFileStep } from "./program.ts";
import { openRepository, type Repository } from "./repository.ts";
import { apply, type Step } from "./step.ts";
import { numbered, say, section, toldSteps } from "./tell.ts";

/** Where a check runs that nobody can skip. */
const services = ["github", "gitlab"] as const;

type Service = (typeof services)[number];

interface Workflow {
  readonly file: string;
  readonly text: (install: readonly string[], program: CheckoutProgram) => string;
  /** What the user has to do besides committing the file. */
  readonly next: readonly string[];
  /** How a secret is given to it. */
  readonly keep: string;
}

/** @throws {GateError} if there is no such service. */
function serviceOf(value: unknown): Service {
  const found = services.find((service) => service === value);
  if (found !== undefined) return found;
  throw new GateError(`--ci takes one of: ${services.join(", ")}`, seeHelp());
}

/**
 * `outgate init --ci github|gitlab`: writes a workflow that runs `outgate range` over the commits of a pull or merge request. It
 * installs no hooks.
 * @throws {GateError} if a file of that name is somebody else's, or if CI would find no outgate.
 */
export async function initCi(value: unknown, dry: boolean): Promise<number> {
  const service = serviceOf(value);
  const repository = await openRepository(process.cwd());
  const { next, keep, ...workflow } = workflows[service];
  const steps = workflowSteps(repository, workflow);
  const plan = toldSteps(steps, repository, dry);
  if (dry) {
    await say(`${plan}outgate: Nothing was changed: this was --dry-run.\n`);
    return 0;
  }
  await apply(steps);
  const isLocked = existsSync(join(repository.top, lockName));
  const stray = strayFileStep(repository.top, programOf(repository, workflow.file).folder);
  const todo = [
    ...(stray === undefined ? [] : [stray]),
    `Commit ${workflow.file}.`,
    ...next,
    ...(isLocked ? [keyOf(keep)] : []),
  ].map((text) => ({ text }));
  const outcome = steps.length === 0 ? "Nothing had to change." : "The workflow is written.";
  await say(`${plan}${section("Next steps", numbered(todo))}outgate: ${outcome}\n`);
  return 0;
}

function keyOf(keep: string): string {
  return `Give CI the key of ${lockName} as OUTGATE_KEY, or every check is exit code 2: ${keep}.`;
}

function workflowSteps(repository: Repository, { file, text }: Pick<Workflow, "file" | "text">): Step[] {
  const path = join(repository.top, file);
  const program = programOf(repository, file);
  const bytes = Buffer.from(text(installOf(repository.top, program), program));
  const why = "Checks the commits of each request to merge, by the config of its base.";
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return [{ kind: "write", path, bytes, mode: 0o644, why }];
  const there = stat.isFile() ? readFileSync(path) : Buffer.alloc(0);
  if (!there.toString("utf8").startsWith(mark)) {
    throw new GateError(
      `${file} is there already, and \`outgate init\` has not written it`,
      "Give it another name, and run the command again.",
    );
  }
  return there.equals(bytes) ? [] : [{ kind: "write", path, bytes, mode: 0o644, why: "Brings it up to date." }];
}

/** @throws {GateError} if the repository does not bring outgate. */
function programOf({ top }: Repository, file: string): CheckoutProgram {
  return checkoutProgram(top, join(top, dirname(file)));
}

/** The first words of every file that is outgate's. */
const mark = "# Written by `outgate init --ci";

/** How CI installs the packages of a repository, by its lock file. */
function installOf(top: string, { folder }: CheckoutProgram): string[] {
  const managers: readonly (readonly [string, readonly string[]])[] = [
    ["pnpm-lock.yaml", ["corepack enable", "pnpm install --frozen-lockfile"]],
    ["yarn.lock", ["corepack enable", "yarn install"]],
    ["bun.lock", ["npm install --global bun", "bun install --frozen-lockfile"]],
  ];
  const commands = managers.find(([lock]) => existsSync(join(top, folder, lock)))?.[1] ?? ["npm ci"];
  return folder === "" ? [...commands] : [`cd '${folder}'`, ...commands, "cd -"];
}

function called({ folder, file, runs }: CheckoutProgram): string {
  return runs === "node" ? `node '${folder}${file}'` : `'${folder}${file}'`;
}

function lines(indent: string, commands: readonly string[]): string {
  return commands.map((command) => `${indent}${command}\n`).join("");
}

const workflows: Readonly<Record<Service, Workflow>> = {
  github: {
    file: ".github/workflows/outgate.yml",
    next: [
      'Make the check "outgate" required: Settings, Rules, a ruleset for the default branch, "Require status checks to pass".',
    ],
    keep: "`gh secret set OUTGATE_KEY < ~/.config/outgate/key`",
    text: (install, program) => `${mark} github\`, and written again by it.
# Checks every commit of a pull request: contents, messages, names and people, also what a later commit takes away again.
name: outgate
on:
  # The workflow, the program and the config are those of the base, so that no pull request can change its own judge. Nothing of the
  # pull request is checked out or run: its commits are fetched, and read as objects.
  pull_request_target:
permissions:
  contents: read
jobs:
  outgate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
        with:
          ref: \${{ github.event.pull_request.base.sha }}
          fetch-depth: 0
      - uses: actions/setup-node@v5
        with:
          node-version: 24
      - name: Install
        run: |
${lines("          ", install)}\
      - name: Check the commits
        env:
          BASE: \${{ github.event.pull_request.base.sha }}
          HEAD: \${{ github.event.pull_request.head.sha }}
          NUMBER: \${{ github.event.pull_request.number }}
          # Of a locked deny list. Without one there is none, and it is empty.
          OUTGATE_KEY: \${{ secrets.OUTGATE_KEY }}
        run: |
          git fetch --quiet --no-tags origin "refs/pull/$NUMBER/head"
          ${called(program)} range "$BASE..$HEAD" --new-suppressions deny --format github
`,
  },
  gitlab: {
    file: ".gitlab/outgate.yml",
    next: [
      "Include it in .gitlab-ci.yml: `include: [{ local: .gitlab/outgate.yml }]`.",
      'Make it required: Settings, Merge requests, "Pipelines must succeed".',
      "Let the owners of the code approve changes of .gitlab/ and .gitlab-ci.yml: GitLab runs these files as the merge request has them.",
    ],
    keep: "Settings, CI/CD, Variables, masked",
    text: (install, program) => `${mark} gitlab\`, and written again by it.
# Checks every commit of a merge request: contents, messages, names and people, also what a later commit takes away again.
# .gitlab-ci.yml includes it: include: [{ local: .gitlab/outgate.yml }]
outgate:
  image: node:24
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  variables:
    # The whole history.
    GIT_DEPTH: "0"
  script:
    - |
${lines("      ", install)}\
      git fetch --quiet --no-tags origin "$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"
      # The config that judges is the target's, so that no merge request can change its own judge.
      ${called(program)} range "$CI_MERGE_REQUEST_DIFF_BASE_SHA..\${CI_MERGE_REQUEST_SOURCE_BRANCH_SHA:-$CI_COMMIT_SHA}" --policy-ref FETCH_HEAD --new-suppressions deny
`,
  },
};
