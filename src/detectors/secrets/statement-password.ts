import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { loginMatch } from "./login.ts";
import { sightedIn } from "./sighted.ts";

interface Statement {
  /** One of them stands in whatever the pattern matches, in any case. */
  readonly literals: readonly string[];
  readonly pattern: RegExp;
}

const statements: readonly Statement[] = [
  {
    literals: ["identified"],
    pattern:
      /\b(?:user|role|grant|to)\b[^;]{1,160}?\bidentified\s{1,8}(?:with\s{1,8}[\w"'`]{1,64}\s{1,8})?by\s{1,8}(?:password\s{1,8})?(?<quote>["'])(?<secret>(?:(?!\k<quote>)[^\r\n]){4,256})\k<quote>/dgi,
  },
  {
    literals: ["securestring"],
    pattern:
      /\bconvertto-securestring\s{1,8}(?:-string\s{1,8})?(?<quote>["'])(?<secret>(?:(?!\k<quote>)[^\r\n]){4,256})\k<quote>/dgi,
  },
  {
    literals: ["requirepass", "masterauth"],
    pattern: /^[ \t]{0,8}(?:requirepass|masterauth)[ \t]{1,8}["']?(?<secret>[^\s"']{4,512})/dgim,
  },
  {
    literals: ["username ", "enable password", "enable secret"],
    pattern:
      /^[ \t]{0,8}(?:username[ \t]{1,4}(?<user>\S{1,64})[ \t]{1,4}(?:privilege[ \t]{1,4}\d{1,2}[ \t]{1,4})?|enable )(?:password|secret)[ \t]{1,4}0[ \t]{1,4}(?<secret>\S{4,128})/dgim,
  },
  {
    literals: ["snmp-server"],
    pattern: /^[ \t]{0,8}snmp-server community (?<secret>\S{4,128})(?= R[OW]\b)/dgim,
  },
];

/**
 * Statements of SQL, PowerShell and servers' configuration in which a password follows words that are no name for it.
 * https://dev.mysql.com/doc/refman/8.4/en/create-user.html · https://redis.io/docs/latest/operate/oss_and_stack/management/security/
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.security/convertto-securestring
 */
export const statementPassword: Detector = {
  id: "secret/statement-password",
  summary: "Password in a statement",
  remedy:
    "Change the password, and give it to the server in a way that is not kept: from the environment, a file or a prompt.",
  trigger: { literals: statements.flatMap(({ literals }) => literals), anyCase: true },
  reach: { before: 256, after: 256 },

  *detect(window) {
    const sighted = sightedIn(window);
    for (const { literals, pattern } of statements) {
      if (!literals.some((literal) => sighted.has(literal))) continue;
      for (const match of window.matchAll(pattern)) {
        const { user = "", secret = "" } = match.groups ?? {};
        const found = loginMatch(rangeOf(match, "secret"), { user, password: secret });
        if (found !== undefined) yield found;
      }
    }
  },

  examples: [
    "CREATE USER 'shop'@'%' IDENTIFIED BY '«{base62:14}»';",
    "ALTER USER shop IDENTIFIED WITH mysql_native_password BY '«Harbour{digits:4}!»';",
    'CREATE USER shop IDENTIFIED BY "«{base62:14}»" DEFAULT TABLESPACE users',
    'ConvertTo-SecureString "«{base62:14}»" -AsPlainText -Force',
    "$pw = ConvertTo-SecureString -String '«{base62:14}»' -AsPlainText",
    "bind 10.0.4.7\nrequirepass «{base62:24}»\nmasterauth «{base62:24}»\n",
    "username admin privilege 15 password 0 «{base62:12}»",
    "enable secret 0 «{base62:12}»\nsnmp-server community «{base62:12}» RO",
    "IDENTIFIED BY 'password'; IDENTIFIED BY '${PW}'; IDENTIFIED BY :pw; identified by \"code\" of the user",
    "ConvertTo-SecureString $pw -AsPlainText; # requirepass foobared",
    "enable password, username and password, snmp-server community public RO",
  ],
};
