import { rangeOf } from "../../model/range.ts";
import { block, described, isExpression, isOfUser, line, shuffled, worded, yamlProperty } from "./bound-line.ts";
import { below, inside, section } from "./bound-list.ts";
import type { Binding, Place } from "./bound.ts";
import { guess } from "./guess.ts";
import { isConstant } from "./key-name.ts";

/** What the class \s has in Latin-1. */
const space = " \t\n\v\f\r\xa0";

/** `name: DB_PASSWORD` beside `value: …`, in YAML, JSON and XML attributes, which may have a namespace (`android:value`), and `content` of a page's `meta`; CloudFormation calls them `ParameterKey` and `ParameterValue`. */
const pair: Binding = {
  first: `"',${space}`,
  pattern:
    /["']?\s{0,4}(?:,\s{0,40}|\s{1,40})["']?(?:[\w-]{1,20}:)?(?:(?:parameter|default)?value|content)["']?\s{0,4}[:=]\s{0,4}["']?(?<secret>[^\s"'<>,]{4,2000})(?=["'\s,}]|$)/diy,
};

/**
 * `name = "value"` and its relatives in programs, JSON, TOML, logs: also `set("name", "value")`, `name("value")`,
 * `name: Type = "value"`, `env("NAME") or "value"`. Behind `|$` the window ends, and the engine makes it wider.
 */
