import type { Match } from "../../model/match.ts";
import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { guess } from "./guess.ts";
import { loginMatch } from "./login.ts";

const remedy =
  "Change the password, because history keeps what was committed. Then put the address together from the environment, or let a credential helper add the login.";

/**
 * `scheme://user:password@host` (RFC 3986, section 3.2.1), with whatever scheme: web addresses, databases, brokers, mail.
 * The password ends at the last `@` before the path; databases' drivers take characters there that an address may not have.
 * https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS
 * https://www.mongodb.com/docs/manual/reference/connection-string/
 */
export const urlPassword: Detector = {
  id: "secret/url-password",
  summary: "Password in an address",
  remedy,
  trigger: { literals: ["://", "jdbc:oracle:"], anyCase: true, behind: { run: "unspaced", holds: "@" } },
  reach: { before: 32, after: 400 },

  *detect(window) {
    for (const match of window.matchAll(login)) yield* loginIn(match);
    for (const match of window.matchAll(databaseLogin))
      if (match.groups?.["secret"]?.includes("/") || match.groups?.["host"] === "") yield* loginIn(match);
    for (const match of window.matchAll(oracleLogin)) yield* loginIn(match);
    for (const match of window.matchAll(tokenAlone)) yield { range: rangeOf(match, "secret"), confidence: 0.8 };
  },

  examples: [
    "DATABASE_URL=postgres://app:«{base62:20}»@db.acme.example.io:5432/main?sslmode=require",
    "mongodb+srv://svc:«{base62:16}»@cluster0.ab1cd.mongodb.net/?retryWrites=true",
    "redis://:«{hex:40}»@cache.acme.example.io:6379/0",
    'create_engine("postgresql+psycopg2://shop:«{base62:12}%40{base62:4}»@10.0.4.7/shop")',
    "amqps://worker:«Winter-{digits:4}-Ferry»@mq.acme.example.io/vhost",
    "https://deploy:«{base62:24}»@git.acme.example.io/site.git",
    "[remote](https://deploy:«{base62:24}»@git.acme.example.io/site.git)",
    "ftp://carol%40acme.example.io:«{base62:9}!#{base62:4}»@ftp.acme.example.io",
    "jdbc:mysql://shop:«{base62:14}»@10.0.4.7:3306/shop",
    "jdbc:oracle:thin:shop/«{base62:14}»@//db.acme.example.io:1521/main",
    "JDBC:ORACLE:THIN:shop/«{base62:14}»@//db.acme.example.io:1521/main",
    "a socket in place of a host: mysql+pymysql://shop:«{base62:14}»@/shop?unix_socket=/cloudsql/a, postgres://shop:shop@/shop",
    "two @: mongodb://app:«{base62:6}@{base62:8}»@db.acme.example.io/main",
    "a slash: postgres://app:«{base62:9}/{base62:9}»@db.acme.example.io/main",
    "git+https://«{hex:40}»:x-oauth-basic@github.com/acme/site.git",
    "https://«{hex:40}»@github.com/acme/site.git",
    "postgres://shop:«{base62:24}»@db:5432/shop",
    "postgres://postgres:postgres@localhost:5432/test, mysql://root:secret@db/shop, amqp://guest:guest@rabbitmq",
    "https://user:pass@example.com, ftp://username:password@host/path, http://foo:bar@proxy:8080",
    "https://user:${PASSWORD}@api.acme.example.io, {{user}}:{{ pass }}, redis://:$PW@h, mysql://u:%s@h, http://u:#{pw}@h",
    "https://user:<password>@api.acme.example.io, https://user:****@api.acme.example.io, https://user:YOUR_PASSWORD@api.acme.io",
    "ssh://git@github.com:22/acme/site.git, git@github.com:acme/site.git, npm:@acme/site",
    "https://{hex:32}@o{digits:6}.ingest.sentry.io/{digits:7}",
    "ftp://anonymous:carol@acme.example.io@ftp.gnu.org, http://localhost:3000/a@b, http://localhost:3000?next=@home",
    "a documentation host warns: https://shop:«{lower:6}{digits:3}»@example.com/",
  ],
};

// Behind a port there is no password: `http://localhost:3000?next=@home`.
const login =
  /(?<=[a-z\d]:\/\/)(?<user>[^\s:/?#"'`<>\\]{0,128}):(?!\d{0,5}[/?#])(?<secret>[^\s"'`<>\\,/]{0,256})@(?<host>[\w.*%${}()-]{1,128}|[[<][^\s[\]<>]{2,60}[\]>])/dgi;
// Drivers take a slash in a password that nobody encoded.
const databaseLogin =
  /(?<=(?:postgres(?:ql)?|mysqlx?|mariadb|mongodb|rediss?|valkeys?|amqps?|mssql|sqlserver|clickhouse|cockroachdb|db2|smtps?)(?:\+[a-z\d]{1,20})?:\/\/)(?<user>[^\s:/?#"'`<>\\]{0,128}):(?!\d{0,5}[/?#])(?<secret>[^\s"'`<>\\,]{1,256})@(?<host>[\w.${}-]{1,128}|(?=\/))/dgi;
// https://docs.oracle.com/en/database/oracle/oracle-database/23/jjdbc/data-sources-and-URLs.html
const oracleLogin =
  /(?<=jdbc:oracle:\w{3,5}:)(?<user>[^\s"'/@:]{1,128})\/(?<secret>[^\s"'/@]{1,128})@(?:(?:ldaps?:)?\/\/)?(?<host>[\w.${}-]{1,128})/dgi;
const tokenAlone =
  /(?<=https?:\/\/)(?<secret>[\w-]{20,255})@(?:[\w-]{1,63}\.){0,4}(?:github|gitlab|bitbucket|visualstudio|azure)\.(?:com|org)/dgi;

function* loginIn(match: RegExpExecArray): Generator<Match> {
  const { user = "", secret = "", host = "" } = match.groups ?? {};
  if (secret !== "" && !/(?:^|:)x-oauth-basic$/.test(secret)) {
    const found = loginMatch(rangeOf(match, "secret"), { user, password: decoded(secret), host });
    if (found !== undefined) yield found;
  } else if (guess(user) === "random") yield { range: rangeOf(match, "user"), confidence: 0.8 }; // https://token:@host
}

/** Percent-encoding undone; of an address that is not well encoded, the text as it stands. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
