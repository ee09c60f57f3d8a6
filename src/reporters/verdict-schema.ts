import * as v from "valibot";
import type { Audience, Boundary } from "../model/audience.ts";
import { classes, type RuleId, type Severity } from "../model/class.ts";
import type { Action, Finding } from "../model/finding.ts";
import type { Scanned, ScorePart, ShardOf, Suppressed, Unscanned, Verdict } from "../model/verdict.ts";

/** One schema for each key of a type and no more, so that the schema says what the type says. */
type Entries<T> = { readonly [K in keyof T]-?: v.GenericSchema<unknown, T[K]> };

const finding = {
  ruleId: v.pipe(
    v.string(),
    v.regex(new RegExp(`^(?:${classes.join("|")})/[a-z0-9-]+$`)),
    v.description("The rule, as `outgate rules` lists it: class/name."),
  ) as v.GenericSchema<unknown, RuleId>, // the pattern says so
  class: v.pipe(v.picklist(classes), v.description("What kind of information was found.")),
  severity: oneOf<Severity>("How bad it is wherever it leaves.", {
    error: "it must not leave",
    warning: "it should not leave",
    info: "worth knowing",
  }),
  confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1), v.description("How sure the rule is, from 0 to 1.")),
  action: oneOf<Action>("What the policy decided.", {
    pass: "it may leave",
    warn: "it may leave, and is said",
    redact: "it is masked",
    ask: "it stops until somebody answers",
    block: "it stops",
  }),
  document: text("The document's name, with what was found in it masked and control characters escaped."),
  commit: v.exactOptional(
    text("The commit, or the annotated tag, that brought it: a full id. Only where a history was checked."),
  ),
  surface: text('Where in the document a reader finds it: "text", "file name", "base64 in text", "attribute alt".'),
  element: v.exactOptional(
    text(
      "What it stands in: a CSS selector of a page's element, the path of a value in JSON, the name of a value in a script or a style sheet.",
    ),
  ),
  visible: v.exactOptional(
    v.pipe(v.boolean(), v.description("Whether a visitor of the page sees it without looking for it; only of pages.")),
  ),
  line: place("The line in which it begins."),
  column: place("The column at which it begins; a column counts characters."),
  endLine: place("The line in which it ends."),
  endColumn: place("The column behind its last character."),
  message: text("What was found."),
  remedy: text("What to do about it."),
  reason: v.exactOptional(text("Why it must not be read there, in a sentence; only of messages.")),
  mask: text("A documented public beginning and the length, never the text: `ghp_•••• (40 characters)`."),
  fingerprint: text(
    "An identity that stays when lines move. It is made of the rule, the name and the line around the match.",
  ),
  order: order(),
} satisfies Entries<Finding>;

const suppressed = {
  ...finding,
  kind: oneOf<Suppressed["kind"]>("What suppresses it.", {
    inline: "a comment beside it",
    baseline: "the list of what was there",
    allow: "an entry of the config",
  }),
  reason: text("Why, in the words of whoever suppressed it."),
} satisfies Entries<Suppressed>;

const unscanned = {
  document: text("Its name, written like that of a finding's document."),
  reason: text("Why it was not read or not searched, without any text of it."),
  kind: oneOf<Unscanned["kind"]>("What follows from it.", {
    failed: "the verdict is not complete",
    skipped: "it is said, and nothing more",
  }),
  order: order(),
} satisfies Entries<Unscanned>;

const scorePart = {
  class: text("A class of findings."),
  score: v.pipe(v.number(), v.description("What the class adds to the score.")),
} satisfies Entries<ScorePart>;

const scanned = {
  documents: count("Documents that were checked."),
  known: v.exactOptional(
    count(
      "How many of them were not read again, because an earlier check found nothing in their contents; missing where there are none.",
    ),
  ),
  bytes: count("The size of what was read."),
  segments: count("Texts that were cut out of them, encoded ones included."),
  rules: count("Rules that were looked for."),
  terms: count("Denied terms that were looked for."),
} satisfies Entries<Scanned>;

const shard = {
  index: place("Which of the shards it is."),
  count: place("How many shards there are."),
  run: v.pipe(
    v.string(),
    v.regex(/^[0-9a-f]{16}$/),
    v.description(
      "The same in all shards of one check: a hash of ids and options, and of no text that could be guessed from it.",
    ),
  ),
  documents: count(
    "How many documents all shards share out; what belongs together, such as a commit's message and header, counts once.",
  ),
  check: v.pipe(
    v.string(),
    v.regex(/^[0-9a-f]{4}$/),
    v.description("16 bits of a hash of what these documents are: shards that differ in it saw different ones."),
  ),
} satisfies Entries<ShardOf>;

