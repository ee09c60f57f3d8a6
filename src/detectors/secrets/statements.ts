interface Statement {
  /** One of them stands in whatever the pattern matches, in any case. */
  readonly literals: readonly string[];
  /** With the group `secret`, and `user` and `host` where they stand beside it. */
  readonly pattern: RegExp;
}

/** Statements in which a password follows words that are no name for it: of SQL, of PowerShell, of routers, servers and what installs them. */
export const statements: readonly Statement[] = [
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
    literals: ["rocommunity", "rwcommunity", "snmp_community", "snmp-community", "snmpcommunity", "snmp.community"],
    pattern: /\b(?:snmp[._-]?|r[ow])community["']?(?:\s{0,4}[=:]\s{0,4}|>)["']?(?<secret>[^\s"'<>;,$]{6,128})/dgi,
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
    literals: ["authorization read-"],
    pattern: /\bcommunity[ \t]{1,4}"?(?<secret>[^\s"{};]{4,128})"?[ \t]{1,4}(?:\{\s{1,40})?authorization read-/dgi,
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
      /^[ \t]{0,8}chpasswd:[ \t]{0,8}\r?\n(?:[ \t]{1,8}expire:[^\n]{0,16}\n)?[ \t]{1,8}list:[ \t]{0,4}[|>]?-?[ \t]{0,4}\r?\n[ \t]{1,16}(?:-[ \t]{1,4})?(?<user>[\w.-]{1,64}):(?<secret>[^\s$]{4,128})[ \t]{0,8}\r?$/dgim,
  },
  {
    literals: ["option key"],
    pattern: /^[ \t]{1,8}option key[ \t]{1,4}(?<quote>["'])(?<secret>[^"'\r\n]{8,64})\k<quote>/dgim,
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
];
