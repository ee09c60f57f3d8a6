import type { Binding } from "./bound.ts";
import { guess } from "./guess.ts";
import { isConstant } from "./key-name.ts";
import { isShuffled } from "./shuffled.ts";

/** What YAML has in front of a value: its type or an anchor. https://yaml.org/spec/1.2.2/#69-node-properties */
export const yamlProperty: string = String.raw`(?:!!\w{1,16}|!(?:str|unsafe|binary)|&\w{1,40})[ \t]{1,4}`;

/** `NAME=value`, `name: value` and a line's end: env files, properties, INI, YAML, Dockerfiles, shell scripts, Makefiles. */
export const line: Binding = {
  first: " \t=:?*]",
  pattern: new RegExp(
    String.raw`(?:\*{2}|\])?[ \t]{0,16}(?:[?:]?=|::(?=[ \t])|:(?:\*{2})?|(?<= ))[ \t]{0,16}(?:${yamlProperty})?(?<secret>[^\s"'\x60=:>*][^\s"'\x60]{3,2000})(?=[ \t]{0,40}(?:[ \t][#;]|[\r\n]|$))`,
    "dy",
  ),
  fits: (secret, before, { 0: whole }) =>
    !isExpression(secret) &&
    (whole.startsWith("]") ? pool : /^\*{0,2}[ \t]{0,16}\??[=:]/.test(whole) ? assignment : command).test(before),
  isValue: ({ groups }) => !isWord(groups?.["secret"]),
  isSetting,
};

/** What has no quotation marks, and is a part of a program. */
export function isExpression(value: string): boolean {
  return expression.test(value) && !isShuffled(value);
}

