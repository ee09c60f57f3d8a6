import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "jsonc-parser";
import { GateError } from "../../model/error.ts";

/** Where the built site stands. */
export interface Output {
  /** What has built it. */
  readonly generator: string;
  /** The folder that is published, relative to the current one. */
  readonly root: string;
  /** Parts of it that are published, relative to it; all of it where it is [""]. */
  readonly parts: readonly string[];
  /** Names of files in it that a server runs or reads, and sends to nobody. */
  readonly kept?: RegExp;
}

/** A generator of sites: by what it is known, and where it puts what it builds. */
interface Generator {
  readonly name: string;
  /** Its file at the top of the project, or in the folder that Hugo has for them. */
  readonly config: RegExp;
  /** What such a file says where others have one of that name, too. */
  readonly says?: RegExp;
  /** Its package, in a project that leaves everything as it is and has no config. */
  readonly package?: string;
  /** Folders in which it builds, the likeliest first, as this project has them. */
  readonly outputs: (project: Project) => readonly (string | Omit<Output, "generator">)[];
}

interface Project {
  readonly names: readonly string[];
  /** The text of one of its files; nothing where it is not there. */
  readonly read: (name: string) => string;
}

const whole = [""];

/** What stands behind the key, in quotation marks or without. */
const destination =
  /^["']?destination["']?[ \t]{0,20}:[ \t]{0,20}(?:"(?<double>[^"\n]+)"|'(?<single>[^'\n]+)'|(?<bare>[^\s"'#][^\n#]*))/m;
const publishDir =
  /(?:^|[{,])[ \t]{0,20}["']?publishDir["']?[ \t]{0,20}[:=][ \t]{0,20}(?:"(?<double>[^"\n]+)"|'(?<single>[^'\n]+)'|(?<bare>[^\s"'#,}][^\n#,}]*))/im;

/**
 * Defaults of each, from its documentation. Those that build on another stand before it: most have a config of Vite as well. A config that is
 * a program is not run, so a folder that only it names has to be named again.
 */
const generators: readonly Generator[] = [
  { name: "Astro", config: /^astro\.config\./, package: "astro", outputs: () => ["dist"] },
  {
    name: "Next.js",
    config: /^next\.config\./,
    package: "next",
    outputs: () => [
      "out",
      {
        root: ".next",
        parts: ["static", "server/app", "server/pages"],
        kept: /^server\/.*(?:\.js|\.js\.map|\.nft\.json|-manifest\.json)$/s,
      },
    ],
  },
  { name: "Docusaurus", config: /^docusaurus\.config\./, outputs: () => ["build"] },
  { name: "Gatsby", config: /^gatsby-config\./, package: "gatsby", outputs: () => ["public"] },
  { name: "Nuxt", config: /^nuxt\.config\./, package: "nuxt", outputs: () => [".output/public", "dist"] },
  {
    name: "SvelteKit",
    config: /^svelte\.config\./,
    package: "@sveltejs/kit",
    outputs: () => ["build", ".svelte-kit/output/client", "dist"],
  },
  { name: "Angular", config: /^angular\.json$/, outputs: ({ read }) => angularOutputs(read("angular.json")) },
  {
    name: "Eleventy",
    config: /^(?:\.eleventy\.c?js|eleventy\.config\.[cm]?[jt]s)$/,
    package: "@11ty/eleventy",
    outputs: () => ["_site"],
  },
  {
    name: "Jekyll",
    config: /^_config\.ya?ml$/,
    outputs: (project) => [setting(project, /^_config\./, destination) ?? "_site"],
  },
  { name: "Hugo", config: /^(?:config\/_default\/(?:hugo|config)|hugo)\.(?:toml|ya?ml|json)$/, outputs: hugoOutputs },
  { name: "Hugo", config: /^config\.(?:toml|ya?ml|json)$/, says: /\bbaseURL\b/i, outputs: hugoOutputs },
  { name: "VitePress", config: /^\.vitepress$/, outputs: () => [".vitepress/dist"] },
  { name: "VitePress", config: /^docs$/, outputs: () => ["docs/.vitepress/dist"] },
  { name: "Vite", config: /^vite\.config\./, package: "vite", outputs: () => ["dist"] },
];

/**
 * The output folder of the generator whose config stands in the current folder.
 * @throws {GateError} where there is no generator that is known, or where it has not built.
 */
export function findOutput(): Output {
  const names = [".", "config/_default"].flatMap(namesIn);
  const read = (name: string): string => (names.includes(name) ? readFileSync(name, "utf8") : "");
  const packages = packagesOf(read("package.json"));
  const known = generators.filter(
    ({ config, says, package: own = "" }) =>
      names.some((name) => config.test(name) && (says === undefined || says.test(read(name)))) ||
      packages.includes(own),
  );
  const missing: string[] = [];
  for (const { name: generator, outputs } of known)
    for (const output of outputs({ names, read })) {
      const { root, parts, ...rest } = typeof output === "string" ? { root: output, parts: whole } : output;
      const built = parts.filter((part) => isFolder(join(root, part)));
      if (built.length > 0) return { generator, root, parts: built, ...rest };
      missing.push(`${root} of ${generator}`);
    }
  throw missing.length > 0
    ? new GateError(
        `nothing is built: there is no ${missing.join(", no ")}`,
        "Build the site first, or name its folder: `outgate site DIR`.",
      )
    : new GateError("no generator of sites is known here", "Name the folder that is published: `outgate site DIR`.");
}

/** `outputPath` is a text or `{ base, browser }`: https://angular.dev/reference/configs/workspace-config */
function angularOutputs(config: string): string[] {
  const { projects = {} } = (parse(config) ?? {}) as AngularWorkspace; // what the schema says; anything may be missing
  return Object.entries(projects).flatMap(([name, { architect, targets } = {}]) => {
    const path = (architect ?? targets)?.build?.options?.outputPath ?? `dist/${name}`;
    const base = typeof path === "string" ? path : (path.base ?? `dist/${name}`);
    const browser = typeof path === "string" ? "browser" : (path.browser ?? "browser");
    return [join(base, browser), base];
  });
}

interface AngularWorkspace {
  readonly projects?: Readonly<Record<string, AngularProject | undefined>>;
}

interface AngularProject {
  readonly architect?: AngularTargets;
  readonly targets?: AngularTargets;
}

interface AngularTargets {
  readonly build?: {
    readonly options?: { readonly outputPath?: string | { readonly base?: string; readonly browser?: string } };
  };
}

/** https://gohugo.io/configuration/introduction/: one file, or those of a folder. */
function hugoOutputs(project: Project): string[] {
  return [setting(project, /^(?:hugo|config\/_default\/(?:hugo|config)|config)\./, publishDir) ?? "public"];
}

/** What the first of some files says behind a key. */
function setting({ names, read }: Project, files: RegExp, pattern: RegExp): string | undefined {
  for (const name of names) {
    const { double, single, bare } = (files.test(name) ? pattern.exec(read(name))?.groups : undefined) ?? {};
    const found = double ?? single ?? bare?.trimEnd();
    if (found !== undefined) return found;
  }
  return undefined;
}

function packagesOf(manifest: string): string[] {
  const { dependencies = {}, devDependencies = {} } = (parse(manifest) ?? {}) as Manifest; // npm's format; anything may be missing
  return Object.keys({ ...dependencies, ...devDependencies });
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** As paths from the current folder. */
function namesIn(folder: string): string[] {
  return isFolder(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

/** A link to one is one: it stands for the site that was built last. */
export function isFolder(path: string): boolean {
  try {
    return statSync(resolve(path, ".")).isDirectory();
  } catch {
    return false;
  }
}
