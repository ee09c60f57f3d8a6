import type { Document } from "../model/document.ts";
import { gitFile, runGit } from "./git.ts";

/** A name or an address is not what is looked for in a commit's own fields: everybody has one there. */
const classes = ["secret", "term"] as const;

function field(name: string, value: string): Document {
  return { kind: "document", name: Buffer.from(name), nameLeaves: false, bytes: Buffer.from(value), classes };
}

/** The branch that HEAD is on; nothing where it is detached. */
export function* branchName(): Generator<Document> {
  const head = gitFile("HEAD");
  const name = /^ref: refs\/heads\/(.+)$/m.exec(head ?? "")?.[1];
  // A repository with reftable keeps a stub there.
  const branch =
    name === ".invalid" ? runGit(["symbolic-ref", "-q", "--short", "HEAD"]).output.toString("utf8").trim() : name;
  if (branch) yield field("branch name", branch);
}

/** The author and the committer that git would record. */
export function* identities(): Generator<Document> {
  const config = configured();
  for (const who of ["author", "committer"] as const) {
    const variable = `GIT_${who.toUpperCase()}`;
    const name = process.env[`${variable}_NAME`] ?? config.get(`${who}.name`) ?? config.get("user.name");
    const email =
      process.env[`${variable}_EMAIL`] ??
      config.get(`${who}.email`) ??
      config.get("user.email") ??
      process.env["EMAIL"];
    // What nobody configured git takes from the system's accounts.
    const value =
      name && email
        ? `${name} <${email}>`
        : runGit(["var", `${variable}_IDENT`])
            .output.toString("utf8")
            .trim();
    yield field(who, value);
  }
}

/** One process for both identities, where `git var` would take two. */
function configured(): Map<string, string> {
  const output = runGit([
    "config",
    "-z",
    "--get-regexp",
    String.raw`^(user|author|committer)\.(name|email)$`,
  ]).output.toString("utf8");
  const values = output.split("\0").map((entry): [string, string] => {
    const at = entry.indexOf("\n");
    return [entry.slice(0, at), entry.slice(at + 1)];
  });
  return new Map(values);
}
