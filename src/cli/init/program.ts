import { existsSync, readFileSync, realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { escapeControls } from "../../findings/name.ts";
import { GateError } from "../../model/error.ts";

/** How a hook finds the program. */
export type Program = InstalledProgram | CheckoutProgram;

/** For hooks that only this machine has: absolute paths. */
export interface InstalledProgram {
  readonly kind: "installed";
  readonly node: string;
  readonly file: string;
}

/** For hooks that are committed: a path that is the same in every checkout. */
export interface CheckoutProgram {
  readonly kind: "checkout";
  /** The top of the checkout in which it was found. */
  readonly top: string;
  /** From the top of the checkout to the package that has outgate: "", or "web/". */
  readonly folder: string;
  /** From there to the program. */
  readonly file: string;
  /** From the folder of the hooks to the top of the checkout: "..". */
  readonly up: string;
  /** Whether the file can be run, or Node must be told to. */
  readonly runs: "itself" | "node";
  /** What to do where it is not there. */
  readonly remedy: string;
}

/** The program that is running, on the Node that it runs on. */
export function installedProgram(): InstalledProgram {
  return { kind: "installed", node: process.execPath, file: realpathSync(process.argv[1] ?? "") };
}

/**
 * The program as the checkout has it: in the package that the hooks belong to, or in one around it.
 * @param top the top of the checkout.
 * @param hooks the folder of the hooks, in the checkout.
 * @throws {GateError} if no package there has outgate.
 */
export function checkoutProgram(top: string, hooks: string): CheckoutProgram {
  const up = posix(relative(hooks, top));
  for (let at = dirname(hooks); ; at = dirname(at)) {
    const inside = posix(relative(top, at));
    const folder = inside === "" ? "" : `${inside}/`;
    const where = folder === "" ? "this repository" : folder;
    if (existsSync(join(at, bin))) {
      return {
        kind: "checkout",
        top,
        folder,
        up,
        file: bin,
        runs: "itself",
        remedy: `Run \`npm install\` in ${where}, which brings it.`,
      };
    }
    // outgate's own repository has no package of outgate in it.
    if (readPackage(at)?.["name"] === "outgate") {
      return {
        kind: "checkout",
        top,
        folder,
        up,
        file: built,
        runs: "node",
        remedy: `Run \`npm ci && npm run build\` in ${where}, which makes it.`,
      };
    }
    if (at === top || dirname(at) === at) break;
  }
  throw new GateError(
    `what is in ${posix(relative(top, hooks))}/ is committed, so each checkout must bring its own outgate, and this one has no ${bin}`,
    `Install it here: \`${installCommand(top)} ADDRESS\`, where ADDRESS is the packed tarball or the git address of outgate. Then run \`outgate init\` again.`,
  );
}

const bin = "node_modules/.bin/outgate";
const built = "dist/outgate.cjs";

/** A folder's package.json; undefined where there is none that can be read. */
export function readPackage(folder: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the package in a folder says that it needs another one. */
export function hasDependency(folder: string, name: string): boolean {
  return neededBy(folder, name) !== undefined;
}

/** What to do where a package needs outgate from a file that only this machine has; undefined where it does not. */
export function strayFileStep(top: string, folder: string): string | undefined {
  const [, path] = /^file:(.+)$/s.exec(String(neededBy(join(top, folder), "outgate"))) ?? [];
  if (path === undefined) return undefined;
  const inside = relative(top, resolve(top, folder, path));
  if (inside.split(sep)[0] !== ".." && !isAbsolute(inside)) return undefined;
  return `Put ${escapeControls(basename(path))} into the repository and install it from there, or install a git address: ${folder}package.json names a file that other clones and CI do not have.`;
}

/** What a package says of another one that it needs: its version, or where it is. */
function neededBy(folder: string, name: string): unknown {
  const { dependencies, devDependencies, optionalDependencies } = readPackage(folder) ?? {};
  const all: Readonly<Record<string, unknown>> = Object.assign({}, dependencies, devDependencies, optionalDependencies);
  return Object.hasOwn(all, name) ? all[name] : undefined;
}

function installCommand(top: string): string {
  const managers: readonly (readonly [string, string])[] = [
    ["pnpm-lock.yaml", "pnpm add --save-dev"],
    ["yarn.lock", "yarn add --dev"],
    ["bun.lock", "bun add --dev"],
  ];
  return managers.find(([lock]) => existsSync(join(top, lock)))?.[1] ?? "npm install --save-dev";
}

/** A path with slashes, as git and the shell write it. */
export function posix(path: string): string {
  return path.split(sep).join("/");
}
