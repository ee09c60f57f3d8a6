import type { Behind } from "../../model/trigger.ts";
import { obscured } from "./obscured.ts";

interface Statement {
  /** One of them stands in whatever the pattern matches, in any case. */
  readonly literals: readonly string[];
  /** What stands behind them there: frequent ones have it. */
  readonly behind?: Behind;
  /** With the group `secret`, and `user` and `host` where they stand beside it; or with the group `block`. */
  readonly pattern: RegExp;
  /** Each login in a block. */
  readonly each?: RegExp;
  /** What is written otherwise says of itself. */
  readonly meaning?: (secret: string) => string;
}

/** Statements in which a password follows words that are no name for it: of SQL, of PowerShell, of routers, servers and what installs them. */
export const statements: readonly Statement[] = [
  {
    literals: ["identified"],
    pattern:
      /\b(?:user|role|grant|to|connect)\b[^;]{1,160}?\bidentified\s{1,8}(?:with\s{1,8}[\w"'`]{1,64}\s{1,8})?by\s{1,8}(?:password\s{1,8})?(?<quote>["'])(?<secret>(?:(?!\k<quote>)[^\r\n]){4,256})\k<quote>/dgi,
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
      /(?:^[ \t]{0,8}|logged command:)(?:username[ \t]{1,4}(?<user>\S{1,64})[ \t]{1,4}(?:privilege[ \t]{1,4}\d{1,2}[ \t]{1,4})?|enable )(?:password|secret)[ \t]{1,4}0[ \t]{1,4}(?<secret>\S{4,128})/dgim,
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
      /(?:^[ \t]{0,8}|logged command:)(?:username[ \t]{1,4}(?<user>\S{1,64})[ \t]{1,4}(?:privilege[ \t]{1,4}\d{1,2}[ \t]{1,4})?|enable )(?:password|secret)[ \t]{1,4}(?=\S{0,64}[\d!#%^&*?~+])(?<secret>[^\s$]\S{3,127})[ \t]{0,8}\r?$/dgim,
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
    literals: ["rocommunity", "rwcommunity", "snmp_community", "snmp-community", "snmpcommunity", "snmp.community"],
    pattern:
      /\b(?:snmp[._-]?|r[ow])community["']?(?:\s{0,4}[=:]\s{0,4}|>)["']?(?![\w.]{1,60}\()(?<secret>[^\s"'<>;,$]{6,128})/dgi,
  },
  {
    literals: ["rootpw", "bindpw"],
    pattern:
      /^[ \t]{0,8}(?:rootpw[ \t]{1,8}(?:--plaintext[ \t]{1,8})?|bindpw[ \t]{1,8})["']?(?<secret>[^\s"'=:{-][^\s"']{3,128})/dgim,
  },
  {
    literals: ["insecure-password", "stats auth"],
    pattern:
      /^[ \t]{0,8}(?:user[ \t]{1,8}\S{1,64}[ \t]{1,8}insecure-password[ \t]{1,8}|stats auth[ \t]{1,8}(?<user>[^\s:]{1,64}):)(?<secret>\S{4,128})/dgim,
  },
  {
    literals: [": psk", ": eap", ": xauth", ": rsa ", ": ecdsa ", ": p12 ", ": pkcs8 "],
    pattern:
      /(?:^|[ \t]):[ \t]{1,8}(?:PSK|EAP|XAUTH|(?:RSA|ECDSA|P12|PKCS8)[ \t]{1,8}[\w./-]{1,128})[ \t]{1,8}(?<quote>["'])(?<secret>[^"'\r\n]{4,256})\k<quote>/dgim,
  },
  {
    literals: ["wifi:s:", "wifi:t:", "wifi:p:", "wifi:h:"],
    pattern: /\bWIFI:(?:[A-OQ-Z]:(?:\\.|[^;\\\s]){0,64};){0,4}P:(?<secret>(?:\\.|[^;\\\s]){8,64});/dgi,
  },
  {
    literals: ["neighbor ", "chap password", "sent-username", "authentication-key", "wpa-psk ascii"],
    pattern:
      /^[ \t]{0,12}(?:neighbor[ \t]\S{1,64}[ \t]password|ppp (?:chap|pap sent-username (?<user>\S{1,64})) password|ip ospf authentication-key|wpa-psk ascii)[ \t]{1,4}(?:0[ \t]{1,4})?(?!\d[ \t])(?<secret>\S{4,128})[ \t]{0,8}\r?$/dgim,
  },
  {
    // Junos, also as `set` commands. https://www.juniper.net/documentation/us/en/software/junos/cli-reference/topics/ref/statement/secret-edit-access.html
    literals: ["ascii-text ", "tacplus-server ", "radius-server ", "authentication-key "],
    pattern:
      /(?:\bpre-shared-key ascii-text|^set [^\n]{1,120} (?:(?:tacplus|radius)-server \S{1,64} secret|authentication-key))[ \t]{1,4}"?(?<secret>[^\s";$]{4,128})"?(?=[;\s]|$)/dgim,
  },
  {
    // Junos and VyOS. https://docs.vyos.io/en/latest/configuration/service/snmp.html
    literals: ["authorization r", "authorization 'r"],
    pattern:
      /\bcommunity[ \t]{1,4}["']?(?<secret>[^\s"'{};]{4,128})["']?[ \t]{1,4}(?:\{\s{1,40})?authorization (?:read-|["']?r[ow]\b)/dgi,
  },
  {
    literals: [" on >", "auth-pass "],
    pattern:
      /^[ \t]{0,8}(?:user[ \t]{1,4}(?<user>\S{1,64})[ \t]{1,4}on[ \t]{1,4}>|sentinel[ \t]{1,4}auth-pass[ \t]{1,4}\S{1,64}[ \t]{1,4}["']?)(?<secret>[^\s"']{4,512})/dgim,
  },
  {
    literals: ["createuser "],
    pattern:
      /^[ \t]{0,8}createUser[ \t]{1,4}(?:-e[ \t]{1,4}\S{1,64}[ \t]{1,4})?(?<user>\S{1,64})[ \t]{1,4}(?:MD5|SHA(?:-\d{3})?)[ \t]{1,4}["']?(?<secret>[^\s"']{8,128})/dgim,
  },
  {
    // What a package asks for: `d-i passwd/root-password password …`, `mysql-server mysql-server/root_password password …`.
    literals: ["password password ", "password-again password ", "password_again password "],
    pattern:
      /[\w.+-]{1,64}[ \t]{1,4}[\w.+-]{1,64}\/[\w./-]{0,64}password(?:[_-]again)?[ \t]password[ \t]{1,4}["']?(?<secret>[^\s"'|<>]{4,128})/dgi,
  },
  {
    // A map of Postfix: where mail goes, and who sends it.
    literals: ["]:25", "]:465", "]:587", "]:2525", "]:submission", "]:smtps"],
    pattern:
      /^\[(?<host>[\w.-]{1,253})\]:(?:25|465|587|2525|submissions?|smtps)[ \t]{1,16}(?<user>[^\s:]{1,128}):(?<secret>\S{4,256})[ \t]{0,8}\r?$/dgim,
  },
  {
    // Dovecot's users.
    literals: [":{plain}"],
    pattern: /^(?<user>[\w.@+-]{1,64}):\{PLAIN\}(?<secret>[^\s:]{4,128})/dgim,
  },
  {
    literals: ["<auth-user-pass>"],
    pattern:
      /<auth-user-pass>\s{1,8}(?<user>[^\s<>]{1,128})\s{1,8}(?<secret>[^\s<>]{4,256})\s{1,8}<\/auth-user-pass>/dgi,
  },
  {
    literals: ["<keymaterial>"],
    pattern: /<keyMaterial>(?<secret>[^\s<>]{8,64})<\/keyMaterial>/dgi,
  },
  {
    literals: ["chpasswd:"],
    pattern:
      /^[ \t]{0,8}chpasswd:[ \t]{0,8}\r?\n(?:[ \t]{1,8}expire:[^\n]{0,16}\n)?[ \t]{1,8}list:[ \t]{0,4}[|>]?-?[ \t]{0,4}\r?\n(?<block>(?:[ \t]{1,16}(?:-[ \t]{1,4})?[^\s:]{1,64}:\S{1,128}[ \t]{0,8}(?:\r?\n|$)){1,8})/dgim,
    each: /^[ \t]{1,16}(?:-[ \t]{1,4})?["']?(?<user>[\w.-]{1,64}):(?<secret>[^\s$"'][^\s"']{3,127})["']?[ \t]{0,8}\r?$/dgm,
  },
  {
    literals: ["option key"],
    pattern: /^[ \t]{1,8}option key[ \t]{1,4}(?<quote>["'])(?<secret>[^"'\r\n]{8,64})\k<quote>/dgim,
  },
  {
    // https://curl.se/docs/manpage.html#-K
    literals: ['user = "', 'user="', "proxy-user"],
    pattern:
      /^[ \t]{0,8}-{0,2}(?:user|proxy-user)[ \t]{0,4}[=:]?[ \t]{0,4}"(?<user>[^\s:"$]{1,64}):(?=[^\s"]{0,64}\d)(?<secret>[^\s"${}<>:/]{6,256})"[ \t]{0,8}\r?$/dgim,
  },
  {
    // A login in one text: Yarn's, Elastic's, ngrok's, Bundler's for a host whose dots are two underscores.
    literals: ["authident", "cloud.auth", 'auth: "', 'auth = "', "auth: '", "bundle_"],
    pattern:
      /(?:\b(?:npmAuthIdent|cloud\.auth|auth)|\bBUNDLE_\w{2,80}__[A-Z]{2,20})["']?\s{0,4}[:=]\s{0,4}["']?(?<user>[a-z][\w.@+-]{1,63}):(?=[^\s"']{0,64}\d)(?<secret>[^\s"'${}<>:/]{6,256})(?=["'\s]|$)/dgi,
  },
  {
    // Oracle's, where it has no quotation marks: a word with a figure in it.
    literals: ["identified by "],
    pattern:
      /\b(?:(?:create|alter)\s{1,8}user|connect\s{1,8}to)\s{1,8}[\w."$#]{1,64}\s{1,8}identified\s{1,8}by\s{1,8}(?=[a-z_$#]{0,30}\d)(?<secret>[a-z][\w$#]{3,29})(?=[\s;]|$)/dgi,
  },
  {
    // Type 7, which a key that everybody knows takes back.
    literals: ["password 7 ", "key 7 ", "string 7 ", "md5 7 "],
    pattern: /\b(?:password|key|key-string|md5) 7 (?<secret>(?:0\d|1[0-5])(?:[\da-f]{2}){4,63})(?![\w.])/dgi,
    meaning: obscured,
  },
  {
    // Junos' reversible form.
    literals: ['"$9$'],
    pattern: /"(?<secret>\$9\$[\w./-]{8,200})"/dg,
    meaning: (secret) => secret.slice("$9$".length),
  },
  {
    // FortiOS encrypts with a key that is in its firmware. https://fortiguard.fortinet.com/psirt/FG-IR-19-007
    literals: [" enc "],
    behind: { run: "value", least: 16 },
    pattern: /^[ \t]{0,32}set [\w-]{2,40} ENC (?<secret>[A-Za-z\d+/]{16,1000}={0,2})[ \t]{0,8}\r?$/dgm,
  },
  {
    // Without quotation marks a value with a figure or a mark in it. https://docs.strongswan.org/docs/latest/config/ipsecSecrets.html
    literals: [": psk ", ": eap ", ": xauth ", ": ntlm "],
    pattern:
      /(?:^|[ \t]):[ \t]{1,8}(?:PSK|EAP|XAUTH|NTLM)[ \t]{1,8}(?=\S{0,64}[\d!#^*?~+/=])(?<secret>[^\s"'%$<{][^\s"'<>]{5,255})[ \t]{0,8}\r?$/dgm,
    meaning: (secret) => secret.replace(/^0[sx]/, ""),
  },
  {
    // davfs2. https://savannah.nongnu.org/projects/davfs2
    literals: ["remote.php/dav", "remote.php/webdav", "/webdav", "/dav/"],
    pattern:
      /^https?:\/\/(?<host>[\w.-]{1,253})(?::\d{1,5})?\/[^\s"']{0,200}[ \t]{1,16}"?(?<user>[^\s"]{1,128})"?[ \t]{1,16}(?:"|(?=\S{0,64}[\d!#^*?~+]))(?<secret>[^\s"<>{}$]{4,256})"?[ \t]{0,8}\r?$/dgm,
  },
  {
    // isync. https://isync.sourceforge.io/mbsync.html
    literals: ['pass "'],
    pattern: /^[ \t]{0,8}Pass[ \t]{1,8}"(?<secret>[^\s"]{4,256})"[ \t]{0,8}\r?$/dgm,
  },
  {
    // https://www.pro-bono-publico.de/projects/tac_plus.html
    literals: ["cleartext "],
    pattern:
      /\b(?:login|enable|pap|chap|opap|arap|ms-chap|global)[ \t]{0,4}=[ \t]{0,4}cleartext[ \t]{1,4}"?(?<secret>[^\s"{};]{4,128})/dgi,
  },
  {
    literals: ["cleartext "],
    pattern:
      /^[ \t]{0,8}key[ \t]{0,4}=[ \t]{0,4}"?(?<secret>[^\s"{};]{6,128})"?[ \t]{0,8}\r?$(?=[^]{1,200}=[ \t]{0,4}cleartext[ \t])/dgm,
  },
  {
    // https://docs.wildfly.org/36/WildFly_Elytron_Security.html
    literals: ['clear-text="'],
    pattern: /\bclear-text="(?<secret>[^\s"<>]{4,256})"/dg,
  },
  {
    // Kafka's and ZooKeeper's users. https://kafka.apache.org/documentation/#security_sasl_plain
    literals: ["loginmodule required"],
    pattern: /LoginModule required(?<block>[^;{}]{1,480})/dg,
    each: /(?<![\w.-])user_(?<user>[\w.@-]{1,64})="(?<secret>[^"\r\n]{4,256})"/dg,
  },
  {
    // https://github.com/coturn/coturn/blob/master/examples/etc/turnserver.conf
    literals: ["user="],
    behind: { run: "unspaced", holds: ":" },
    pattern:
      /^user=(?<user>[a-z][\w.-]{0,63}):(?=\S{0,64}[\d!#^*?~+])(?<secret>[^\s:"'/$<>{}]{8,256})[ \t]{0,8}\r?$/dgim,
  },
  {
    // What opens the gems of Sidekiq Pro and others of Contributed Systems. https://github.com/sidekiq/sidekiq/wiki/Commercial-FAQ
    literals: ["bundle_"],
    behind: { run: "number", least: 1, within: 100 },
    pattern:
      /\bBUNDLE_\w{2,80}__[A-Z]{2,20}["']?\s{0,4}[:=]\s{0,4}["']?(?<user>[\da-f]{8}):(?<secret>[\da-f]{8})(?![\w-])/dg,
  },
  {
    // What Caddy writes records with. https://caddyserver.com/docs/automatic-https#dns-challenge
    literals: ["cloudflare", "digitalocean", "hetzner", "duckdns", "gandi", "vultr", "netlify", "linode", "desec"].map(
      (provider) => `dns ${provider} `,
    ),
    pattern: /\b(?:acme_)?dns [a-z]{4,16}[ \t]{1,4}(?=[\w-]{0,64}\d)(?<secret>[\w-]{20,128})(?=[\s}]|$)/dg,
  },
  {
    // Redis' command; mail has other words there.
    literals: ["> auth "],
    pattern:
      /^[ \t]{0,8}[\w.:]{1,64}> AUTH[ \t]{1,4}["']?(?=\S{0,64}\d)(?<secret>[^\s"'$<>{}]{16,512})["']?[ \t]{0,8}\r?$/dgm,
  },
  {
    // https://docs.oracle.com/en/database/oracle/oracle-database/23/sqpug/CONNECT.html
    literals: ["connect "],
    behind: { run: "unspaced", holds: "/" },
    pattern:
      /^[ \t]{0,8}(?:SQL> ?)?connect[ \t]{1,4}(?<user>[a-z][\w$#]{0,63})\/(?=[^\s@]{0,64}[\d!#^*?~+])(?<secret>[^\s"'/@$<>{}]{4,128})@[\w./:-]{1,128}[ \t]{0,8};?[ \t]{0,8}\r?$/dgim,
  },
  {
    // A network's password behind how it is secured: capitals, small letters and figures together are no name of a cipher.
    literals: ["wpa-psk ", "wpa2-psk ", "wpa3-psk ", "wpa-psk: ", "wpa2-psk: "],
    pattern:
      /\bWPA[23]?-PSK:?[ \t]{1,4}(?=\S{0,62}\d)(?=\S{0,62}[A-Z])(?=\S{0,62}[a-z])(?<secret>[^\s"'<>,;()[\]{}$]{12,63})(?=[\s,;]|$)/dg,
  },
  {
    // What pppd logs in with: below the line that the file begins with, or for a server of PPTP or L2TP. https://ppp.samba.org/pppd.html
    literals: ["client server ", "client\tserver\t", "client        server"],
    pattern:
      /^#[ \t]{0,4}client[ \t]{1,16}server[ \t]{1,16}secret[^\r\n]{0,64}\r?\n(?<block>(?:[^\r\n]{1,160}(?:\r?\n|$)){1,8})/dgim,
    each: /^"?(?<user>[^\s"#]{1,64})"?[ \t]{1,16}"?[\w.*-]{1,64}"?[ \t]{1,16}"?(?<secret>[^\s"$<>]{4,128})"?[ \t]{1,16}(?:"?\*"?|[\d./]{7,40}|-)[ \t]{0,8}\r?$/dgm,
  },
  {
    literals: [" pptpd ", "\tpptpd\t", " l2tpd ", "\tl2tpd\t"],
    pattern:
      /^"?(?<user>[^\s"#]{1,64})"?[ \t]{1,16}(?:pptpd|l2tpd)[ \t]{1,16}"?(?<secret>[^\s"$<>]{4,128})"?[ \t]{1,16}(?:"?\*"?|[\d./]{7,40})[ \t]{0,8}\r?$/dgm,
  },
];
