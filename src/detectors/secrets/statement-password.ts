import { matchesOf } from "../../model/matches.ts";
import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { loginMatch } from "./login.ts";
import { sightedIn } from "./sighted.ts";
import { statements } from "./statements.ts";

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
  isFramed: true,
  trigger: statements.map(({ literals, behind }) => ({ literals, anyCase: true, ...(behind && { behind }) })),
  reach: { before: 256, after: 512 },

  *detect(window) {
    const sighted = sightedIn(window);
    for (const { literals, pattern, each, meaning } of statements) {
      if (!literals.some((literal) => sighted.has(literal))) continue;
      for (const whole of window.matchAll(pattern)) {
        const from = each === undefined ? 0 : rangeOf(whole, "block").start;
        for (const match of each === undefined ? [whole] : matchesOf(whole.groups?.["block"] ?? "", each)) {
          const { user = "", secret = "", host } = match.groups ?? {};
          const { start, end } = rangeOf(match, "secret");
          const login = { user, password: meaning?.(secret) ?? secret, ...(host !== undefined && { host }) };
          const found = loginMatch({ start: from + start, end: from + end }, login);
          if (found !== undefined) yield found;
        }
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
    "tacacs-server host 10.0.4.7 key «{base62:12}»\ncrypto isakmp key «{base62:12}» address 10.0.4.7\n key-string 7 «0{digits:1}{HEX:18}»\n pre-shared-key «{base62:12}»",
    "rocommunity «{base62:12}» 10.0.0.0/8\ncom2sec readonly default «{base62:12}»\nrocommunity public\ncom2sec readonly default public",
    "rootpw --plaintext «{base62:12}»\nbindpw «{base62:12}»\nrootpw --iscrypted x\nrootpw {SSHA}\nbindpw = secret\nbindpw ${PW1}",
    "    user admin insecure-password «{base62:12}»\n    stats auth admin:«{base62:12}»\n    stats auth admin:admin",
    '10.0.4.7 : PSK "«{base62:24}»", carol : EAP "«Harbour-{digits:4}»", %any : PSK "secret"',
    ": RSA vpn.pem \"«Harbour-{digits:4}»\"\n: P12 shop.p12 '«{base62:14}»'\n: RSA vpn.pem %prompt",
    '<rocommunity>«{base62:14}»</rocommunity>\nsnmp_community=«{base62:14}»\nsnmp_community: public\n<rocommunity>public</rocommunity>\nsnmp_community = snmpv3.get("snmp_community")',
    'ike { policy p { pre-shared-key ascii-text "«{base62:14}»"; } }\nset system tacplus-server 10.0.4.7 secret «{base62:14}»\nset protocols bgp group g authentication-key "«{base62:14}»"\nset system radius-server 10.0.4.7 secret "«$9${base62:20}»"',
    "CREATE DATABASE LINK l CONNECT TO shop IDENTIFIED BY «{lower:4}{digits:4}» USING 'PROD';",
    'npmAuthIdent: "carol:«{base62:14}»"\ncloud.auth: "elastic:«{base62:24}»"\nBUNDLE_GEMS__ACME__IO: "carol:«{base62:14}»"\ntunnels: {web: {addr: 80, auth: "carol:«{base62:14}»"}}',
    'npmAuthIdent: "${USER}:${PW1}", auth: "user:password1", auth: "oauth2:read", cloud.auth: "elastic:<password2>", BUNDLE_PATH: "vendor/bundle2"',
    "WIFI:T:WPA;S:office;P:«Harbour-{digits:4}»;;, WIFI:S:office;T:nopass;;, WIFI:T:WPA;S:<ssid>;P:<password>;;",
    "bind 10.0.4.7\nrequirepass «{base62:24}»\nmasterauth «{base62:24}»\n",
    " neighbor 10.0.4.7 password «{base62:12}»\n ppp chap password 0 «{base62:12}»\n ip ospf authentication-key «{base62:12}»\n wpa-psk ascii 0 «Harbour{digits:4}!»",
    " neighbor 10.0.4.7 password 7 «0{digits:1}{HEX:18}»\n ppp chap password 7 «15{HEX:18}»\nthe neighbor of a password is a name",
    "set service snmp community «{base62:12}» authorization 'ro'\nset service snmp community public authorization ro\nthe community has authorization 'read2'",
    'url = "https://acme.example.io"\nuser = "carol:«{base62:14}»"\nproxy-user = "carol:«Harbour{digits:4}!»"\nuser = "1000:1000"\nuser = "app:app-group"\nuser = "${USER}:${PW1}"\n',
    "set snmp community «{base62:12}» authorization read-only\ncommunity «{base62:12}» {\n    authorization read-write;\ncommunity public authorization read-only",
    "user shop on >«{base62:20}» ~* +@all\nsentinel auth-pass main «{base62:20}»\nuser default on nopass ~* +@all",
    'createUser carol SHA "«{base62:12}»" AES\nCREATE USER shop IDENTIFIED BY «{lower:4}{digits:4}» ACCOUNT UNLOCK; create user shop identified by externally',
    "d-i passwd/root-password password «{base62:12}»\necho 'mysql-server mysql-server/root_password_again password «{base62:12}»' | debconf-set-selections\nd-i passwd/root-password password $PW1",
    "[smtp.acme.example.io]:587 carol@acme.example.io:«{base62:16}»\n[smtp.example.com]:587 user:password",
    "carol:{PLAIN}«{base62:12}»::::::\n<keyMaterial>«Harbour{digits:4}!»</keyMaterial>",
    "<auth-user-pass>\ncarol\n«{base62:20}»\n</auth-user-pass>",
    "chpasswd:\n  list: |\n    root:«{base62:12}»\n    carol:«{base62:14}»\n    dave:$6${base62:8}\n",
    "config system admin\n  set password ENC «SH2{base64:60}»\n  set psksecret ENC «{base64:40}==»\n  set password ENC *\nopenssl enc -d -in a",
    "carol : EAP «{base62:13}7»\n@left @right : PSK «0s{base64:31}7»\n: PSK %prompt\nthe type of the login : EAP authentication",
    'https://cloud.acme.example.io/remote.php/dav carol "«{base62:14}»"\nhttps://cloud.acme.example.io/remote.php/dav is gone\nPass "«{base62:14}»"\nPass "$(cat pw1)"',
    'key = "«{base62:20}»"\nuser = ops { login = cleartext «{base62:14}» }\nuser = dev { login = cleartext "$PW1" }',
    '<credential-reference clear-text="«{base62:14}»"/>, clear-text="${VAULT::ds::password::1}"',
    'KafkaServer { PlainLoginModule required\n  username="admin"\n  user_carol="«{base62:16}»"\n  user_dave="«{base62:16}»"; };\nuser_name="{base62:16}"',
    "lt-cred-mech\nuser=carol:«{base62:13}7»\nuser=1000:1000\nuser=www-data:www-data",
    'BUNDLE_ENTERPRISE__CONTRIBSYS__COM: "8{hex:7}:«b{hex:3}1{hex:3}»"\nBUNDLE_RETRY: "3"',
    "tls { dns cloudflare «{base62:39}7» }\nacme_dns hetzner «{base62:31}7»\ntls { dns cloudflare {env.CF_API_TOKEN1} }",
    "Wi-Fi office, WPA2-PSK «{base62:19}7»\nWPA2-PSK AES\nWPA2-PSK CCMP-128/TKIP",
    "# client server secret IP addresses\ncarol * «{base62:14}» *\ndave * «Harbour{digits:4}!» 10.0.4.7\n\n# client server secret\nthe rest is prose about files\n",
    'carol\tpptpd\t«{base62:14}»\t*\n"carol" l2tpd "«{base62:14}»" *\nservice pptpd restart now\n',
    "AUTH PLAIN\n127.0.0.1:6379> AUTH «{base62:31}7»\nAUTH authentication-of-the-service",
    "CONNECT 'shop' IDENTIFIED BY '«{base62:14}»';\nCONNECT shop/«{base62:13}7»@db\nconnect src/main@head\nconnect a/b2 and c",
    "config wifi-iface\n\toption encryption 'psk2'\n\toption key '«Harbour{digits:4}!»'\n\toption key '1'",
    "username admin privilege 15 password 0 «{base62:12}»",
    "%PARSER-5-CFGLOG_LOGGEDCMD: User:carol  logged command:username bob privilege 15 secret «Fl{lower:4}{digits:2}!»",
    "enable secret 0 «{base62:12}»\nsnmp-server community «{base62:12}» RO",
    "IDENTIFIED BY 'password'; IDENTIFIED BY '${PW}'; IDENTIFIED BY :pw; identified by \"code\" of the user",
    "ConvertTo-SecureString $pw -AsPlainText; # requirepass foobared",
    "enable password, username and password, snmp-server community public RO",
  ],
};
