import { guess } from "../detectors/secrets/guess.ts";
import { sightedIn } from "../detectors/secrets/sighted.ts";
import type { Detector } from "../detectors/detector.ts";
import { rangeOf } from "../model/range.ts";
import { isNothing } from "./value.ts";

interface Line {
  /** One of them stands in whatever the pattern matches. */
  readonly literals: readonly string[];
  /** Only as they are written: in small letters they are words of every log. */
  readonly inCapitals?: true;
  readonly pattern: RegExp;
  /** Whether a word can stand there by chance: then it has to look like a password, or be the base64 of a text. */
  readonly maybe?: "password" | "base64";
}

/** Where a line ends, escaped or not, behind what a dump writes there. */
const end = String.raw`(?=["'\x60\]\s]{0,4}(?:[\r\n]|\\[rn]|$|\[\\r\]))`;
const secret = String.raw`(?<secret>[^\s"'\x60<>\\]{3,4000})`;
const base64 = String.raw`(?<secret>[\w+/]{8,4000}={0,2})`;
const quotedSecret = String.raw`["'\x60]?${secret}`;

const lines: readonly Line[] = [
  // SMTP and IMAP: RFC 4954, RFC 9051, RFC 7628.
  {
    literals: ["auth plain", "auth login", "auth xoauth2", "authenticate plain"],
    pattern: new RegExp(String.raw`\bauth(?:enticate)? (?:plain|login|xoauth2|oauthbearer) ${base64}(?![\w-])`, "dgi"),
    maybe: "base64",
  },
  // The server asks for the password in base64 and gets it.
  {
    literals: ["334 UGFzc3dvcmQ6"],
    inCapitals: true,
    pattern: new RegExp(String.raw`334 UGFzc3dvcmQ6[^\r\n]{0,16}[\r\n]{1,2}[^\r\n]{0,80}?\b${base64}${end}`, "dg"),
  },
  // FTP, POP3, IRC: RFC 959, RFC 1939, RFC 2812. Test runners write PASS and a file.
  {
    literals: ["PASS "],
    inCapitals: true,
    pattern: new RegExp(
      String.raw`(?:\bUSER \S{1,128}[^\r\n]{0,20}(?:[\r\n]{1,2}|\\r\\n)(?:[^\r\n]{0,200}[\r\n]{1,2}){0,3}?[^\r\n]{0,60}?|(?:^|[\r\n])[^\r\n]{0,60}?(?:-{2,3}>|ftp[\w.:\] ]{0,12}>|\bC:|>>>) {0,2})\bPASS :?${secret}${end}`,
      "dg",
    ),
  },
  {
    literals: [" LOGIN "],
    inCapitals: true,
    pattern: new RegExp(
      String.raw`(?<![\w.-])[A-Za-z]{1,5}\d{1,6} LOGIN (?:"[^"\r\n]{1,128}"|[^\s"]{1,128}) ${quotedSecret}${end}`,
      "dg",
    ),
  },
  // A tag without a letter is a number before a word in other logs.
  {
    literals: [" LOGIN "],
    inCapitals: true,
    pattern: new RegExp(
      String.raw`(?<![\w.-])\d{1,6} LOGIN (?:"[^"\r\n]{1,128}"|[^\s"]{1,128}) ${quotedSecret}${end}`,
      "dg",
    ),
    maybe: "password",
  },
  // Redis: MONITOR, its prompt, its protocol (RESP), ACLs, settings.
  {
    literals: ['"auth"', "> auth ", "$4\\r\\nauth", "requirepass", "masterauth", "acl setuser"],
    pattern: new RegExp(
      String.raw`(?:\] (?:"hello" "\d" "auth" "[^"\r\n]{1,128}" |"auth" (?:"[^"\r\n]{1,128}" (?="[^"\r\n]{1,4000}"[\r\n]))?)"|> auth (?:[^\s"]{1,128} (?=\S{3,4000}[\r\n]))?["']?|(?:\$4\\r\\nauth\\r\\n|(?:\*3|\$1\\r\\n\d)\\r\\n\$4\\r\\nauth\\r\\n\$\d{1,4}\\r\\n[^\s\\]{1,128}\\r\\n)\$\d{1,4}\\r\\n|\b(?:requirepass|masterauth)"? ["']?|\bacl setuser [^\r\n>]{1,200}>)${secret}`,
      "dgi",
    ),
  },
  {
    literals: ["nickserv"],
    pattern: new RegExp(
      String.raw`\bnickserv(?: :| )identify (?:[^\s:]{1,64} (?=\S{3,400}\s{0,2}$))?${secret}`,
      "dgim",
    ),
  },
  // https://github.com/go-sql-driver/mysql#dsn-data-source-name
  { literals: ["@tcp("], pattern: /(?<![\w:/])[\w.-]{1,64}:(?<secret>[^\s"'`@]{1,256})@tcp\(/dgi },
  // What runners of CI are told to hide.
  {
    literals: ["add-mask", "task.setsecret"],
    pattern: /(?:::add-mask::|##\[add-mask\]|##vso\[task\.setsecret\])(?<secret>[^\s"'`][^\r\n"'`\\]{2,4000})/dgi,
  },
  // Programs that take a password on the command line; what a repository holds of them is less sure.
  {
    literals: ["lftp", "mosquitto_", "password-stdin", "chpasswd", "twine", "mysql"],
    pattern: new RegExp(
      String.raw`\blftp [^\r\n|;]{0,200}?(?:-u ?|--user[ =])[^\s,"']{1,64},(?<ftp>[^\s"'$]{3,256})|\bmosquitto_(?:pub|sub|rr)\b[^\r\n|;]{0,300}? (?:-P|--pw)[ =](?<mqtt>[^\s"'$]{3,256})|\becho (?:-n )?["']?(?<piped>[^\s"'$\x60|]{4,4000})["']? ?\| ?[^\r\n|]{1,200}--password-stdin|chpasswd ["']?[\w.-]{1,64}:(?<account>[^\s"'$]{3,256})|\b(?:twine|mysql(?:dump|admin|import|check)?)\b[^\r\n|;]{0,300}? -p (?<argument>[^\s"'$-][^\s"'$]{5,256})`,
      "dg",
    ),
    maybe: "password",
  },
  { literals: ["sqlplus"], pattern: /\bsqlplus (?:-\w{1,3} ){0,3}[\w.$]{1,64}\/(?<secret>[^\s@"'$]{3,256})@/dgi },
  // As PHP's stack traces show a call.
  {
    literals: ["->__construct("],
    pattern: /\b(?:PDO|mysqli)->__construct\('[^'\r\n]{0,256}', '[^'\r\n]{0,256}', '(?<secret>[^'\r\n]{3,256})'/dgi,
  },
  // Dovecot's debug log, where it shows passwords: a tab may be written as rsyslog does.
  {
    literals: ["\tresp=", "#011resp="],
    pattern: new RegExp(String.raw`(?:\t|#011)resp=${base64}(?![\w-])`, "dgi"),
    maybe: "base64",
  },
  {
    literals: [") != '"],
    pattern:
      /\b(?:PLAIN(?:-MD5)?|(?:MD5-|SHA(?:256|512)-|BLF-|DES-)?CRYPT|S?SHA(?:1|256|512)?|ARGON2ID?)\((?<secret>[^\s()]{3,256})\) != '/dg,
  },
  // FreeRADIUS, where it logs passwords; `<via Auth-Type = mschap>` stands there where it has none.
  {
    literals: ["] (from client "],
    pattern:
      /\bLogin (?:OK|incorrect)(?: \([^\r\n]{1,160}?\))?: \[[^\]/\r\n]{1,128}\/(?<secret>(?!<)[^\r\n]{1,256}?)\] \(from client /dg,
  },
  // What PowerShell's log of modules tells of each argument.
  {
    literals: ["parameterbinding(convertto-securestring)"],
    pattern: /\(ConvertTo-SecureString\): name="String"; value="(?<secret>[^"\r\n]{1,512})"/dgi,
  },
  {
    literals: ["debugger pin: "],
    pattern: /\bDebugger PIN: (?<secret>\d{3}-\d{3}-\d{3})\b/dgi,
  },
  // Keys and passwords in statements, as databases log them.
  {
    literals: ["pgp_sym_", "aes_encrypt", "aes_decrypt"],
    pattern:
      /\b(?:pgp_sym_(?:en|de)crypt(?:_bytea)?|aes_(?:en|de)crypt)\([^;\r\n]{1,200}?, {0,2}'(?<secret>[^'\r\n]{3,256})' {0,2}[,)]/dgi,
  },
  {
    literals: ["identified by "],
    pattern:
      /\b(?:(?:create|alter) user|connect to|grant [\w, ]{1,80} to) [\w."$#]{1,64} identified by (?!(?:externally|globally|values|password)\b)(?<secret>[a-z][\w$#]{3,29})(?=[\s;]|$)/dgi,
  },
  { literals: ["gen_salt"], pattern: /\bcrypt\('(?<secret>[^'\r\n]{1,256})', {0,2}gen_salt\(/dgi },
  // "Incorrect API key provided: …"
  {
    literals: [" provided: "],
    pattern: /\b(?:key|token|password|credentials) provided: ["'`]?(?<secret>[^\s"'`,;]{6,4000})/dgi,
    maybe: "password",
  },
];

/**
 * What a program sends to log in, as it writes that into its log: the commands of mail, FTP and Redis, options of a command line, and what CI is told to hide.
 * No name stands before these passwords.
 */
export const loginLine: Detector = {
  id: "secret/login-line",
  summary: "Password in a logged command",
  remedy: "Mask it: `outgate redact`. Then change the password, and switch off what logs each command.",
  trigger: [
    { literals: lines.flatMap(({ literals, inCapitals }) => (inCapitals ? [] : literals)), anyCase: true },
    { literals: lines.flatMap(({ literals, inCapitals }) => (inCapitals ? literals : [])) },
  ],
  reach: { before: 320, after: 512 },
  isApart: true,
  isGeneral: true,

  *detect(window) {
    const sighted = sightedIn(window);
    for (const { literals, pattern, maybe } of lines) {
      if (!literals.some((literal) => sighted.has(literal.toLowerCase()))) continue;
      for (const match of window.matchAll(pattern)) {
        const [name, value] = Object.entries(match.groups ?? {}).find(([, one]) => one !== undefined) ?? [];
        if (name === undefined || value === undefined || isNothing(value)) continue;
        const looks = guess(value);
        if (looks === "none" && maybe !== "base64") continue;
        if (maybe === "password" && looks !== "random" && looks !== "chosen") continue;
        if (maybe === "base64" && !isBase64OfText(value)) continue;
        const { start, end: last } = rangeOf(match, name);
        // What ends the sentence around it.
        yield { range: { start, end: last - (/[.,;:)\]]{0,3}$/.exec(value)?.[0].length ?? 0) } };
      }
    }
  },

  examples: [
    "C: AUTH PLAIN «{encode:base64}carol {base62:14}{end}»\r\nS: 235 OK",
    "send: 'AUTH LOGIN «{encode:base64}{base62:14}{end}»\\r\\n'; S: 250-AUTH PLAIN LOGIN CRAM-MD5",
    "S: 334 UGFzc3dvcmQ6\r\nC: «{base64:16}»\r\nS: 235",
    "USER carol\r\n331 Password required\r\nPASS «harbour»\r\n230 OK",
    "ftp: ---> PASS «{base62:12}»\n---> PASS XXXX\n > PASS src/token.test.ts\nPASS src/login.test.ts (3 s)\nPASS: 3",
    'a001 LOGIN carol «{base62:12}»\r\na002 LOGIN "carol@acme.example.io" "«{base62:9}!»"\r\na001 OK LOGIN completed',
    '1732183200.123456 [0 127.0.0.1:55555] "AUTH" "«{base62:20}»"\n1732183200.2 [0 [::1]:5] "AUTH" "default" "«{base62:20}»"\n',
    "127.0.0.1:6379> AUTH «{base62:20}»\n*2\\r\\n$4\\r\\nAUTH\\r\\n$20\\r\\n«{base62:20}»\\r\\n",
    'CONFIG SET requirepass «{base62:20}»; "CONFIG" "SET" "requirepass" "«{base62:20}»"; ACL SETUSER shop on >«{base62:14}» ~*',
    "PRIVMSG NickServ :IDENTIFY carol «{base62:12}»",
    "dial shop:«{base62:12}»@tcp(db.acme.example.io:3306)/shop, root:${PW}@tcp(db:3306)/shop",
    "::add-mask::«{base62:24}»\n::add-mask::***\n##vso[task.setsecret]«{base62:16}»",
    "sqlplus scott/«{base62:9}»@//db1:1521/XE; lftp -u carol,«{base62:12}» ftp.acme.example.io",
    "mosquitto_pub -h mq -u carol -P «{base62:12}» -t a; mysqldump -u root -p «{base62:12}» shop; mysql -u root -p shop",
    "echo «{base62:14}» | docker login --username carol --password-stdin",
    "#0 /srv/app/Db.php(12): PDO->__construct('mysql:host=db1', 'shop', '«{base62:14}»')",
    "SELECT crypt('«harbour»', gen_salt('bf')), crypt($1, gen_salt('bf'))",
    '1732183200.1 [0 127.0.0.1:5] "HELLO" "3" "AUTH" "default" "«{base62:20}»" "SETNAME" "shop"\n',
    "*3\\r\\n$4\\r\\nAUTH\\r\\n$7\\r\\ndefault\\r\\n$20\\r\\n«{base62:20}»\\r\\n $1\\r\\n3\\r\\n$4\\r\\nauth\\r\\n$7\\r\\ndefault\\r\\n$20\\r\\n«{base62:20}»\\r\\n",
    "AUTH\t1\tPLAIN\tservice=imap\trip=203.0.113.9\tresp=«{encode:base64}\0carol\0{base62:14}{end}»\nAUTH\t1\tPLAIN\tresp=<hidden>",
    "auth: PLAIN(«harbour7») != '{SSHA}x', WHERE UPPER(name) != 'CAROL'",
    "Login OK: [carol/«{base62:12}»] (from client nas1 port 0)\nLogin incorrect (pap: wrong): [carol/«harbour»] (from client nas1)\nLogin OK: [carol/<via Auth-Type = mschap>] (from client nas1)\nLogin OK: [carol] (from client nas1)",
    'ParameterBinding(ConvertTo-SecureString): name="String"; value="«harbour 7»"',
    " * Debugger PIN: «{digits:3}-{digits:3}-{digits:3}»",
    "SELECT pgp_sym_decrypt(ssn, '«{base62:20}»'), AES_ENCRYPT('4111', '«harbour7»'), pgp_sym_decrypt(a, $1), aes_decrypt(a, @key)",
    "CREATE USER carol IDENTIFIED BY «harbour» ACCOUNT UNLOCK; alter user carol identified by externally; GRANT CONNECT TO carol IDENTIFIED BY «{letters:12}»",
    "Incorrect API key provided: «{base62:40}». No token provided: log in",
    '{"auth":"none"} {"auth":true} "auth" "basic"; auth plain text; auth login succeeded; the user LOGIN page; 3 LOGIN attempts failed',
  ],
};

/** NUL and the first control character stand between the parts of what is sent. */
function isBase64OfText(value: string): boolean {
  const text = Buffer.from(value, "base64").toString().replaceAll("\0", "").replaceAll("\x01", "");
  return /^[\x20-\x7e\xa0-\uffef]+$/.test(text);
}
