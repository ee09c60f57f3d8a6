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
  trigger: { literals: ["://"] },
  reach: { before: 32, after: 400 },

  *detect(window) {
    for (const match of window.matchAll(webLogin)) yield* found(match);
    for (const match of window.matchAll(databaseLogin)) {
      if (/^(?!\d{0,5}[/?#]).*[/?#]/.test(match.groups?.["secret"] ?? "")) yield* found(match);
    }
    for (const match of window.matchAll(tokenAlone)) yield { range: rangeOf(match, "secret"), confidence: 0.8 };
  },

  examples: [
    "DATABASE_URL=postgres://app:«{base62:20}»@db.acme.example.io:5432/main?sslmode=require",
  ],
};

const webLogin =
  /(?<![a-z\d+.-])[a-z][a-z\d+.-]{1,30}:\/\/(?<user>[^\s:@/?#"'`<>\\]{0,256}):(?<secret>[^\s"'`<>\\,/?#]{0,512})@(?<host>[\w.*%${}()-]{1,253}|\[[\da-f:.]{2,45}\]|<[^<>\s]{1,60}>)(?![^\s"'`<>\\/,?#]{0,512}@)/dgi;
const databaseLogin =
  /(?<![a-z\d.-])(?:postgres(?:ql)?|mysqlx?|mariadb|mongodb|rediss?|valkeys?|amqps?|mssql|sqlserver|clickhouse|cockroachdb|db2|smtps?)(?:\+[a-z\d]{1,20})?:\/\/(?<user>[^\s:@/?#"'`<>\\]{0,256}):(?<secret>[^\s"'`<>\\,]{1,512})@(?<host>[\w.${}-]{1,253})(?![^\s"'`<>\\/,?#]{0,512}@)/dgi;
const tokenAlone =
  /(?<=https?:\/\/)(?<secret>[\w-]{20,255})@(?:[\w-]{1,63}\.){0,4}(?:github|gitlab|bitbucket|visualstudio|azure)\.(?:com|org)/dgi;

function* found(match: RegExpExecArray): Generator<Match> {
  const { user = "", secret = "", host = "" } = match.groups ?? {};
  if (secret !== "" && secret !== "x-oauth-basic") {
    const login = loginMatch(rangeOf(match, "secret"), { user, password: decoded(secret), host });
    if (login !== undefined) yield login;
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
