import type { Document } from "../model/document.ts";
import { gitFile, identityConfig, runGit } from "./git.ts";

/** A name or an address is not what is looked for in a commit's own fields: everybody has one there. */
const classes = ["secret", "term"] as const;

/** Somebody, or a name, that a commit carries beside its contents. */
export function field(name: string, value: string, encoding: "utf8" | "latin1" = "utf8"): Document {
  return { kind: "document", name: Buffer.from(name), nameLeaves: false, bytes: Buffer.from(value, encoding), classes };
}

const reference = "ref: refs/heads/";

/** The branch that HEAD is on; nothing where it is detached. */
export function* branchName(): Generator<Document> {
  const head = gitFile("HEAD") ?? "";
  const name = head.startsWith(reference) ? head.slice(reference.length).trimEnd() : undefined;
  // A repository with reftable keeps a stub there.
  const branch =
    name === ".invalid" ? runGit(["symbolic-ref", "-q", "--short", "HEAD"]).output.toString("utf8").trim() : name;
  if (branch) yield field("branch name", branch);
}

/** The author and the committer that git would record. */
export function* identities(): Generator<Document> {
  const config = identityConfig();
  for (const who of ["author", "committer"] as const) {
    const variable = `GIT_${who.toUpperCase()}`;
    const name = process.env[`${variable}_NAME`] ?? config.get(`${who}.name`) ?? config.get("user.name");
    const email =
      process.env[`${variable}_EMAIL`] ??
      config.get(`${who}.email`) ??
      config.get("user.email") ??
      process.env["EMAIL"];
    // What nobody configured, or what git is too old to tell in passing, git makes up as it would for the commit.
    const value =
      name && email
        ? `${name} <${email}>`
        : runGit(["var", `${variable}_IDENT`])
            .output.toString("utf8")
            .trim();
    yield field(who, value);
  }
}
