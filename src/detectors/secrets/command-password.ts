import { matchesOf } from "../../model/matches.ts";
import { rangeOf } from "../../model/range.ts";
import type { Pair } from "../../model/trigger.ts";
import type { Detector } from "../detector.ts";
import { loginMatch } from "./login.ts";
import { sightedIn } from "./sighted.ts";

const gap = String.raw`[^\n|;&]{0,200}?[\s"',]`;
// What the shell fills in is no password.
const bare = String.raw`(?<secret>[^\s"'$\x60<>|;&(){}\\][^\s"'\x60<>|;&\\]{3,255})`;
const argument = `["']{0,3}${bare}`;

/** What logs in to a registry by `login`; Helm by `helm registry login`. */
const registries = ["docker", "podman", "buildah", "skopeo", "oras", "oc", "az", "az acr", "registry"];

interface Option {
  /** One of them stands in whatever the pattern matches, in any case. */
  readonly literals: readonly string[];
  /** What stands behind them there: frequent ones have it. */
  readonly behind?: Pair;
  readonly pattern: RegExp;
}

const options: readonly Option[] = [
  // https://curl.se/docs/manpage.html#-u
  option(
    "curl",
    String.raw`\bcurl(?:\.exe)?\b${gap}(?:-u|--user|-U|--proxy-user)[\s=,"']{0,4}(?<user>[^\s:"'$\x60{}<>]{1,128}):${bare}`,
    { pair: "-u", within: 256 },
  ),
  option("--auth", String.raw`\b(?:https?|xh)\b${gap}--auth[\s=]["']?(?<user>[^\s:"'$\x60{}<>]{1,128}):${bare}`),
  option("sshpass", String.raw`\bsshpass\s{1,4}-p\s{0,4}${argument}`),
  // Without a space: with one, MySQL takes the word for the database. https://dev.mysql.com/doc/refman/8.4/en/connecting.html
  option(
    "mysql,mariadb",
    String.raw`\b(?:mysql|mariadb)(?:dump|admin|import|check|sh)?\b(?![.:/])${gap}-p${argument}`,
    { pair: "-p", within: 256 },
  ),
  option(
    "psexec",
    String.raw`\b(?:psexec|PsExec|psExec|PSEXEC)(?:64)?(?:\.(?:exe|EXE))?\b${gap}-u\s{1,4}(?<user>\S{1,128})\s{1,4}-p\s{1,4}${argument}`,
  ),
  option(
    registries.map((program) => `${program} login`).join(","),
    String.raw`\b(?:${registries.join("|")}) login\b${gap}-p[\s=]${argument}`,
  ),
  option("net use", String.raw`\bnet use\b${gap}\/user:(?<user>\S{1,128})\s{1,4}${argument}`),
  option(
    "smbclient,rpcclient,smbmap",
    String.raw`\b(?:smbclient|rpcclient|smbmap)\b${gap}-U\s{0,4}["']?(?<user>[^\s%"']{1,128})%${argument}`,
  ),
  option("redis-cli,valkey-cli", String.raw`\b(?:redis|valkey)-cli\b${gap}(?:-a|--pass)\s{1,4}${argument}`),
  option("mongo", String.raw`\bmongo(?:sh|dump|restore|import|export)?\b(?![.:/])${gap}-p\s{1,4}${argument}`, {
    pair: "-p",
    within: 256,
  }),
  option("ldap", String.raw`\bldap(?:search|add|modify|delete|passwd|whoami)\b${gap}-w\s{1,4}${argument}`, {
    pair: "-w",
    within: 256,
  }),
  option(
    "htpasswd",
    String.raw`\bhtpasswd\s{1,4}-\w{0,6}b\w{0,6}\s{1,4}(?:\S{1,128}\s{1,4}){1,2}?(?<user>[^\s-]\S{0,127})\s{1,4}${argument}(?=[\s"']|$)`,
  ),
  option(
    "chpasswd",
    String.raw`\becho\s{1,4}(?:-\w\s{1,4})?["']?(?<user>[\w.-]{1,64}):${bare}["']?\s{0,4}\|\s{0,4}(?:sudo\s{1,4})?chpasswd`,
  ),
  option("-passin,-passout", String.raw`-pass(?:in|out)\s{1,4}["']?pass:${argument}`),
  option("sqlcmd", String.raw`\bsqlcmd\b${gap}-P\s{0,4}${argument}`),
  option("xfreerdp", String.raw`\bxfreerdp\b${gap}\/p:${argument}`),
  option("ipmitool", String.raw`\bipmitool\b${gap}-P\s{1,4}${argument}`),
  option(
    "add_user,change_password",
    String.raw`\brabbitmqctl\s{1,4}(?:add_user|change_password)\s{1,4}["']?(?<user>[\w.-]{1,64})["']?\s{1,4}${argument}`,
  ),
];

function option(literals: string, source: string, behind?: Pair): Option {
  return { literals: literals.split(","), pattern: new RegExp(source, "dg"), ...(behind && { behind }) };
}

/** Options of programs that take a password on the command line, where other users, histories and logs can read it. */
export const commandPassword: Detector = {
  id: "secret/command-password",
  summary: "Password on a command line",
  remedy:
    "Change the password. Then let the program read it from standard input, the environment or a file that only you can read.",
  trigger: options.map(({ literals, behind }) => ({ literals, anyCase: true, ...(behind && { behind }) })),
  reach: { before: 256, after: 512 },

  *detect(window) {
    const sighted = sightedIn(window);
    // A command may go on in the next line behind a backslash.
    const text = window.text.replaceAll(/\\\r?\n/g, (wrap) => " ".repeat(wrap.length));
    for (const { literals, pattern } of options) {
      if (!literals.some((literal) => sighted.has(literal))) continue;
      for (const match of matchesOf(text, pattern)) {
        const { user = "", secret = "" } = match.groups ?? {};
        const found = loginMatch(rangeOf(match, "secret"), { user, password: secret });
        if (found !== undefined) yield found;
      }
    }
  },

  examples: [
    "curl -s -u deploy:«{base62:20}» https://api.acme.example.io/",
    "curl -X POST https://api.acme.example.io/token \\\n  --user 'shop:«{base62:9}!{base62:4}»'",
    "http --auth deploy:«{base62:20}» https://api.acme.example.io",
    "sshpass -p '«{base62:12}!»' ssh carol@10.0.4.7",
    "mysqldump -h 10.0.4.7 -u root -p«{base62:14}» shop",
    "docker login registry.acme.example.io -u ci -p «{base62:20}»",
    "net use z: \\\\files\\shop /user:ACME\\carol «Harbour{digits:4}!»",
    "smbmap -H 10.0.4.7 -U 'carol%«{base62:12}»'",
    "redis-cli -h 10.0.4.7 -a «{base62:24}» ping",
    "ldapsearch -x -D cn=admin,dc=acme -w «{base62:12}» -b dc=acme",
    "htpasswd -cb /etc/nginx/.htpasswd carol «{base62:12}»",
    "echo 'carol:«{base62:10}!»' | sudo chpasswd",
    "openssl rsa -in a.pem -passin pass:«{base62:16}»",
    'curl -u "$USER:$PASSWORD" https://api.acme.example.io; curl -u user:password https://api.acme.example.io',
    "curl -u {base62:20} https://api.acme.example.io",
    "mysql -u root -p shop, mysql -u root -p$PW, sshpass -p ${PW} ssh h, docker login -u ci --password-stdin",
    "mysql -u root -pPassword123 shop; sshpass -p Admin@123 ssh h; mysql -uroot -proot1234",
    "mongodb.com -path /data, the login page -privacy",
  ],
};
