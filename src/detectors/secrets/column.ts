import type { Match } from "../../model/match.ts";
import type { Range } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { type NamePromise, promiseOf } from "./key-name.ts";
import { confidenceOf } from "./named-secret.ts";

/**
 * Rows of a table in SQL, behind the names of its columns: `INSERT INTO users (name, password) VALUES ('…', '…')`, and PostgreSQL's
 * `COPY users (name, password) FROM stdin;`, whose rows are lines with tabs and end with `\.`.
 * https://www.postgresql.org/docs/current/sql-insert.html, https://www.postgresql.org/docs/current/sql-copy.html,
 * https://dev.mysql.com/doc/refman/8.4/en/insert.html. Rows more than 16 kB behind their columns are not read.
 */
export const columnSecret: Detector = {
  id: "secret/column-secret",
  summary: "Password or key in a row of a table, under the name of its column",
  remedy:
    "Change it where it is used, because history keeps what was committed. Dump tables without such columns, and seed them from the environment.",
  trigger: { literals: ["insert into", "insert ignore into", "replace into", " from stdin"], anyCase: true },
  reach: { before: 2_000, after: 16_000 },

  *detect({ text }) {
    for (const statement of statements) {
      statement.head.lastIndex = 0;
      for (let head = statement.head.exec(text); head !== null; head = statement.head.exec(text)) {
        const promises = (head.groups?.["columns"] ?? "").split(",").map(promiseOfColumn);
        if (promises.every((promise) => promise === undefined)) continue;
        yield* secretsIn(text, statement.rows(text, statement.head.lastIndex), promises);
      }
    }
  },

  examples: [
    "INSERT INTO users (email, password) VALUES ('carol@acme.example.io', '«{base62:9}!{base62:4}»');",
    "insert into `settings` (`id`, `api_key`, `note`) values (1, '«{base62:32}»', 'it''s new'), (2, '«{hex:40}»', NULL);",
    "REPLACE INTO app.clients (\n  id,\n  client_secret\n) VALUES (\n  7,\n  '«{base64url:40}»'\n);",
    "db.exec(\"INSERT INTO accounts (name, auth_token) VALUES ('a, b', '«{base62:32}»')\")",
    String.raw`{"sql":"INSERT INTO \"accounts\" (\"name\", \"auth_token\") VALUES ('a', '«{base62:32}»')"}`,
    "COPY public.users (id, email, api_token) FROM stdin;\n1\tcarol@acme.example.io\t«{hex:40}»\n2\t\\N\t«{hex:40}»\n\\.\n",
    "COPY public.users (id, password_hash) FROM stdin;\n1\t{hex:64}\n\\.\nCOPY other (id) FROM stdin;\n1\n\\.\n",
    "INSERT INTO users (email, password) VALUES (?, ?), ($1, $2), (:email, :password), (%s, %s), ('a', NULL)",
    "INSERT INTO users (email, password) VALUES ('carol@acme.example.io', 'password')",
    "INSERT INTO users (email, password) VALUES ('{base62:32}', crypt('x', gen_salt('bf')))",
    "INSERT INTO labels (id, token_type, title) VALUES (1, '{base62:32}', '{base62:32}')",
    "insert into the (api_key) slot",
  ],
};

/** Where a value stands in its row, from 0. */
interface Cell extends Range {
  readonly column: number;
}

const statements: readonly { readonly head: RegExp; rows(text: string, at: number): Generator<Cell> }[] = [
  {
    head: /\b(?:insert|replace)(?: ignore)? into\s{1,8}[\w."`[\]$@\\-]{1,200}\s{0,40}\((?<columns>[^()]{1,2000})\)\s{0,40}values?\s{0,40}(?=\()/gi,
    rows: listed,
  },
  {
    head: /\bcopy\s{1,8}[\w."]{1,200}\s{0,8}\((?<columns>[^()]{1,2000})\) from stdin[^\n;]{0,200};\r?\n/gi,
    rows: lines,
  },
];

/** A name may stand in quotation marks, in backquotes and in brackets. */
function promiseOfColumn(name: string): NamePromise | undefined {
  const promise = promiseOf(name.replaceAll(/[^\w$@.-]/g, ""));
  return promise === "maybe" ? undefined : promise;
}

function* secretsIn(
  text: string,
  cells: Iterable<Cell>,
  promises: readonly (NamePromise | undefined)[],
): Generator<Match> {
  for (const { column, start, end } of cells) {
    const promise = promises[column];
    const confidence = promise === undefined ? 0 : confidenceOf(text.slice(start, end), promise, always, never);
    if (confidence > 0) yield { range: { start, end }, confidence };
  }
}

const always = (): boolean => true;
const never = (): boolean => false;

/** `('a', 1), (NULL, now())`: what stands in quotation marks. */
function* listed(text: string, from: number): Generator<Cell> {
  for (let at = from; text.charAt(at) === "(";) {
    at++;
    for (let column = 0; ; column++) {
      value.lastIndex = at;
      const found = value.exec(text);
      if (found === null) return;
      at = value.lastIndex;
      const place = found.indices?.groups?.["text"];
      if (place !== undefined) yield { column, start: place[0], end: place[1] };
      if (found.groups?.["then"] === ")") break;
    }
    nextRow.lastIndex = at;
    at += nextRow.exec(text)?.[0].length ?? 0;
  }
}

/** A mark in a text is doubled, or stands behind a backslash; a number, a name and a call have none. */
const value =
  /\s{0,80}(?:[a-z_]{0,8}(?<quote>\\?['"])(?<text>(?:(?!\k<quote>)(?:\\[^]|[^\\])|\k<quote>\k<quote>){0,4000})\k<quote>(?:::\w{1,30})?|[^,()'"]{0,400}(?:\([^()]{0,400}\)){0,2})\s{0,80}(?<then>[,)])/diy;
const nextRow = /\s{0,80},\s{0,80}(?=\()/y;

/** `1⇥carol⇥\N` */
function* lines(text: string, from: number): Generator<Cell> {
  for (let start = from; start < text.length && !text.startsWith("\\.", start);) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    for (let column = 0, at = start; at <= end; column++) {
      const tab = text.indexOf("\t", at);
      const last = tab === -1 || tab > end ? end : tab;
      yield { column, start: at, end: last };
      at = last + 1;
    }
    start = end + 1;
  }
}
