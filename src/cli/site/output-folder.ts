import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
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
}

/** A generator of sites: by which file it is known, and where it puts what it builds. */
interface Generator {
  readonly name: string;
  /** At the top of the project. */
  readonly config: RegExp;
  /** Folders in which it builds, the likeliest first, as this project has them. */
  readonly outputs: (read: (name: string) => string) => readonly (string | Pick<Output, "root" | "parts">)[];
}

const whole = [""];

/**
 * Defaults of each, from its documentation. Those that build on another stand before it: most have a config of Vite as well. A config that is
 * a program is not run, so a folder that only it names has to be named again.
 */
const generators: readonly Generator[] = [
  { name: "Astro", config: /^astro\.config\./, outputs: () => ["dist"] },
  {
    name: "Next.js",
    config: /^next\.config\./,
    outputs: () => ["out", { root: ".next", parts: ["static", "server/app", "server/pages"] }],
  },
  { name: "Docusaurus", config: /^docusaurus\.config\./, outputs: () => ["build"] },
  { name: "Gatsby", config: /^gatsby-config\./, outputs: () => ["public"] },
  { name: "Nuxt", config: /^nuxt\.config\./, outputs: () => [".output/public", "dist"] },
  { name: "SvelteKit", config: /^svelte\.config\./, outputs: () => ["build", ".svelte-kit/output/client", "dist"] },
  { name: "Angular", config: /^angular\.json$/, outputs: (read) => angularOutputs(read("angular.json")) },
  { name: "Eleventy", config: /^(?:\.eleventy\.c?js|eleventy\.config\.[cm]?[jt]s)$/, outputs: () => ["_site"] },
  {
    name: "Jekyll",
    config: /^_config\.ya?ml$/,
    outputs: (read) => [
      setting(read, ["_config.yml", "_config.yaml"], /^destination:[ \t]{0,20}["']?([^"'#\s]+)/m) ?? "_site",
    ],
  },
  {
    name: "Hugo",
    config: /^(?:hugo\.(?:toml|ya?ml|json)|config\.toml)$/,
    outputs: (read) => [
      setting(
        read,
        ["hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml"],
        /^[ \t]{0,20}"?publishDir"?[ \t]{0,20}[:=][ \t]{0,20}["']?([^"',#\s]+)/im,
      ) ?? "public",
    ],
  },
  { name: "VitePress", config: /^\.vitepress$/, outputs: () => [".vitepress/dist"] },
  { name: "VitePress", config: /^docs$/, outputs: () => ["docs/.vitepress/dist"] },
  { name: "Vite", config: /^vite\.config\./, outputs: () => ["dist"] },
];

/**
 * The output folder of the generator whose config stands in the current folder.
 * @throws {GateError} where there is no generator that is known, or where it has not built.
 */
export function findOutput(): Output {
  const names = readdirSync(".");
  const read = (name: string): string => (names.includes(name) ? readFileSync(name, "utf8") : "");
  const known = generators.filter(({ config }) => names.some((name) => config.test(name)));
  const missing: string[] = [];
  for (const { name: generator, outputs } of known)
    for (const output of outputs(read)) {
      const { root, parts } = typeof output === "string" ? { root: output, parts: whole } : output;
      const built = parts.filter((part) => existsSync(join(root, part)));
      if (built.length > 0) return { generator, root, parts: built };
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

function setting(read: (name: string) => string, names: readonly string[], pattern: RegExp): string | undefined {
  return names.map((name) => pattern.exec(read(name))?.[1]).find((value) => value !== undefined);
}
