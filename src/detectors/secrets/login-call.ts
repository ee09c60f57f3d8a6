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
  trigger: {
    literals:
      "credential(,credentials(,directoryentry(,passwordauthentication(,usernamepasswordtoken(,basicauth(,basic_auth(,auth=(,auth = (,login(,mysql_connect(,mysql_pconnect(,mysqli_connect(,mysqli(,pdo(,mysqli->__construct(,pdo->__construct(,getconnection(,mysqldb.connect(,pymysql.connect(,dbi->connect(,mysql_real_connect(,plainauth(,wifi.begin(,client.connect(,curlopt_userpwd,curlopt_proxyuserpwd".split(
        ",",
      ),
    anyCase: true,
    behind: { value: "password" },
  },
  reach: { before: 64, after: 512 },

  *detect(window) {
    for (const match of [...window.matchAll(call), ...window.matchAll(joined)]) {
      const { literal = "", user = "", secret = "" } = match.groups ?? {};
      const range = rangeOf(match, "secret");
      const literalEnd = match.index + (literal === "" ? match[0].indexOf("(") + 1 : literal.length);
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
    'server.login(user, password), login("user", "password"), login("admin", "admin")',
    "auth=('user', 'pass')",
    'basicAuth(req, "realm of this site")',
  ],
};

const argument = String.raw`\s{0,24}(?:[\w.$>-]{1,64}|[@bru]{0,2}(?:"[^"\r\n]{0,256}"|'[^'\r\n]{0,256}'))\s{0,24},`;
const named = String.raw`\s{0,24}(?:[\w.$>-]{1,64}|[@bru]{0,2}(?:"(?<user>[^"\r\n]{0,256})"|'[^'\r\n]{0,256}'))\s{0,24},`;

/** User and password come first, or behind the address; PHP's and .NET's forms differ in nothing but the name. */
const call = new RegExp(
  String.raw`(?:\bCredentials\(${argument}${argument}|(?:credentials?|passwordAuthentication|usernamePasswordToken|basicAuth|basic_auth|\bauth(?: = |=)|\blogin|wifi\.begin)\(|(?:directoryEntry|mysqli?_connect|mysql_pconnect|\bmysqli(?:->__construct)?|\bPDO(?:->__construct)?|getConnection|MySQLdb\.connect|pymysql\.connect|DBI->connect|plainAuth|client\.connect)\(${argument}|mysql_real_connect\(${argument}${argument})${named}\s{0,24}(?:Some\()?[@bru]{0,2}["'](?<secret>[^"'\r\n]{4,256})["']`,
  "dgi",
);

/** `curl_setopt($ch, CURLOPT_USERPWD, "user:password")`. */
const joined =
  /(?<literal>CURLOPT_(?:PROXY)?USERPWD)\s{0,4}(?:,|=>)\s{0,24}["'](?<user>[^"'\r\n:]{1,128}):(?<secret>[^"'\r\n$]{4,256})["']/dgi;
