/** A way in which files tie a value to a name. */
export interface Binding {
  /** Begins where the name ends; sticky, with the group `secret` and the flag `d`. */
  readonly pattern: RegExp;
  /** Whether what it finds can be the value: in a program, what has no quotes is an expression. */
  readonly fits?: (secret: string) => boolean;
  /**
   * Whether it is sure to be a value even where it does not look random: a password that a person chose. `before` is the
   * text of the line up to the name.
   */
  readonly isValue: (bound: RegExpExecArray, before: string, name: string) => boolean;
}

/** `name = "value"` and its relatives in programs, JSON, TOML, logs: also `set("name", "value")`, `name("value")`, `#define`. */
const quoted: Binding = {
  pattern:
    /["'`\])}\\]{0,4}(?:\[\w{0,12}\])?(?: [\w.*]{1,20}(?= ?[:=]))?\s{0,16}(?<operator>:\s{0,4}[A-Za-z&*][\w<>&|?.[\]' ]{0,40}?=|=>|:=|[=!]==?|[=:,(]|<-|\|\||\?\?|or |is |\.equals(?:IgnoreCase)?\(|(?<= ))\s{0,24}(?<call>[\w.]{1,30}\(\s{0,4}|\[\s{0,8})?[rbuflLN@$]{0,2}(?<quote>\\{0,2}["'`]|&quot;)(?<secret>(?:(?!\k<quote>)(?:\\[^\r\n]|[^\\\r\n])){4,2000})(?=\k<quote>|$)/dy,
  isValue({ groups }, before, name) {
    if (groups?.["call"]?.endsWith("(") === true) return false;
    if (groups?.["operator"] === ",") return /\([\s\\]{0,4}["'`]$/.test(before);
    return groups?.["operator"] !== "(" || /^(?:set|with|use|add)?_?pass(?:w(?:or)?d|phrase)?$/i.test(name);
  },
};

/** `name: DB_PASSWORD` beside `value: …`, in YAML, JSON and XML attributes. */
const pair: Binding = {
  pattern:
    /["']?\s{0,4},?\s{1,40}["']?value["']?\s{0,4}[:=]\s{0,4}(?<quote>["']?)(?<secret>(?:(?!\k<quote>[\s,/>}])[^\r\n"']){4,2000}|[^\s"'<>,]{4,400})(?=["'\s,}]|$)/diy,
  isValue: () => true,
};

/** `<password>value</password>`, `<string name="api_key">value</string>`, `<key>token</key><string>value</string>`. */
const element: Binding = {
  pattern: /["']?(?:[^<>\r\n]{0,80}>|<\/key>\s{0,40}<string>)\s{0,40}(?<secret>[^<>\s]{4,2000})(?=\s{0,40}<\/|$)/dy,
  isValue: (_, before) => /<[^<>]{0,80}$/.test(before) || before.endsWith("<key>"),
};

/** `NAME=value`, `name: value` and a line's end: env files, properties, INI, YAML, Dockerfiles, shell scripts. */
const line: Binding = {
  pattern: /[ \t]{0,16}(?:=|:|:=|(?<= ))[ \t]{0,16}(?<secret>[^\s"'`][^\s"'`]{3,2000})(?=[ \t]{0,40}(?:[ \t][#;]|[\r\n]|$))/dy,
  fits: (secret) => !code.test(secret),
  isValue({ groups, 0: whole }, before) {
    const secret = groups?.["secret"] ?? "";
    const operator = whole.slice(0, whole.length - secret.length);
    return (/[=:]/.test(operator) ? assignment : command).test(before) && !/^[A-Za-z]+\d?$/.test(secret);
  },
};

const code = /[\w.]\(\S*\)|^[([{&*!]|\[\w+\]|[,;({[]$|->|::|\/\S+\/[a-z]*$/;
const assignment = /^[ \t>]*(?:[#;]|\/\/)?[ \t]*(?:-[ \t]+)?(?:(?:export|set|setx|env|ENV|ARG|declare -x|readonly)[ \t]+|\$env:)*[\w.[\]-]*$/;
const command = /^[ \t]*(?:ENV|SetEnv|setenv|set -x)[ \t]+$/;

/** `name=value` within a line: a query, a connection string, an argument of a command. */
const inline: Binding = {
  pattern: /["'`\])]{0,2}[ \t]{0,4}(?:=|:=|:-?)[ \t]{0,4}(?<secret>[^\s"'`<>(){}[\],;&|\\]{6,2000})(?=[\s;&|#"'`<,})\\]|$)/dy,
  isValue: ({ 0: whole }, before) => /^=/.test(whole) && /(?:[?&;]|["'](?:-{1,2})?|-[eD] ?|--[\w-]{0,40})$/.test(before),
};

/** `--password value`, `-Password "value"`. */
const option: Binding = {
  pattern: /[ \t]{1,4}(?<quote>["']?)(?<secret>[^\s"'`<>|;&-][^\s"'`<>|;&]{3,400})(?=\k<quote>(?:[\s;&|)\\"'`]|$))/dy,
  isValue: (_, before) => /(?:^|[\s"'`(])-{1,2}$/.test(before),
};

/** In the order in which they are tried; the first that fits decides. */
export const bindings: readonly Binding[] = [quoted, pair, element, line, inline, option];
