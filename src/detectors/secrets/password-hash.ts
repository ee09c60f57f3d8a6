import { matchesOf } from "../../model/matches.ts";
import { rangeOf } from "../../model/range.ts";
import { asRead } from "../as-read.ts";
import type { Detector } from "../detector.ts";
import { isPlaceholder } from "./placeholder.ts";

/**
 * Hashes of passwords that say which method made them: crypt(5)'s (`/etc/shadow`, `.htpasswd`), LDAP's `{SSHA}`, Argon2,
 * phpass (WordPress), Django's and Werkzeug's, Cisco's, Mosquitto's, PostgreSQL's SCRAM, and Kerberos replies that hold one. A hash beside its user is from a
 * file of accounts; one alone may be a test's. Compose writes each dollar sign twice.
 * https://manpages.debian.org/bookworm/libcrypt-dev/crypt.5.en.html
 * https://httpd.apache.org/docs/2.4/misc/password_encryptions.html
 * https://docs.djangoproject.com/en/5.2/topics/auth/passwords/#how-django-stores-passwords
 * https://mosquitto.org/man/mosquitto_passwd-1.html · https://www.postgresql.org/docs/current/catalog-pg-authid.html
 * https://doc.traefik.io/traefik/middlewares/http/basicauth/
 */
export const passwordHash: Detector = {
  id: "secret/password-hash",
  summary: "Hash of a password",
  remedy:
    "Take it out, because a hash can be guessed at leisure, and change the password behind it. For a test, hash a made-up password while it runs.",
  trigger: {
    literals:
      "$1$ $2a$ $2b$ $2x$ $2y$ $5$ $6$ $7$ $8$ $9$ $y$ $gy$ $apr1$ $argon2 $P$ $H$ $krb5 pbkdf2_sha pbkdf2:sha $pbkdf2- scrypt:32768 {SHA} {SSHA SCRAM-SHA-".split(
        " ",
      ),
  },
  reach: { before: 80, after: 1024 },

  *detect(window) {
    const { text, toWritten } = asRead(window.text, /\$\$/g, () => "$");
    for (const match of matchesOf(text, hash)) {
      if (isPlaceholder(match[0].slice(match[0].lastIndexOf("$") + 1))) continue;
      yield {
        range: toWritten(rangeOf(match)),
        confidence: account.test(text.slice(Math.max(0, match.index - 80), match.index)) ? 0.8 : 0.5,
      };
    }
  },

  examples: [
    "ubuntu:«$6${base62:16}${base62:86}»:19431:0:99999:7:::",
    "admin:«$apr1${base62:8}${base62:22}»",
    "carol:«$2y$05${base62:53}»",
    'INSERT INTO users VALUES (1, "«$2b$12${base62:53}»");',
    "root:«$y$j9T${base62:22}${base62:43}»:19431:0:99999:7:::",
    "root:«$5$rounds=5000${base62:16}${base62:43}»:19431::::::",
    "enable secret 8 «$8${base62:14}${base62:43}»",
    "«$argon2id$v=19$m=65536,t=3,p=4${base64:22}${base64:43}»",
    "user_pass: '«$P$B{base62:30}»'",
    "password = «pbkdf2_sha256$600000${base62:22}${base64:43}=»",
    "client_secret: '«$pbkdf2-sha512$310000${base64:22}${base64:86}»'",
    "pw: «scrypt:32768:8:1${base62:16}${hex:128}»",
    "userPassword: «{SSHA}{base64:38}==»",
    '"traefik.http.middlewares.auth.basicauth.users=admin:«$$apr1$${base62:8}$${base62:22}»,carol:«$$2y$$05$${base62:53}»"',
    "carol:«$7$101${base64:16}${base64:86}==»",
    '"carol" "«SCRAM-SHA-256$4096:{base64:22}==${base64:43}=:{base64:43}=»"',
    "«$krb5asrep$23$carol@ACME.EXAMPLE:{hex:32}${hex:128}»",
    "one character short: $6${base62:16}${base62:85}, $2b$12${base62:52}",
    "text.replace(pattern, '$1$2$5$6')",
    "SCRAM-SHA-256 and SCRAM-SHA-512, cost $$5, echo $$2y$$05$$x",
    "$2a$10$xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
};

const hash = new RegExp(
  [
    String.raw`\$2[abxy]\$\d\d\$[./A-Za-z0-9]{53}`,
    String.raw`\$(?:1|apr1)\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{22}`,
    String.raw`\$5\$(?:rounds=\d{1,9}\$)?[^$:\s"'\`]{1,16}\$[./A-Za-z0-9]{43}`,
    String.raw`\$6\$(?:rounds=\d{1,9}\$)?[^$:\s"'\`]{1,16}\$[./A-Za-z0-9]{86}`,
    String.raw`\$g?y\$[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{1,86}\$[./A-Za-z0-9]{43}`,
    String.raw`\$7\$[./A-Za-z0-9]{11,97}\$[./A-Za-z0-9]{43}`,
    String.raw`\$7\$\d{1,9}\$[A-Za-z0-9+/]{16,88}={0,2}\$[A-Za-z0-9+/]{86}==`,
    String.raw`SCRAM-SHA-\d{1,3}\$\d{1,9}:[A-Za-z0-9+/]{16,88}={0,2}\$[A-Za-z0-9+/]{27,86}={0,2}:[A-Za-z0-9+/]{27,86}={0,2}`,
    String.raw`\$[89]\$[./A-Za-z0-9]{14}\$[./A-Za-z0-9]{43}`,
    String.raw`\$argon2(?:id?|d)\$(?:v=\d{1,3}\$)?m=\d{1,10},t=\d{1,10},p=\d{1,10}\$[A-Za-z0-9+/]{11,86}\$[A-Za-z0-9+/]{16,172}`,
    String.raw`\$[PH]\$[./A-Za-z0-9]{31}`,
    String.raw`pbkdf2_sha(?:1|256|512)\$\d{1,8}\$[^$\s"'\`]{1,64}\$[A-Za-z0-9+/]{27,88}={0,2}`,
    String.raw`\$pbkdf2(?:-sha(?:256|512))?\$\d{1,8}\$[./A-Za-z0-9+]{1,86}\$[./A-Za-z0-9+]{27,88}`,
    String.raw`(?:pbkdf2:sha\d{1,3}(?::\d{1,8})?|scrypt:\d{1,8}:\d{1,3}:\d{1,3})\$[^$\s"'\`]{1,64}\$[0-9a-f]{40,128}`,
    String.raw`\{S?SHA(?:256|384|512)?\}[A-Za-z0-9+/]{27,140}={0,2}`,
    String.raw`\$krb5(?:asrep|tgs|pa)\$\d{2}\$[^\s"'\`$]{1,200}\$(?:[^\s"'\`$]{1,200}\$){0,3}[0-9a-f]{32,8000}`,
  ]
    .map((format) => `(?:${format})`)
    .join("|")
    .replace(/^/, String.raw`(?<![\w$/+])(?:`)
    .concat(String.raw`)(?![\w/+.])`),
  "g",
);

/** The user before a hash in `/etc/shadow`, `/etc/passwd`, `.htpasswd`, a label of Traefik and PgBouncer's list, or a role's password in SQL. */
const account = /(?:(?:^|[\n"'=,]|- )[\w.@-]{1,63}(?::|" ")|\bPASSWORD ')$/;