const quoted: Binding = {
  first: "\"'`])}\\*[ \t:=!,(<|?oi.{",
  pattern: new RegExp(
    [
      String.raw`["'\x60\])}\\*]{0,4}(?:\[["':]{0,2}\w{0,20}["']?\])?(?:(?<!["'\x60]) [\w.*]{1,20}(?= ?[:=])| as [\w.]{1,30}\??(?= \?:)| As [\w.]{1,30}(?= ?=)| \{ ?get;[^{}"']{0,30}\}(?= ?=))?[ \t]{0,16}`,
      String.raw`(?<operator>:\s{0,4}[A-Za-z&*][\w<>&|?.[\]' ]{0,40}=|=>|:=|(?:\|\||\?\?)=?|(?<=[ \t])\?:|(?<=["'] )to |[=!]==?|[=:,(]|<-|or |is |\.equals(?:IgnoreCase)?\(|\.unwrap_or(?:_else)?\((?:\|\w{0,8}\| ?)?|\{(?= ?["'][^"'\r\n]{4,256}["'] ?\}))\*{0,2}\s{0,24}(?:${yamlProperty})?`,
      String.raw`(?<call>(?:\[\])?[\w.:]{1,40}\(\s{0,4}(?:default=)?|\[\s{0,8}|[\w.]{1,60} (?:\|\||\?\?|\?:|or) )?[rbuflLN@$<]{0,2}(?:'(?=")|"(?='|\\")|""(?=")|''(?='))?`,
      String.raw`(?<quote>\\{0,2}["'\x60]|&quot;)(?<secret>(?:(?!\k<quote>)(?:\\[^\r\n]|[^\\\r\n])){4,2000})(?=\k<quote>|$)`,
    ].join(""),
    "dy",
  ),
  next: ({ groups }) => (groups?.["call"]?.startsWith("[") === true ? nextQuoted : undefined),
  // Behind a comma stands what belongs to a name in quotation marks; behind a variable the next argument.
  fits: (_, before, { 0: whole, groups }) =>
    groups?.["operator"] !== "," ||
    insideTuple.test(before) ||
    (/^\\{0,2}["'`][ \t]{0,16},/.test(whole) && (insideCall.test(before) || !whole.includes("\n"))),
  isValue({ groups }, before, name) {
    if (groups?.["call"]?.includes("(") === true) return wrapper.test(groups["call"]);
    if (groups?.["operator"] === ",") return insideCall.test(before);
    return groups?.["operator"] !== "(" || setter.test(name);
  },
};

const nextQuoted = /["'`]\s{0,4},\s{0,40}["'`](?<secret>[^"'`\r\n]{1,2000})(?=["'`])/dy;
/** Erlang's `{password, <<"…">>}`. */
const insideTuple = /[[,{]\s{0,4}\{$/;
const insideCall = /\([\s\\]{0,4}["'`]$/;
const setter = /(?:^|\.(?=set|with|use))(?:set|with|use|add)?_?pass(?:w(?:or)?d|phrase)?$/i;
/** What only wraps a literal: `Some("…")`, `String::from("…")`, `[]byte("…")`, `SecretStr("…")`, `Field(default="…")`. */
const wrapper =
  /(?:^|[.:\]])(?:string|from|some|just|bytes?|str|secret(?:str)?|sensitive|(?:unsafe)?plaintext|qstring\w{0,12})\(\s*$|\bdefault=$/i;

/** `password "value"` in Gradle, Groovy, SQL and C's `#define`. */
const spaced: Binding = {
  first: " \t",
  pattern: /[ \t]{1,16}@?(?<quote>\\?["'])(?<secret>(?:(?!\k<quote>)[^\\\r\n]){4,256})(?=\k<quote>|$)/dy,
};

/**
 * `<password>value</password>`, `<string name="api_key">value</string>`, `<key>token</key><string>value</string>`, also with an element
 * `<value>` around the value; JMeter's, Jenkins' and SoapUI's pairs of elements.
 */
const element: Binding = {
  pattern:
    /["']?(?:[^<>\r\n]{0,80}>(?:\s{0,40}<(?:value|string)>)?|<\/(?:[\w-]{1,20}:)?(?:key|name|stringProp)>\s{0,40}(?:<description>[^<>]{0,160}<\/description>\s{0,40})?<(?:(?:[\w-]{1,20}:)?(?:string|value|defaultValue)(?:\s[^<>]{0,60})?|stringProp name="[\w.]{1,40}value")>)\s{0,40}(?:<!\[CDATA\[)?(?<secret>[^<>\s]{4,2000})(?=(?:\]\]>)?\s{0,40}<\/|$)/diy,
  stands: (before) =>
    /<(?:[\w:.-]{0,40}|(?:[\w-]{1,20}:)?(?:key|name)>|stringProp name="[\w.]{1,40}name">|[\w:.-]{1,40}\s[^<>]{0,80}(?:name|key|id|property)=["'])$/i.test(
      before,
    ),
  // FileZilla's, behind a master password.
  fits: (_, __, { 0: whole }) => !/\bencoding=["']crypt["']/.test(whole),
};

/** `name=value` within a line: a query, a connection string, an argument of a command, a shell's default, one of several in a row. */
const inline: Binding = {
  first: "\"'`]) \t=:",
  pattern:
    /["'`\])]{0,2}[ \t]{0,4}(?:=|:[=-]?)[ \t]{0,4}(?<secret>[^\s"'`<>(){}[\],;&|\\]{6,2000})(?=[\s;&|#"'`<,})\\]|$)/dy,
  isValue: (bound, before, name) => isArgument(bound, before, name) || isInRow(bound, before),
};

function isArgument({ 0: whole }: RegExpExecArray, before: string, name: string): boolean {
  if (!whole.startsWith("=")) return shellDefault.test(before) || (/^:\S/.test(whole) && /(?:^|\s)\/$/.test(before));
  return (
    /(?:[?&;]|["'](?:-{1,2})?|-[eD] ?|--[\w-]{0,40}|(?:^|\s)--?[A-Za-z][\w-]{0,40} )$/.test(before) ||
    (isConstant(name) && /(?:^|[ \t])$/.test(before))
  );
}

const shellDefault = /\$\{$/;

/** `host=db user=shop password=value`, `user: carol pass: value`, `username=carol,password=value`: what a program has there would be in brackets. */
function isInRow(bound: RegExpExecArray, before: string): boolean {
  const { 0: whole, index, input } = bound;
  if (isOfUser(bound, before)) return true;
  if (!whole.startsWith("=")) return whole.startsWith(": ") && /^[ \t]{0,40}- \{(?:[^{}()"']{1,100}, )?$/.test(before);
  if (before.endsWith(","))
    return (before.split(/[\s"']/).at(-1) ?? "").split(",").some((field) => ofServer.test(field));
  const behind = input.slice(index + whole.length, index + whole.length + 80);
  return /(?:^|[ \t])$/.test(before) && (pairBefore.test(before) || pairBehind.test(behind));
}

const ofServer = /^(?:user(?:name)?=[^()]|[\w.-]{1,100}:\d{2,5}$)/i;
const pairBefore = /(?:^|\s)[\w.-]{1,64}=[^\s,;(){}"']{1,80} $/;
const pairBehind = /^[ \t][\w.-]{1,64}=[^\s,;(){}"'=]{1,40}(?:\s|$)/;

/** `--password value`, `-Password "value"`. */
const option: Binding = {
  first: " \t",
  pattern: /[ \t]{1,4}(?<quote>["']?)(?<secret>[^\s"'`<>|;&-][^\s"'`<>|;&]{3,400})(?=\k<quote>(?:[\s;&|)\\"'`]|$))/dy,
  stands: (before) => /(?:^|[\s"'`(])-{1,2}$/.test(before),
};

/** `- --password` above `- value`, as manifests list the arguments of a command; in a property list both are strings. */
const argument: Binding = {
  first: "\"'<, \t\r\n",
  pattern:
    /(?:["']?,?[ \t]{0,4}\r?\n[ \t]{0,40}- ["']?|<\/string>\s{0,40}<string>)(?<secret>[^\s"'<>-][^\s"'<>]{3,400})(?=["']?[ \t]{0,4}(?:[\r\n]|$)|<\/string>)/dy,
  stands: (before) => /(?:- ["']?|<string>)-{1,2}$/.test(before),
};

/** `password: "{{ name | default('value') }}"`, and what GitHub's expressions have behind `||`: what a template falls back to. */
const fallback: Binding = {
  first: "\"' \t:=",
  pattern:
    /["']?[ \t]{0,4}[:=]\s{0,4}["']?\$?\{\{(?:[^{}\r\n"']{1,120}(?:\bdefault\s?\(?|\|\|))?\s{0,2}["'](?<secret>[^"'\r\n]{4,400})(?=["'])/dy,
};

/** Cells, items, terms and labels of HTML beside each other; most say what a field is for, so that only what was drawn by a machine counts. */
const neighbour: Binding = {
  first: " \t:<",
  pattern:
    /[ \t:]{0,4}<\/(?:td|th|dt|li|label)>(?:\s{0,40}<[^<>]{0,120}?(?:>|\bvalue=["'])){1,3}\s{0,40}(?<secret>[^<>\s"']{6,400})(?=\s{0,40}<\/|["'])/dy,
  stands: (before) => /<(?:td|th|dt|li|label)\b[^<>]{0,80}>[^<>]{0,40}$/.test(before),
  fits: (secret) => guess(secret) === "random",
};

/**
 * `variable "db_password" { default = "value" }` in Terraform, `"db_password": { "value": "value" }` in its state and in Azure's templates,
 * `add_argument("--password", default="value")`.
 */
const declared: Binding = {
  first: `"':={${space}`,
  pattern:
    /["']?(?:\s{0,4}[:=]?\s{0,8}\{[^{}]{0,300}?|(?<=["']),[^(){};\r\n]{0,200}?)\b(?:default(?:_?value)?|value)["']?\s{0,20}[:=]\s{0,20}["'](?<secret>[^"'\r\n]{4,400})(?=["'])/diy,
};

/** `| password | value |` in Markdown and wikis. */
const cell: Binding = {
  first: "\"'`* \t|",
  pattern: /["'`*]{0,3}[ \t]{0,20}\|[ \t]{0,20}[`"']?(?<secret>[^\s|`"']{6,400})[`"']?(?=[ \t]{0,40}\|)/dy,
  stands: (before) => /\|[ \t"'`*]{0,8}$/.test(before),
};

/** "the password is value", as people tell it; not "is generated for". */
const told: Binding = {
  first: "* :",
  pattern:
    /\*{0,2}(?: (?:is|was)|:)\*{0,2}[ \t]{1,4}(?![a-z]{1,12} [a-z])(?<secret>[^\s"'`<>(){}[\],;|]{5,400}[^\s"'`<>(){}[\],;|.!?])(?=[.!?,;]{0,2}(?:\s|$))/dy,
  fits: (secret) => !isExpression(secret),
  isValue: ({ 0: whole, groups }) => / (?:is|was)\b/.test(whole) && !/^[A-Za-z]+\d?$/.test(groups?.["secret"] ?? ""),
};

/**
 * "A password for the user shop is value", and what stands on a line of its own, as programs tell what they have just made: `Your new password:`. Only what was
 * drawn by a machine, as source speaks of passwords everywhere.
 */
const toldFarther: Binding = {
  first: "* :",
  pattern:
    /(?: [^\s:=;,"<>{}]{1,60}){0,12}?(?: (?:is|was|from|to|now):?| ?:)\*{0,2}(?:[ \t]{1,4}|(?:[ \t]{0,4}\r?\n){1,2}[ \t]{0,8}(?:`{3}\w{0,12}\r?\n|[>*-] |\d[.)] )?)["'`*(]{0,3}(?=[^\s\d]{0,40}\d)(?<secret>[^\s"'`<>(){}[\],;|*]{7,400}[^\s"'`<>(){}[\],;|*.!?])(?=["'`*)]{0,3}[.!?,;]{0,2}(?:\s|$))/dy,
  fits: (secret) => guess(secret) === "random" && !isExpression(secret),
};

/** The ways in which a value may be tied to a name, in the order in which they are tried; the first that fits decides. */
export function bindingsBehind(text: string, { end }: Place): readonly Binding[] {
  const character = text.charAt(end);
  let behind = byFirst.get(character);
  if (behind === undefined) {
    behind = bindings.filter(({ first }) => first === undefined || first.includes(character));
    byFirst.set(character, behind);
  }
  return behind;
}

const byFirst = new Map<string, readonly Binding[]>();

/** What a binding finds behind a name, if it can be there: one value, or those of a list. */
export function* boundBy(binding: Binding, text: string, { name, end, before }: Place): Generator<RegExpExecArray> {
  const { stands, pattern, fits, next } = binding;
  if (stands?.(before) === false) return;
  const first = matchAt(pattern, text, end);
  if (first === null) return;
  const following = next?.(first);
  for (let bound: RegExpExecArray | null = first; bound !== null && bound.index < end + farthest;) {
    if (bound.groups?.["lead"] !== first.groups?.["lead"]) return;
    if (fits?.(bound.groups?.["secret"] ?? "", before, bound, name) !== false) yield bound;
    bound = following === undefined ? null : matchAt(following, text, rangeOf(bound, "secret").end);
  }
}

/** What stands farther behind a name has opened no window. */
const farthest = 320;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

export const bindings: readonly Binding[] = [
  shuffled,
  fallback,
  pair,
  element,
  quoted,
  spaced,
  line,
  worded,
  inline,
  option,
  argument,
  neighbour,
  declared,
  described,
  below,
  inside,
  section,
  cell,
  block,
  told,
  toldFarther,
];
