import { existsSync } from "node:fs";
import { join } from "node:path";
import type { HookPlace } from "./place.ts";
import { posix, readPackage } from "./program.ts";
import { nameIn, type Repository } from "./repository.ts";

/** Something else that writes the hooks of a repository. */
export interface Manager {
  readonly name: string;
  /** What it is asked to do when it writes its hooks anew, and with them over this block. */
  readonly command: string;
  /** How its own config calls outgate. */
  readonly snippet?: { readonly file: string; readonly text: (program: string) => string };
}

/** The managers whose config or whose hooks are here. husky is none of these: its hooks are the user's own files. */
export function managersOf({ top }: Pick<Repository, "top">, texts: readonly string[]): readonly Manager[] {
  const keys = Object.keys(readPackage(top) ?? {});
  const isHere = ({ files, key, mark }: Known): boolean =>
    files.some((name) => existsSync(join(top, name))) ||
    (key !== undefined && keys.includes(key)) ||
    texts.some((text) => mark.test(text));
  return managers.filter(isHere).map(({ manager }) => manager);
}

interface Known {
  readonly manager: Manager;
  /** Its config files, from the top. */
  readonly files: readonly string[];
  /** Its key in package.json. */
  readonly key?: string;
  /** What stands in the hooks that it writes. */
  readonly mark: RegExp;
}

const managers: readonly Known[] = [
  {
    manager: {
      name: "lefthook",
      command: "lefthook install",
      snippet: {
        file: "lefthook.yml",
        text: (program) =>
          [
            ["pre-commit", "staged --hook"],
            ["pre-merge-commit", "staged --hook"],
            ["prepare-commit-msg", "staged --hook --message {1}"],
            ["commit-msg", "commit-msg --quiet {1}"],
            ["pre-push", "push {1} {2}\n      use_stdin: true"],
          ]
            .map(([hook, check]) => `${hook}:\n  commands:\n    outgate:\n      run: ${program} ${check}\n`)
            .join(""),
      },
    },
    files: [
      "lefthook.yml",
      "lefthook.yaml",
      "lefthook.toml",
      "lefthook.json",
      ".lefthook.yml",
      ".lefthook.yaml",
      ".lefthook.toml",
      ".lefthook.json",
      ".config/lefthook.yml",
    ],
    mark: /lefthook/i,
  },
  {
    manager: {
      name: "pre-commit",
      command: "pre-commit install",
      snippet: {
        file: ".pre-commit-config.yaml",
        text: (program) => `default_install_hook_types:
  [pre-commit, pre-merge-commit, prepare-commit-msg, commit-msg, pre-push]
repos:
  - repo: local
    hooks:
      - id: outgate
        name: outgate
        language: system
        entry: ${program} staged --hook
        stages: [pre-commit, pre-merge-commit]
        always_run: true
        pass_filenames: false
      - id: outgate-contents
        name: outgate
        language: system
        entry: ${program} staged --hook --message
        stages: [prepare-commit-msg]
        always_run: true
      - id: outgate-message
        name: outgate
        language: system
        entry: ${program} commit-msg --quiet
        stages: [commit-msg]
        always_run: true
      - id: outgate-push
        name: outgate
        language: system
        entry: ${program} push
        stages: [pre-push]
        always_run: true
        pass_filenames: false
`,
      },
    },
    files: [".pre-commit-config.yaml", ".pre-commit-config.yml", "prek.toml"],
    mark: /pre-commit\.com|\bprek\b/,
  },
  {
    manager: { name: "simple-git-hooks", command: "simple-git-hooks" },
    files: [".simple-git-hooks.json", ".simple-git-hooks.cjs", ".simple-git-hooks.js", "simple-git-hooks.json"],
    key: "simple-git-hooks",
    mark: /SIMPLE_GIT_HOOKS/,
  },
  { manager: { name: "yorkie", command: "npm install" }, files: [], key: "gitHooks", mark: /yorkie/ },
  {
    manager: { name: "husky 4", command: "npm install" },
    files: [".huskyrc", ".huskyrc.json", ".huskyrc.js", "husky.config.js"],
    key: "husky",
    mark: /husky v[0-4]\./,
  },
  { manager: { name: "overcommit", command: "overcommit --install" }, files: [".overcommit.yml"], mark: /overcommit/i },
  { manager: { name: "hk", command: "hk install" }, files: ["hk.pkl", ".config/hk.pkl"], mark: /\bhk run\b/ },
];

/** How a manager's config names the program. */
export function programInConfig(place: HookPlace, repository: Repository): string {
  const inPackage = join(repository.top, "node_modules/.bin/outgate");
  if (existsSync(inPackage)) return posix(nameIn(repository, inPackage));
  return place.program.kind === "checkout" ? place.program.folder + place.program.file : "outgate";
}
