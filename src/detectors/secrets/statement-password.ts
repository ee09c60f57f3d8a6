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
      /\bconvertto-securestring\s{1,8}(?:-(?:asplaintext|force|string)\s{1,8}){0,3}(?<quote>["'])(?<secret>(?:(?!\k<quote>)[^\r\n]){4,256})\k<quote>/dgi,
  },
  {
    literals: ["securestring"],
    pattern: /(?<quote>["'])(?<secret>[^"'\r\n]{4,256})\k<quote>\s{0,8}\|\s{0,8}convertto-securestring\b/dgi,
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
    pattern:
      /^[ \t]{0,8}snmp-server (?:community (?=\S{4,128} R[OW]\b)|host \S{1,64} (?:(?:informs|traps) )?version (?:1|2c) )(?<secret>\S{4,128})/dgim,
  },
  {
    // Without the digit in front a word may be one of a sentence.
    literals: ["username ", "enable password", "enable secret"],
    pattern:
      /^[ \t]{0,8}(?:username[ \t]{1,4}(?<user>\S{1,64})[ \t]{1,4}(?:privilege[ \t]{1,4}\d{1,2}[ \t]{1,4})?|enable )(?:password|secret)[ \t]{1,4}(?=\S{0,64}[\d!#%^&*?~+])(?<secret>[^\s$]\S{3,127})[ \t]{0,8}\r?$/dgim,
  },
  {
    literals: ["tacacs-server", "radius-server", "isakmp key", "key-string", "message-digest-key", "pre-shared-key"],
    pattern:
      /^[ \t]{0,12}(?:(?:tacacs|radius)-server[ \t](?:[^\n]{0,120}?[ \t])?key|crypto isakmp key|key-string|ip ospf message-digest-key \d{1,3} md5|(?:local |remote )?pre-shared-key(?: local| remote| ascii-text)?)[ \t]{1,4}(?:0[ \t]{1,4})?(?!\d[ \t])["']?(?<secret>[^\s"';]{4,128})/dgim,
  },
  {
    literals: ["rocommunity", "rwcommunity", "com2sec"],
    pattern:
      /^[ \t]{0,8}(?:r[ow]community6?|com2sec6?[ \t]{1,8}\S{1,64}[ \t]{1,8}\S{1,64})[ \t]{1,8}(?<secret>\S{4,128})/dgim,
  },
  {
    literals: ["rootpw", "bindpw"],
    pattern:
      /^[ \t]{0,8}(?:rootpw[ \t]{1,8}(?:--plaintext[ \t]{1,8})?|bindpw[ \t]{1,8})["']?(?<secret>[^\s"'=:-][^\s"']{3,128})/dgim,
  },
  {
    literals: ["insecure-password", "stats auth"],
    pattern:
      /^[ \t]{0,8}(?:user[ \t]{1,8}\S{1,64}[ \t]{1,8}insecure-password[ \t]{1,8}|stats auth[ \t]{1,8}(?<user>[^\s:]{1,64}):)(?<secret>\S{4,128})/dgim,
  },
  {
    literals: [": psk", ": eap", ": xauth"],
    pattern: /[ \t]:[ \t]{1,8}(?:PSK|EAP|XAUTH)[ \t]{1,8}(?<quote>["'])(?<secret>[^"'\r\n]{4,256})\k<quote>/dgi,
  },
  {
    literals: ["wifi:s:", "wifi:t:", "wifi:p:", "wifi:h:"],
    pattern: /\bWIFI:(?:[A-OQ-Z]:(?:\\.|[^;\\\s]){0,64};){0,4}P:(?<secret>(?:\\.|[^;\\\s]){8,64});/dgi,
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
    '$pw = ConvertTo-SecureString -AsPlainText -Force -String "«{base62:14}»"; "«{base62:14}»" | ConvertTo-SecureString -AsPlainText',
    "enable secret «Fl{lower:4}{digits:2}!»\nusername admin privilege 15 secret «Fl{lower:4}{digits:2}!»\nsnmp-server host 10.0.4.7 version 2c «{base62:12}»",
    "enable secret 5 x\nenable secret rotation\nusername secret handling\nenable password encryption.",
    "tacacs-server host 10.0.4.7 key «{base62:12}»\ncrypto isakmp key «{base62:12}» address 10.0.4.7\n key-string 7 {HEX:20}\n pre-shared-key «{base62:12}»",
    "rocommunity «{base62:12}» 10.0.0.0/8\ncom2sec readonly default «{base62:12}»\nrocommunity public\ncom2sec readonly default public",
    "rootpw --plaintext «{base62:12}»\nbindpw «{base62:12}»\nrootpw --iscrypted x\nrootpw {SSHA}\nbindpw = secret\nbindpw ${PW1}",
    "    user admin insecure-password «{base62:12}»\n    stats auth admin:«{base62:12}»\n    stats auth admin:admin",
    '10.0.4.7 : PSK "«{base62:24}»", carol : EAP "«Harbour-{digits:4}»", %any : PSK "secret"',
    "WIFI:T:WPA;S:office;P:«Harbour-{digits:4}»;;, WIFI:S:office;T:nopass;;, WIFI:T:WPA;S:<ssid>;P:<password>;;",
    "bind 10.0.4.7\nrequirepass «{base62:24}»\nmasterauth «{base62:24}»\n",
    "username admin privilege 15 password 0 «{base62:12}»",
    "enable secret 0 «{base62:12}»\nsnmp-server community «{base62:12}» RO",
    "IDENTIFIED BY 'password'; IDENTIFIED BY '${PW}'; IDENTIFIED BY :pw; identified by \"code\" of the user",
    "ConvertTo-SecureString $pw -AsPlainText; # requirepass foobared",
    "enable password, username and password, snmp-server community public RO",
  ],
};
