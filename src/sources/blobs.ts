import { runGit } from "./git.ts";

/** A blob, or why there is none. */
export type Blob = Stored | { readonly missing: Missing };

/** An object of git; what is asked for by a path, or from a list of blobs, is a blob. */
export interface Stored {
  readonly id: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** `absent`: nothing has this name, or git does not have the object. `damaged`: git complains of it, or of one beside it. */
export type Missing = "absent" | "damaged" | "too large";

/** Requests of one process, and bytes of its answers: they bound what is held in memory. */
const usual = 400;
const largest = 2 ** 30;

/**
 * Reads blobs by object id, or by anything else that names one (`:path` is the index's), with `git cat-file --batch`: no
 * filter, no textconv and no attribute changes what it gives.
 * @param names without line breaks.
 * @param encoding of the names: paths that need not be UTF-8 are given as Latin-1.
 * @param batch of small objects more are read at a time: a process takes as long to start as reading hundreds of them.
 */
export function* readBlobs(
  names: readonly string[],
  encoding: "utf8" | "latin1" = "utf8",
  batch: number = usual,
): Generator<Blob> {
  let next = 0;
  while (next < names.length) {
    const asked = names.slice(next, next + batch);
    const input = Buffer.from(`${asked.join("\n")}\n`, encoding);
    const { output, isCut, complaint } = runGit(["cat-file", "--batch"], input, largest);
    let answered = 0;
    for (const blob of answers(output)) {
      answered++;
      // Git takes an object for missing whose first bytes are damaged, and says so beside.
      yield "missing" in blob && complaint !== "" ? { missing: "damaged" } : blob;
    }
    // What did not fit in is asked for again. A damaged object ends the process: the next one goes on behind it.
    if (answered < asked.length && !(isCut && answered > 0)) {
      answered++;
      yield { missing: isCut ? "too large" : "damaged" };
    }
    next += answered;
  }
}

/** Whether a name leads to an object, be it damaged or not: `:path` in the index, `commit:path` in a commit. */
export function isNamed(name: string): boolean {
  return runGit(["rev-parse", "--quiet", "--verify", name]).status === 0;
}

/** The answers as git documents them: `<id> <type> <size>`, a line break, the contents, a line break; or `<name> missing`. */
function* answers(output: Buffer): Generator<Blob> {
  for (let at = 0; at < output.length;) {
    const lineEnd = output.indexOf(0x0a, at);
    if (lineEnd === -1) return;
    const [id = "", type = "", length] = output.toString("utf8", at, lineEnd).split(" ");
    const size = Number(length); // no number where the answer is "missing" or "ambiguous"
    if (Number.isNaN(size) || id.includes(":")) {
      yield { missing: "absent" };
      at = lineEnd + 1;
      continue;
    }
    const start = lineEnd + 1;
    const end = start + size;
    if (end > output.length) return;
    yield { id, type, bytes: output.subarray(start, end) };
    at = end + 1;
  }
}