const expression = /[\w.]\(\S{0,200}\)|^[([{&*!]|\[\w{1,80}\]|[,;({[]$|->|::|&\w{1,80}=|\/\S{1,200}\/[a-z]{0,8}$/;
const assignment =
  /^[ \t>]{0,40}(?:(?:[#;]|\/\/)[ \t]{0,8})?(?:[-*][ \t]{1,8})?(?:\*{2})?(?:(?:export|set|setx|env|ENV|ARG|declare -x|readonly)[ \t]{1,8}|\$env:){0,2}(?:[a-z]\w{0,40}::){0,8}[\w.[\]-]{0,80}$/;
const command = /^[ \t]{0,40}(?:- cmd: )?(?:ENV|SetEnv|setenv|set -[gUx]{1,3})[ \t]{1,8}$/;
/** PHP-FPM's: `env[DB_PASSWORD] = value`. */
const pool = /^[ \t]{0,8}env\[$/;

/**
 * `NAME=k7}Qw"2x`, `name: k7}Qw"2x` and "the password is k7}Qw"2x": of all that a keyboard has, so that what stands in it ends it for every other way. What is in
 * quotation marks, or ends an argument, is left to these.
 */
export const shuffled: Binding = {
  first: " \t=:?*]\"'`",
  pattern:
    /["'`*\]]{0,3}[ \t]{0,16}(?:[?:]?=|:|(?<=[ \t])(?:is|was)(?=[ \t]))\*{0,2}[ \t]{0,16}(?<secret>[^\s=][^\s]{9,127})(?=\s|$)/dy,
  fits: (secret, before, bound, name) =>
    !/^[\w@$[({\\]{0,4}(["'`]).*\1[,;.)\]}]{0,4}$/.test(secret) &&
    ((assignment.test(before) && !/[,;]$/.test(secret)) || !/["'`,;)\]}>\\]$/.test(secret)) &&
    (isShuffled(secret) || (isSetting(bound, name) && guess(secret) === "random")),
  isSetting,
};

/** `NAME=value` in capitals. */
function isSetting({ 0: whole }: RegExpExecArray, name: string): boolean {
  return whole.startsWith("=") && isConstant(name);
}

/** Letters alone, or with one figure behind them: what it stands for may be the name of something. */
export function isWord(value = ""): boolean {
  return /^[A-Za-z]+\d?$/.test(value);
}

/**
 * `password value` alone in its line, as many servers and clients read it: a value that a person chose where a line beside it names what a
 * login has as well.
 */
export const worded: Binding = {
  first: " \t",
  pattern:
    /[ \t]{1,24}(?:0[ \t]{1,4})?(?<quote>["']?)(?<secret>[^\s"'`=:<>|$-][^\s"'`<>|]{3,200}?)\k<quote>(?=;?[ \t]{0,40}\r?(?:\n|$))/dy,
  stands: (before) => /^[ \t]{0,24}(?:(?:set|option)[ \t]{1,4})?$/.test(before) || userBefore.test(before),
  fits: (secret, before, bound, name) =>
    !isExpression(secret) &&
    (isCompound.test(name) || before.trimStart().startsWith("set") || isOfLogin(bound, before)),
  isValue: (bound, before) => !isWord(bound.groups?.["secret"]) && isOfLogin(bound, before),
};

/** `AuthLDAPBindPassword`, `remote_password`: no word of a sentence. */
const isCompound = /[a-z][A-Z]|[A-Za-z][_-]/;

function isOfLogin(bound: RegExpExecArray, before: string): boolean {
  const { 0: whole, index, input } = bound;
  return isOfUser(bound, before) || neighbours(input, index, index + whole.length).some((near) => ofLogin.test(near));
}

/** `login carol password value`, `user: carol pass: value`: a user in front, who has not given his name for it. */
export function isOfUser({ groups }: RegExpExecArray, before: string): boolean {
  const user = userBefore.exec(before)?.groups?.["user"]?.toLowerCase();
  return user !== undefined && groups?.["secret"]?.toLowerCase().startsWith(user) === false;
}

const userBefore =
  /\b(?:user(?:name)?|login)(?:[ \t]{1,4}|(?:: ?|=)(?![^,]{0,64},))["']?(?<user>[^\s"'=:,(){}]{1,64})["']?,?[ \t]{1,4}(?:(?:with|and)[ \t]{1,4})?$/i;

/** A word that tells of a login, or of where it leads, and one value. */
const ofLogin =
  /^[ \t]{0,24}(?:(?:set|option)[ \t]{1,4})?(?:[\w-]{0,40}(?:user|login|account|host|server|machine|realm|domain|identity|ssid|address|from|port|auth|database)(?:[_-]?(?:name|id|server|type))?[ \t]{1,24}["']?[^\s"'=:,()]{1,80}["']?;?|login|line (?:vty|con|aux) \d[ \d]{0,8})[ \t]{0,40}\r?$/i;

/** The line before and the line behind, as far as the window is sure to have them. */
function neighbours(text: string, start: number, end: number): string[] {
  const [before, behind] = [text.slice(Math.max(0, start - 160), start), text.slice(end, end + 120)];
  return [before.split("\n").at(-2) ?? "", behind.split("\n")[1] ?? ""];
}

/** `DBPassword:` above `Default: value`, in YAML that describes parameters. */
export const described: Binding = {
  first: ":",
  pattern:
    /:[ \t]{0,8}\r?\n(?:[ \t]{1,40}[a-z][\w-]{0,40}:[^\r\n]{0,120}\r?\n){0,4}?[ \t]{1,40}(?:default|value):[ \t]{1,8}["']?(?<secret>[^\s"']{4,400})["']?(?=[ \t]{0,40}(?:[\r\n]|$))/diy,
  stands: (before) => assignment.test(before),
};

/** `password:` or `password: >-` above a line with the value alone, in YAML. More than one line is a text. */
export const block: Binding = {
  first: " \t:",
  pattern:
    /[ \t]{0,8}:(?<block>[ \t]{1,8}[|>][-+\d]{0,2})?[ \t]{0,8}\r?\n[ \t]{1,40}(?<secret>[^\s"'`]{4,2000})(?=[ \t]{0,40}(?:\r?\n(?![ \t]{1,40}[^\s:]{1,400}[ \t]{0,40}(?:[\r\n]|$))|$))/dy,
  stands: (before) => assignment.test(before),
  fits: (secret, _, { groups }) => groups?.["block"] !== undefined || !(isExpression(secret) || secret.endsWith(":")),
  isValue: ({ groups }) => !isWord(groups?.["secret"]),
};
