import { rangeOf } from "../../model/range.ts";
import { showsValue } from "../../model/value.ts";
import type { Detector } from "../detector.ts";
import { guess } from "./guess.ts";

/** Functions and classes that take a user and a password by their place, and not by a name. */
export const loginCall: Detector = {
  id: "secret/login-call",
  summary: "Password as an argument of a login",
  remedy:
    "Change the password, because history keeps what was committed. Then read it from the environment or a secret manager.",
  isFramed: true,
  trigger: {
    literals:
      "credential(,credentials(,credentials.create(,credentials::new(,directoryentry(,usernamepasswordtoken(,auth(,auth=(,auth = (,auth: (,auth=[,auth: [,auth' => [,auth\" => [,auth: {,auth [,auth \",auth ',basic(,{:basic,authentication(,authenticationinterceptor(,authenticationtoken(,authenticator(,authenticate(,authenticateasync(,authorization_basic(,authprovider(,authhandler(,userinfo(,username_pw_set(,userauth_password(,emailandpassword(,create_superuser(,set_password(,add_password(,login(,ldap_bind(,ldap.bind(,ftp(,ftp_tls(,sshclient(,sequelize(,connect(,mysqli(,pdo(,mysqli->__construct(,pdo->__construct(,getconnection(,wifi.begin(,curlopt_userpwd,curlopt_proxyuserpwd,btoa(,b64encode(,base64encode(,base64_encode(,encode64(,encodetostring(,buffer.from(".split(
        ",",
      ),
    anyCase: true,
    behind: { value: "password" },
  },
  reach: { before: 64, after: 512 },

  *detect(window) {
    for (const match of [call, pair, joined, encoded].flatMap((pattern) => [...window.matchAll(pattern)])) {
      const { literal = "", user = "", secret = "" } = match.groups ?? {};
      const range = rangeOf(match, "secret");
      const literalEnd = match.index + (literal === "" ? match[0].search(/[([{"']/) + 1 : literal.length);
      if (!showsValue(window.text, range, literalEnd, "password")) continue;
      const looks = user.toLowerCase() === secret.toLowerCase() ? "none" : guess(secret);
      if (looks === "random") yield { range, confidence: 0.8 };
      else if (looks === "chosen") yield { range, confidence: 0.5 };
    }
  },

  examples: [
    'new NetworkCredential("carol@acme.example.io", "«{base62:20}»")',
    "requests.get(url, auth=('svc', '«{base62:20}»'))",
    "$db = new mysqli('localhost', 'shop', '«{lower:8}{digits:4}»', 'shop');",
    "#0 /app/db.php(7): PDO->__construct('mysql:host=loca...', 'shop', '«{base62:14}»')\n#1 mysqli->__construct('localhost', 'shop', '«{base62:14}»')",
    "#0 /app/db.php(7): PDO->__construct('mysql:host=loca...', 'shop', Object(SensitiveParameterValue))",
    'DriverManager.getConnection(url, "shop", "«{base62:12}!»");',
    'WiFi.begin("office", "«{lower:6}{digits:4}!»");',
    'DBI->connect($dsn, "shop", "«{lower:8}{digits:4}»"); pymysql.connect("db", "shop", "«{base62:14}»", "shop")',
    'smtp.PlainAuth("", "carol@acme.example.io", "«{base62:14}»", host); request.basic_auth("carol", Some("«{base62:14}»"))',
    'credentials += Credentials("Sonatype Nexus", "nexus.acme.example.io", "deploy", "«{base62:14}»")',
    'client.connect("sensor-4", "mqtt", "«{base62:14}»"); client.connect("sensor-4", user, "«{base62:14}»"); client.connect("sensor-4", "esp/status", 0, true, "offline2")',
    "curl_setopt($ch, CURLOPT_USERPWD, 'carol:«{lower:6}{digits:4}!»');",
    'curl_setopt($ch, CURLOPT_USERPWD, "$user:$password"); CURLOPT_USERPWD, "user:password"; PlainAuth("", user, password, "smtp2.acme.example.io")',
    'HTTPBasicAuthenticator("carol", "«{lower:6}{digits:4}!»"), http_auth=("elastic", "«{base62:20}»"), basicAuthentication("carol", "«{base62:12}{digits:2}»")',
    "'auth' => ['carol', '«{lower:6}{digits:4}!»'], hackney: [basic_auth: {\"carol\", \"«{base62:14}»\"}], auth: {:basic, \"carol:«{lower:6}{digits:4}!»\"}",
    'basicAuth "carol" "«{lower:6}{digits:4}!»", {:basic-auth ["carol" "«{base62:14}»"]}, req.basic_auth \'carol\', \'«{base62:14}»\'',
    'given().auth().basic("carol", "«{base62:14}»"), withAuth("carol", "«{base62:14}»", Basic), Credentials::new("carol".to_string(), "«{base62:14}»".into())',
    'ldap_bind($ldap, "cn=admin", "«{base62:14}»"), ftp_login($ftp, "carol", "«{lower:6}{digits:4}!»"), signInWithEmailAndPassword(auth, "carol", "«{base62:14}»")',
    'new SshClient("h", "carol", "«{base62:14}»"), FTP("h", "carol", "«{base62:14}»"), driver->connect("tcp://h:3306", "shop", "«{base62:14}»")',
    'ssh.connect("h", 22, "carol", "«{base62:14}»"), keyring.set_password("svc", "carol", "«{lower:6}{digits:4}!»"), new Sequelize("shop", "carol", "«{base62:14}»")',
    "btoa('carol:«{lower:6}{digits:4}!»'), Buffer.from(\"carol:«{base62:14}»\").toString('base64'), base64Encode(utf8.encode('carol:«{base62:14}»'))",
    "btoa('user:password'), Buffer.from('\\0tls:session2'), Buffer.from('tls:session2'), btoa(`${user}:${password2}`), authenticate('jwt', options2)",
    "connect(host, 'user', 'password'), auth: { name: 'shop', type: 'field2' }, passport.authenticate('local', 'oauth'), auth([\"v1\", \"field2\"])",
    'server.login(user, password), login("user", "password"), login("admin", "admin")',
    "auth=('user', 'pass')",
    'basicAuth(req, "realm of this site")',
  ],
};

const argument = String.raw`\s{0,24}(?:[\w.$>-]{1,64}|[@bru]{0,2}(?:"[^"\r\n]{0,256}"|'[^'\r\n]{0,256}'))\s{0,24},`;
const named = String.raw`\s{0,24}(?:[\w.$>-]{1,64}|[@bru]{0,2}(?:"(?<user>[^"\r\n]{0,256})"|'[^'\r\n]{0,256}'))\s{0,24},`;
const secret = String.raw`\s{0,24}(?:Some\()?[@bru]{0,2}["'](?<secret>[^"'\r\n]{4,256})["']`;

/** User and password come first, or behind the address; PHP's and .NET's forms differ in nothing but the name. */
const call = new RegExp(
  String.raw`(?:\bCredentials\(${argument}${argument}|(?:credentials?|passwordAuthentication|usernamePasswordToken|basicAuth|basic_auth|\bauth(?: = |=)|\blogin|wifi\.begin)\(|(?:directoryEntry|mysqli?_connect|mysql_pconnect|\bmysqli(?:->__construct)?|\bPDO(?:->__construct)?|getConnection|MySQLdb\.connect|pymysql\.connect|DBI->connect|plainAuth|client\.connect)\(${argument}|mysql_real_connect\(${argument}${argument})${named}${secret}`,
  "dgi",
);

const placed = String.raw`[\w.$>-]{1,64}|["'][\w.:/@=-]{0,128}["']`;
const user = String.raw`["'](?<user>[\w.:/@=,+-]{1,128})["']`;

/** The same behind names that take other things as well: a user in quotation marks comes first, or one or two arguments before him. */
const pair = new RegExp(
  String.raw`(?:(?:credentials(?:\.create|::new)|auth|\bbasic|authentication(?:interceptor|token)?|authenticat(?:or|e(?:async)?)|authorization_basic|auth(?:provider|handler)|userInfo|username_pw_set|userauth_password|emailAndPassword|ldap\.bind)\(|auth(?:=\(|=\[| = \(|: [([{]|["'] => \[)|basic[-_]?auth (?=["'[])\[?|(?:credentials|emailAndPassword|create_superuser|(?:set|add)_password|ldap_bind|ftp_login|\bFTP(?:_TLS)?|sshClient|sequelize|connect)\((?:\s{0,24}(?:${placed}),){1,2})\s{0,24}${user}(?:\.to_(?:string|owned)\(\))?(?:\s{0,24},| )${secret}`,
  "dgi",
);

/** `curl_setopt($ch, CURLOPT_USERPWD, "user:password")`. */
const joined =
  /(?<literal>CURLOPT_(?:PROXY)?USERPWD|\{:basic)\s{0,4}(?:,|=>)\s{0,24}["'](?<user>[^"'\r\n:]{1,128}):(?<secret>[^"'\r\n$]{4,256})["']/dgi;

/** `btoa("user:password")`: what HTTP's Basic scheme is made of. */
const encoded =
  /(?<literal>\b(?:btoa|b64encode|base64_?encode|encode64|encodeToString|Buffer\.from(?=\([^()\n]{4,300}\)\.toString\(["'`]base64))\()(?:[\w.]{1,20}\(\s{0,4})?b?["'`](?<user>[\w.@+-]{1,128}):(?<secret>[^\s"'`\\${}]{4,256})["'`]/dgi;
