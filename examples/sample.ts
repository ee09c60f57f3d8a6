import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Verdict } from "../src/index.ts";
import { fill } from "../src/detectors/template.ts";
import { type Audience, audiences } from "../src/model/audience.ts";
import {
  type Change,
  denied,
  type PushScenario,
  pushScenarios,
  type Scenario,
  scenarios,
  type Unguarded,
} from "./commits.ts";
import { logs, type SampleLog } from "./logs.ts";
import { type Talk, talks } from "./messages.ts";
import { tellLeaks } from "./site.ts";

const program = join(import.meta.dirname, "../dist/outgate.cjs");

/**
 * Guards the sample project with the real hooks, in a temporary repository, and tries to leak. Sets exit code 0 only if every
 * leaking commit and push was stopped, every leak of its site was found, and every clean twin went through.
 */
export function runSample(): void {
  const folder = mkdtempSync(join(tmpdir(), "outgate-sample-"));
  try {
    process.exitCode = guarded(folder) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function guarded(folder: string): boolean {
  const project = new SampleProject(folder);
  show("outgate init --yes", project.init());
  show("outgate deny add < family.txt", project.deny(denied));
  const results = [
    ...scenarios.map((scenario) => tried(project, scenario)),
    ...pushScenarios.map((scenario) => triedToPush(project, scenario)),
  ];
  const told = talks.map((talk) => tellAll(project, talk));
  const masked = logs.map((log) => maskLog(project, log));
  const isSiteGuarded = triedToPublish(project);
  const failed = results.filter((held) => !held).length;
  const count = `${results.length} leaks and ${results.length} clean twins`;
  console.log(
    failed === 0 ? `${count}: every leak was stopped, every twin went through.` : `${count}: ${failed} went wrong.`,
  );
  console.log(told.every(Boolean) ? "Each message reached whom it may reach." : "A message went to the wrong readers.");
  console.log(masked.every(Boolean) ? "Of each log all of it was masked." : "Something in a log was not masked.");
  console.log(isSiteGuarded ? "The site is published without its leaks alone." : "The site went wrong.");
  return failed === 0 && told.every(Boolean) && masked.every(Boolean) && isSiteGuarded;
}

/** Whether the leak was stopped and the twin was not. */
function tried(project: SampleProject, { title, leak, twin }: Scenario): boolean {
  heading(title);
  const stopped = project.commit(leak);
  show(commandOf(leak), stopped.output);
  const passed = project.commit(twin);
  console.log(
    `${stopped.made ? "NOT STOPPED" : "Stopped."} Its clean twin: ${passed.made ? "committed." : `STOPPED\n${passed.output}`}\n`,
  );
  return !stopped.made && passed.made;
}

/** The same with commits that met no hook: they are stopped where they would be published. */
function triedToPush(project: SampleProject, { title, leak, twin }: PushScenario): boolean {
  heading(title);
  const stopped = project.push(leak);
  show("git push origin HEAD:import", stopped.output);
  const passed = project.push(twin);
  console.log(
    `${stopped.made ? "NOT STOPPED" : "Stopped."} Its clean twin: ${passed.made ? "pushed." : `STOPPED\n${passed.output}`}\n`,
  );
  return !stopped.made && passed.made;
}

/** Whether a built site with a leak in each place that somebody could read is stopped, for each of them, and its clean twin is not. */
function triedToPublish(project: SampleProject): boolean {
  heading("a site that Eleventy builds, with a leak in each place");
  const { status, output } = project.publish("leaks", "--format", "json");
  console.log("$ outgate site _site\n");
  const areFound = tellLeaks((JSON.parse(output) as Verdict).findings);
  const twin = project.publish("twin");
  show("outgate site _site   # its clean twin", twin.output);
  return status === 1 && areFound && twin.status === 0;
}

/** Whether exactly those get a message who may read it. */
function tellAll(project: SampleProject, { title, text, readers }: Talk): boolean {
  heading(title);
  console.log(`${text}\n`);
  const outcomes = audiences.map((audience) => {
    const { status, output } = project.send(text, audience);
    show(`outgate message --to ${audience} < message.txt`, output);
    return (status === 0) === readers.includes(audience);
  });
  return outcomes.every(Boolean);
}

/** Whether nothing is left of what must not be read, lines of JSON are still JSON, and the masked log passes. */
function maskLog(project: SampleProject, { title, name, lines }: SampleLog): boolean {
  heading(title);
  const marked = lines.map((line) => fill(line, Date.now() % 1_000_000));
  const secrets = marked.flatMap((line) => [...line.matchAll(/«(.*?)»/g)].map(([, secret = ""]) => secret));
  const found = project.redact(name, `${marked.join("\n").replaceAll(/[«»]/g, "")}\n`);
  show(`outgate log ${name}; outgate redact ${name} --in-place`, found.before.output);
  show(`cat ${name}`, found.text);
  show(`outgate log ${name}`, found.after.output);
  for (const line of found.text.trim().split("\n")) if (name.endsWith("l")) JSON.parse(line);
  const isLeft = [...secrets, "Vosskamp"].some((secret) => found.text.includes(secret));
  return found.before.status === 1 && found.after.status === 0 && !isLeft;
}

interface Outcome {
  readonly status: number;
  readonly output: string;
}

/** A copy of examples/sample in a git repository of its own, away from the user's settings. */
class SampleProject {
  readonly #folder: string;
  readonly #environment: NodeJS.ProcessEnv;
  #seed = Date.now() % 1_000_000;

  constructor(folder: string) {
    this.#folder = join(folder, "tidewater");
    const home = join(folder, "home");
    mkdirSync(home);
    cpSync(join(import.meta.dirname, "sample"), this.#folder, { recursive: true });
    const { PATH } = process.env;
    this.#environment = {
      PATH,
      HOME: home,
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_TERMINAL_PROMPT: "0",
      OUTGATE_STATE: join(folder, "state"),
    };
    this.#git("init", "-q", "-b", "main");
    this.#git("config", "user.name", "Robin Sample");
    this.#git("config", "user.email", "robin@example.com");
    this.#git("add", ".");
    this.#git("commit", "-q", "-m", "The shop");
    this.#git("init", "-q", "--bare", "../origin.git");
    this.#git("remote", "add", "origin", "../origin.git");
    this.#git("push", "-q", "origin", "main");
  }

  init(): string {
    return this.#run(process.execPath, program, "init", "--yes").output;
  }

  /** Puts terms into the deny list, which stays out of git. */
  deny(terms: readonly string[]): string {
    const input = terms.map((term) => `${term}\n`).join("");
    return this.#runWith(input, process.execPath, program, "deny", "add").output;
  }

  /** Asks whether a message may be sent. */
  send(text: string, audience: Audience): { status: number; output: string } {
    return this.#runWith(text, process.execPath, program, "message", "--to", audience);
  }

  /** Builds the site, and asks whether it may be published. */
  publish(kind: "leaks" | "twin", ...flags: readonly string[]): { status: number; output: string } {
    const build = join(import.meta.dirname, "site/build.ts");
    rmSync(join(this.#folder, "_site"), { recursive: true, force: true });
    const built = this.#run(process.execPath, "--disable-warning=ExperimentalWarning", build, "_site", kind);
    if (built.status !== 0) throw new Error(`the site cannot be built: ${built.output}`);
    return this.#run(process.execPath, program, "site", "_site", ...flags);
  }

  /** A log that is checked, masked, and checked again. */
  redact(name: string, text: string): { before: Outcome; after: Outcome; text: string } {
    this.#write(name, text);
    const check = (): Outcome => this.#run(process.execPath, program, "log", name);
    const before = check();
    const { output } = this.#run(process.execPath, program, "redact", name, "--in-place");
    const masked = readFileSync(join(this.#folder, name), "utf8");
    const after = check();
    rmSync(join(this.#folder, name));
    return { before: { ...before, output: `${before.output}\n${output}` }, after, text: masked };
  }

  /** Commits a change; one that is stopped is taken back. */
  commit({ files = {}, unstaged = {}, message = "Work on the import", flags = [] }: Change): {
    made: boolean;
    output: string;
  } {
    this.#seed++;
    for (const [name, text] of Object.entries(files)) this.#write(name, text);
    this.#git("add", "-A");
    for (const [name, text] of Object.entries(unstaged)) this.#write(name, text);
    const { status, output } = this.#run("git", "commit", "-q", ...flags, "-m", fill(message, this.#seed));
    this.#git("reset", "-q", "--hard");
    return { made: status === 0, output };
  }

  /** Makes commits where no hook runs, and pushes them; afterwards all is as it was. */
  push(changes: readonly Unguarded[]): { made: boolean; output: string } {
    this.#seed++;
    for (const { message, files } of changes) {
      for (const [name, text] of Object.entries(files)) {
        if (text === undefined) this.#git("rm", "-q", name);
        else this.#write(name, text);
      }
      this.#git("add", "-A");
      this.#git("-c", "core.hooksPath=/dev/null", "commit", "-q", "-m", message);
    }
    const { status, output } = this.#run("git", "push", "-q", "origin", "HEAD:refs/heads/import");
    this.#git("reset", "-q", "--hard", `HEAD~${changes.length}`);
    return { made: status === 0, output };
  }

  #write(name: string, text: string | Buffer): void {
    const path = join(this.#folder, fill(name, this.#seed));
    mkdirSync(dirname(path), { recursive: true });
    const isText = typeof text === "string";
    writeFileSync(path, isText ? fill(text, this.#seed) : filledWide(text, this.#seed));
  }

  #git(...args: readonly string[]): void {
    const { status, output } = this.#run("git", ...args);
    if (status !== 0) throw new Error(`git ${args[0]} failed: ${output}`);
  }

  #run(command: string, ...args: readonly string[]): { status: number; output: string } {
    return this.#runWith("", command, ...args);
  }

  #runWith(input: string, command: string, ...args: readonly string[]): { status: number; output: string } {
    const { status, stdout, stderr, error } = spawnSync(command, args, {
      input,
      cwd: this.#folder,
      env: this.#environment,
      encoding: "utf8",
    });
    if (error !== undefined) throw error;
    return { status: status ?? 1, output: stdout + stderr };
  }
}

/** Fills the holes of a template that stands there in UTF-16. */
function filledWide(bytes: Buffer, seed: number): Buffer {
  return Buffer.concat([bytes.subarray(0, 2), Buffer.from(fill(bytes.toString("utf16le", 2), seed), "utf16le")]);
}

function commandOf({ message, flags = [] }: Change): string {
  return ["git commit", ...flags, message === undefined ? "" : "-m '…'"].join(" ").trim();
}

function heading(title: string): void {
  console.log(`${"─".repeat(3)} ${title} ${"─".repeat(Math.max(0, 74 - title.length))}\n`);
}

/** A command and what it printed, as a person would see it. */
function show(command: string, output: string): void {
  console.log(`$ ${command}\n${output.trimEnd()}\n`);
}
