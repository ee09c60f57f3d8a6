import { expect } from "vitest";
import { type Place, program, type Repository } from "./repository.ts";

export const plain = ".privacy_deny_list";
export const lock = "denylist/terms.lock";
export const sealed = "denylist/terms.age";

/** Runs an action of `outgate deny` that must succeed. */
export function deny(place: Place, args: readonly string[], input = ""): string {
  const { code, stdout, stderr } = place.runWith(input, process.execPath, program, "deny", ...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout;
}

/** A list of these terms, kept in one of the three ways, and no other. */
export type Store = "plain" | "sealed" | "locked";

export function keep(repository: Repository, terms: string, store: Store): void {
  deny(repository, ["add"], terms);
  if (store === "plain") return;
  deny(repository, [store === "sealed" ? "seal" : "lock"]);
  repository.run("rm", plain);
}
