import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { loginMatch } from "./login.ts";

/**
 * A line of PostgreSQL's `.pgpass`: `host:port:database:user:password`, each of the first four fields may be `*`. The port is
 * one that PostgreSQL, a pool or a hosted database listens on; other lines of five fields are something else.
 * https://www.postgresql.org/docs/current/libpq-pgpass.html
 */
export const pgpass: Detector = {
  id: "secret/pgpass-password",
  summary: "Password in .pgpass format",
  remedy: "Change the database user's password, and keep .pgpass in the home directory, out of repositories and logs.",
  isFramed: true,
  trigger: {
    literals: [":5432:", ":5433:", ":5434:", ":5439:", ":6432:", ":6543:", ":25060:", ":25061:", ":26257:", ":*:"],
  },

  *detect(window) {
    for (const match of window.matchAll(line)) {
      const { host, user = "", secret = "" } = match.groups ?? {};
      const password = secret.replaceAll(/\\(.)/g, "$1");
      const found = loginMatch(rangeOf(match, "secret"), {
        user,
        password,
        ...(host !== undefined && host !== "*" && { host }),
      });
      if (found !== undefined) yield found;
    }
  },

  examples: [
    "db.acme.example.io:5432:main:app:«{base62:20}»",
    "# hostname:port:database:username:password\n*:*:*:backup:«{base62:8}\\:{base62:8}»\n",
    "10.0.4.7:6432:shop:shop:«Harbour{digits:4}»\r\n",
    "hostname:5432:database:username:password",
    "localhost:5432:postgres:postgres:postgres",
    "src/main.c:5432:12:warning:unused-{digits:4}",
    "192.0.2.10:8080:main:app:{base62:20}",
    "db.acme.example.io:5432:main:app:{base62:10} {base62:10}",
  ],
};

const line =
  /^(?<host>\*|[\w.-]{1,253}):(?:\*|543[2-9]|6432|6543|2506\d|26257):(?:\*|[\w.-]{1,63}):(?<user>[\w.-]{1,63}):(?<secret>(?:\\.|[^\s:\\]){4,256})[ \t]*$/dgm;