const verdict = {
  schema: v.pipe(v.literal(1), v.description("The version of this format.")),
  id: text("An identity of this verdict."),
  time: v.pipe(v.string(), v.isoTimestamp(), v.description("When it was reached: ISO 8601, UTC.")),
  policy: text('Which policy judged: "default", or the id of the config file as a git blob.'),
  actor: v.pipe(v.nullable(v.string()), v.description("Who asked for the check, where that is known.")),
  boundary: oneOf<Boundary>("Where the documents would leave.", {
    commit: "into a commit",
    push: "to a remote",
    site: "to a web site",
    log: "into a log",
    message: "as a message",
    files: "nowhere yet",
  }),
  target: v.pipe(v.nullable(v.string()), v.description("Where exactly, where that is known.")),
  audience: oneOf<Audience>("Who may see them.", {
    owner: "the owner alone",
    team: "the owner's team",
    group: "a group of others",
    public: "everybody; also where nobody named an audience, and a team's table judged",
  }),
  verdict: oneOf<Verdict["verdict"]>("What the findings come to. It holds only for a complete check.", {
    pass: "all of it may leave",
    redact: "it may leave masked",
    ask: "it stops until somebody answers",
    block: "it stops",
  }),
  complete: v.pipe(v.boolean(), v.description("False where something could not be checked; then nothing passes.")),
  score: v.pipe(v.number(), v.minValue(0), v.maxValue(10), v.description("How much would be disclosed, from 0 to 10.")),
  scoreParts: list(v.strictObject(scorePart), "What the score is made of."),
  findings: list(
    v.strictObject(finding),
    "What was found and is not suppressed, in the order of documents and places.",
  ),
  suppressed: list(v.strictObject(suppressed), "What was found and is suppressed, with the reason."),
  unusedSuppressions: v.pipe(
    v.array(v.string()),
    v.description("Suppressions that suppressed nothing and can be deleted."),
  ),
  idleSuppressions: v.exactOptional(
    v.pipe(
      v.array(v.string()),
      v.description(
        "Entries that this shard did not need: they are unused where no shard needed them. Only in the report of a shard.",
      ),
    ),
  ),
  newSuppressions: v.pipe(
    v.array(v.string()),
    v.description("Allow entries, baseline entries and ignore comments that the change itself brings."),
  ),
  rejectedSuppressions: v.pipe(
    v.array(v.string()),
    v.description(
      "What was meant to suppress a finding and does not, and why: no reason, no such rule, past its day, new where that is denied.",
    ),
  ),
  alreadyThere: count("Findings on lines that the change does not touch; they stop nothing."),
  unscanned: list(v.strictObject(unscanned), "What was not read or not searched, and why."),
  notes: v.exactOptional(
    v.pipe(v.array(v.string()), v.description("What a reader has to know of what was checked, a sentence each.")),
  ),
  scanned: v.pipe(v.strictObject(scanned), v.description("What the verdict rests on.")),
  milliseconds: count("How long the check took; of shards that were joined, all of them together."),
  shard: v.exactOptional(
    v.pipe(
      v.strictObject(shard),
      v.description("Which part of a check it is; missing where it is all of it. `outgate merge` joins the parts."),
    ),
  ),
} satisfies Entries<Verdict>;

/** What `--format json` prints. The JSON schema that the package ships is made from this one. */
export const verdictSchema: v.GenericSchema<unknown, Verdict> = v.pipe(
  v.strictObject(verdict),
  v.title("outgate verdict"),
  v.description("The result of one check. It holds no text of what was checked."),
);

function text(description: string): v.GenericSchema<unknown, string> {
  return v.pipe(v.string(), v.description(description));
}

function count(description: string): v.GenericSchema<unknown, number> {
  return v.pipe(v.number(), v.integer(), v.minValue(0), v.description(description));
}

function place(description: string): v.GenericSchema<unknown, number> {
  return v.pipe(v.number(), v.integer(), v.minValue(1), v.description(`${description} Counted from 1.`));
}

function order(): ReturnType<typeof v.exactOptional<v.GenericSchema<unknown, number>>> {
  return v.exactOptional(
    place("The place of its document among those that shards share out; only in the report of a shard."),
  );
}

/** Every value with its meaning, so that none can be forgotten. */
function oneOf<T extends string>(
  description: string,
  meanings: Readonly<Record<T, string>>,
): v.GenericSchema<unknown, T> {
  const values = Object.keys(meanings) as T[]; // the keys of the record, which has no others
  const explained = values.map((value) => `"${value}": ${meanings[value]}`).join("; ");
  return v.pipe(v.picklist(values), v.description(`${description} ${explained}.`));
}

function list<T>(item: v.GenericSchema<unknown, T>, description: string): v.GenericSchema<unknown, readonly T[]> {
  return v.pipe(v.array(item), v.description(description));
}
