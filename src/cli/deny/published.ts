import { spawn } from "node:child_process";
import { formsOf } from "../../denylist/forms.ts";
import { listLookup } from "../../denylist/list.ts";
import { findTerms } from "../../denylist/matcher.ts";
import type { DenyList } from "../../denylist/open.ts";
import { byKind, type Term, type TermKind } from "../../denylist/term.ts";
import { valueForms } from "../../denylist/value-forms.ts";
import { deniedOf } from "../../denied.ts";
import { createGate, type Gate } from "../../gate.ts";
import { deniedRules } from "../../model/denied-rule.ts";
import { GateError } from "../../model/error.ts";
import { codeOf } from "../../model/system-error.ts";
import { search } from "../../search/search.ts";
import { runGit } from "../../sources/git.ts";

/** The default branch of origin, as this repository knows it; undefined where it knows none. */
export function publicBranch(): string | undefined {
  const { status, output } = runGit(["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"]);
  const named = status === 0 ? [output.toString("utf8").trim()] : [];
  return [...named, "origin/main", "origin/master"].find(
    (branch) => runGit(["rev-parse", "--verify", "--quiet", `refs/remotes/${branch}^{commit}`]).status === 0,
  );
}

interface Published {
  /** Places in the list of terms. */
  readonly found: ReadonlySet<number>;
  /** Why something in it was not searched. */
  readonly unread: ReadonlySet<string>;
}

/**
 * Which terms stand in the history of a branch: in the names, lines and messages of its commits, in whatever writing a check finds them.
 * The terms are not handed to git, whose arguments other users can see.
 */
export async function readPublished(branch: string, terms: readonly Term[]): Promise<Published> {
  const found = new Set<number>();
  const unread = new Set<string>();
  const gates = gatesOf(terms);
  const namesOf = namer(terms);
  const known = new Set<string>();
  for await (const bytes of history(branch))
    for (const gate of gates) {
      const document = { kind: "document", name: Buffer.alloc(0), nameLeaves: false, bytes } as const;
      const { candidates, failures } = await search(document, gate);
      for (const { reason, kind } of failures) if (kind !== "skipped") unread.add(reason);
      for (const { text, detector } of candidates) {
        const matched = text.toString("latin1");
        if (detector.id === deniedRules.relative.id || known.has(matched)) continue;
        known.add(matched);
        for (const place of namesOf(text)) found.add(place);
      }
    }
  return { found, unread };
}

/** So many values fit into the table of one engine. */
const valuesOfGate = 2000;

/** Gates that look for the terms and for nothing else. */
function gatesOf(terms: readonly Term[]): Gate[] {
  const values = terms.flatMap(({ kind, text }) => (kind === "secret" ? [text] : []));
  const rest: DenyList = {
    terms: terms.filter(({ kind }) => kind !== "secret"),
    values: [],
    locks: [],
    count: terms.length,
    missing: [],
    notes: [],
    digest: "",
    mark: () => "",
  };
  const lists = [rest];
  for (let at = 0; at < values.length; at += valuesOfGate)
    lists.push({ ...rest, terms: [], values: values.slice(at, at + valuesOfGate) });
  return lists.map((list) => createGate({ detectors: [], denied: deniedOf(list) }));
}

/** The terms that have a form, and the kind for which it counts. */
interface Owner {
  readonly kind: TermKind;
  readonly places: number[];
}

/** Tells which terms a matched text is. Those that have a form which is asked for in it are tried one by one. */
function namer(terms: readonly Term[]): (matched: Buffer) => readonly number[] {
  const numbered = terms.map((term, place) => ({ term, place })).toSorted((a, b) => byKind(a.term, b.term));
  const values = numbered.filter(({ term }) => term.kind === "secret");
  const owners = new Map<string, Owner>();
  for (const { term, place } of numbered)
    for (const form of formsOf(term)) {
      const owner = owners.get(form);
      if (owner === undefined) owners.set(form, { kind: term.kind, places: [place] });
      else owner.places.push(place);
    }
  return (matched) => {
    const asked = new Set<number>();
    const kindOf = (form: string): TermKind | undefined => {
      const owner = owners.get(form);
      if (!form.startsWith("^")) for (const place of owner?.places ?? []) asked.add(place);
      return owner?.kind;
    };
    // Of a handle the mark beside it does not belong to what was matched.
    const texts = [matched, Buffer.concat([Buffer.from("@"), matched])];
    for (const text of texts) findTerms(text, { longest: mostWords, kindOf, firstWords: [] });
    const isIn = (term: Term): boolean => texts.some((text) => findTerms(text, listLookup([term])).length > 0);
    const named = [...asked].filter((place) => terms.slice(place, place + 1).some(isIn));
    const latin = matched.toString("latin1");
    const valued = values.filter(({ term }) => valueForms(term.text).some(({ bytes }) => latin.includes(bytes)));
    return [...named, ...valued.map(({ place }) => place)];
  };
}

/** The most words of a form, each character of a script without spaces counted as one. */
const mostWords = 16;

/** Bytes that are searched at a time, and of these what is searched once more with the next: a term can stand at the border. */
const piece = 2 ** 20;
const overlap = 2 ** 14;

/** All that a branch publishes, in pieces: messages, people, names of files, and lines without the marks of a patch. */
async function* history(branch: string): AsyncGenerator<Buffer> {
  const git = spawn(
    "git",
    [
      "log",
      "-p",
      "-U0",
      "--text",
      "--no-color",
      "--no-ext-diff",
      "--no-textconv",
      "--output-indicator-new= ",
      "--output-indicator-old= ",
      "-m",
      "--format=%an%n%ae%n%cn%n%ce%n%B",
      `refs/remotes/${branch}`,
      "--",
    ],
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  const ended = new Promise<number | null>((resolve, reject) => {
    git.on("close", resolve);
    git.on("error", (error) => reject(new GateError(`git cannot be run: ${codeOf(error)}`, "See that it is in PATH.")));
  });
  let parts: Buffer[] = [];
  let length = 0;
  for await (const part of git.stdout) {
    parts.push(Buffer.from(part));
    length += parts.at(-1)?.length ?? 0;
    if (length < piece) continue;
    const bytes = Buffer.concat(parts);
    yield bytes;
    parts = [bytes.subarray(-overlap)];
    length = overlap;
  }
  yield Buffer.concat(parts);
  if ((await ended) !== 0)
    throw new GateError("git could not show all of the published history", "`git fsck` tells what is wrong with it.");
}
