import { noting, unlessNoted } from "./pass-note.ts";
import type { Program } from "./program.ts";

/** A git hook in which something is checked. */
export interface Hook {
  readonly name: string;
  /** Completes "checks …". */
  readonly checks: string;
  /** The part of its block that runs the check, in POSIX sh. */
  readonly script: string;
  /** Git writes lines to it, which the check reads, and so does what stands behind it in the file. */
  readonly hasInput?: true;
}

/**
 * What stands in a hook file: a block between two marks, in POSIX sh, which runs in a shell of its own, so that it and the
 * rest of the file know nothing of each other. It ends the hook with the check's exit code unless that is 0.
 * @param own whether the file is outgate's alone, which `--uninstall` then removes.
 * @param kept a folder beside the hook, with a hook of the same name that runs after the check.
 */
export function blockOf(hook: Hook, program: Program, own: boolean, kept?: string): string {
  return `${beginMark}: checks ${hook.checks}, before it leaves
# ${own ? ownFile : sharedFile}
${hook.hasInput ? keepInput : ""}(
${startOf(program)}
${hook.script}
) || exit $?
${hook.hasInput ? giveInput : ""}${kept === undefined ? "" : thenRun(`${kept}/${hook.name}`)}${endMark}
`;
}

/** Sets `outgate_lines` to what git writes. */
const keepInput = "outgate_lines=$(cat)\n";

/** Whatever stands behind the block reads the same lines, as Git LFS does before a push. */
const giveInput = `if [ -n "$outgate_lines" ]; then
exec <<OUTGATE_LINES
$outgate_lines
OUTGATE_LINES
else
  exec </dev/null
fi
unset outgate_lines
`;

/** The lines again, for the check. */
const input = `{ [ -z "$outgate_lines" ] || printf '%s\\n' "$outgate_lines"; }`;

function thenRun(kept: string): string {
  return `[ ! -x "\${0%/*}/${kept}" ] || exec "\${0%/*}/${kept}" "$@"\n`;
}

/** Every mark that any version wrote begins with one of these. */
export const beginMark = "# >>> outgate";
export const endMark = "# <<< outgate";

/** Says in a block that there is nothing else in the file. */
export const ownFile = "`outgate init` wrote this file, and writes this block again when it is run.";
const sharedFile =
  "`outgate init` wrote this block, and writes it again when it is run. The rest of the file is left as it is.";

/**
 * Finds the program, sets `program` to its path and the function `outgate` to what runs it. Where it is gone, nothing passes.
 * Only what the shell itself can do: a process costs as much as a fifth of the check.
 */
function startOf(program: Program): string {
  if (program.kind === "installed") {
    return `  node=${quoted(program.node)}
  program=${quoted(program.file)}
  # An upgrade of Node may have taken it away, and put another one into PATH.
  [ -x "$node" ] || node=$(command -v node || echo "$node")
  if [ ! -x "$node" ] || [ ! -f "$program" ]; then
    echo "outgate: not checked, so nothing passes: Node or outgate is no longer there:" >&2
    printf '  %s\\n' "$node" "$program" >&2
    echo "Install outgate again, and run \\\`outgate init\\\` in this repository." >&2
    exit 2
  fi
  outgate() { "$node" "$program" "$@"; }`;
  }
  const { folder, file, up, remedy, runs } = program;
  return `  # From this checkout, or, in a linked worktree without its own, from the one that this file lies in.
  root=.
  [ -f "$root/"${quoted(folder + file)} ] || root=\${0%/*}/${up}
  program=$root/${quoted(folder + file)}
  PATH=$root/${quoted(`${folder}node_modules/.bin`)}:$PATH
  if [ ! -f "$program" ]; then
    echo "outgate: not checked, so nothing passes: there is no "${quoted(folder + file)}"." >&2
    echo ${quoted(remedy)} >&2
    exit 2
  fi
  if ! command -v node >/dev/null; then
    echo "outgate: not checked, so nothing passes: there is no node in the PATH of git's hooks." >&2
    echo "Install Node.js, or set PATH where programs without a terminal find it (~/.profile; with husky ~/.config/husky/init.sh)." >&2
    exit 2
  fi
  outgate() { ${runs === "node" ? 'node "$program"' : '"$program"'} "$@"; }`;
}

/** The hooks that are installed, but for the strict one. */
export const hooks: readonly Hook[] = [
  { name: "pre-commit", checks: "what a commit would record", script: noting("outgate staged --hook") },
  { name: "pre-merge-commit", checks: "what a merge would record", script: noting("outgate staged --hook") },
  {
    name: "prepare-commit-msg",
    checks: "what --no-verify, cherry-pick, revert or rebase would record",
    script: unlessNoted('outgate staged --hook --message "$1"'),
  },
  {
    name: "commit-msg",
    checks: "the message of a commit, its author and committer",
    // The hook before it has spoken of the pass.
    script: '  outgate commit-msg --quiet "$1"',
  },
  {
    name: "pre-push",
    checks: "what a push would publish",
    script: `  ${input} | outgate push "$@"`,
    hasInput: true,
  },
];

/**
 * What `--strict` adds: git calls it whenever a ref is moved, whoever moves it. Most of these times there is nothing to check,
 * and the shell sees to that without starting Node: only before refs are moved, only HEAD, branches, tags and notes, and only
 * if they would reach a commit or an annotated tag that no ref reaches yet.
 * https://git-scm.com/docs/githooks#_reference_transaction
 */
export const strictHook: Hook = {
  name: "reference-transaction",
  checks: "what a branch, a tag or a note would reach",
  script: `  [ "$1" = prepared ] || exit 0
  ids=
  while read -r x id ref; do
    case $ref in
      HEAD | refs/heads/* | refs/tags/* | refs/notes/*) ;;
      *) continue ;;
    esac
    case $id in
      ref:*) ;;
      *[!0]*) ids="$ids $id" ;;
    esac
  done <<OUTGATE_LINES
$outgate_lines
OUTGATE_LINES
  [ -n "$ids" ] || exit 0
  new=$(git rev-list --max-count=1 $ids --not --all) || new=unknown
  for id in $ids; do
    [ -n "$new" ] || [ "$(git cat-file -t "$id")" = commit ] || new=$id
  done
  [ -n "$new" ] || exit 0
  ${input} | outgate refs --quiet >&2`,
  hasInput: true,
};

/** A text as the shell reads it back, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
