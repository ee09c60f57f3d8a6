import type { Match } from "../../model/match.ts";
import type { Range } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { type NamePromise, promiseOf } from "./key-name.ts";
import { confidenceOf } from "./named-secret.ts";

const ofStatements = ["insert into", "insert ignore into", "replace into", " from stdin"];

/** A rule has one of these where a column ends. */
const ofRules = ["|--", "| --", "|:-", "| :-", "-|-", "- | -", "-+-"];

/** How a cell of HTML ends that names its column, whatever tags stand in it. */
const ofHeaders =
  "password,passwd,passwort,kennwort,passcode,passphrase,secret,token,api key,apikey,api_key,access key,credentials,mot de passe,senha,wachtwoord,heslo"
    .split(",")
    .map((name) => `${name}</`);
const ofOtherHeaders = "contraseña,Contraseña,lösenord,Lösenord,hasło,Hasło,пароль,Пароль,密码,密碼,パスワード,비밀번호"
  .split(",")
  .map((name) => Buffer.from(`${name}</`).toString("latin1"));

/**
 * Rows of a table behind the names of its columns. In SQL: `INSERT INTO users (name, password) VALUES ('…', '…')`, and PostgreSQL's
 * `COPY users (name, password) FROM stdin;`, whose rows are lines with tabs and end with `\.`. In Markdown, and as the clients of databases draw
 * them: lines with bars, and a rule below the names. In HTML: `<th>Password</th>`.
 * https://www.postgresql.org/docs/current/sql-insert.html, https://www.postgresql.org/docs/current/sql-copy.html,
 * https://dev.mysql.com/doc/refman/8.4/en/insert.html, https://github.github.com/gfm/#tables-extension-. Rows more than 16 kB behind their columns are not read.
 */
export const columnSecret: Detector = {
  id: "secret/column-secret",
  summary: "Password or key in a row of a table, under the name of its column",
  remedy:
    "Change it where it is used, because history keeps what was committed. Keep such columns out of what is dumped, seeded or written down.",
  trigger: [{ literals: [...ofStatements, ...ofRules, ...ofHeaders], anyCase: true }, { literals: ofOtherHeaders }],
  reach: { before: 2_000, after: 16_000 },

  *detect(window) {
    for (const { literals, head, separator, rows } of tables) {
      const heads = [...window.matchAll(head)].flatMap(({ 0: whole, index, groups }) => {
        const promises = (groups?.["columns"] ?? "").split(separator).map(promiseOfColumn);
        if (promises.every((promise) => promise === undefined)) return [];
        const lower = whole.toLowerCase();
        const isOpened = literals.some((literal) => lower.includes(literal) || whole.includes(literal));
        return isOpened ? [{ index, from: index + whole.length, promises }] : [];
      });
      for (const [number, { from, promises }] of heads.entries()) {
        const end = Math.min(from + farthest, heads[number + mostHeads]?.index ?? Infinity);
        yield* secretsIn(window.text, rows(window.text.slice(0, end), from), promises);
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
    "<table><tr><th>User</th><th>Password</th></tr><tr><td>root</td><td><code>«{base62:14}»</code></td></tr></table><table><tr><td>a</td><td>{base62:14}</td></tr></table>",
    "<tr>\n<td><b>Client</b></td>\n<td><b>API key</b></td>\n</tr>\n<tr class=row>\n<td>shop</td>\n<td>«{base62:32}»</td>\n</tr>",
    "<label>Password</label><table><tr><td>{base62:32}</td></tr></table><tr><th>Option</th><th>Token</th></tr><tr><td>{base62:32}</td><td>a name of <b>it</b></td></tr>",
    "insert into the (api_key) slot",
    "| Dienst | Nutzer | Mot de passe | 密码 |\n|---|---|---|---|\n| nas | root | «{base62:14}» | «Ferry!{digits:4}» |",
    "| Service | User | Password |\n|---|---|---|\n| grafana | admin | `«Ferry!{digits:4}»` |\n| nas | root | «{base62:14}» |\n\nApart | from | {base62:14} |",
    "> Name | API key\n> :-- | --:\n> shop | **«{base62:32}»**",
    " id | api_token \n----+-----------\n  1 | «{hex:40}»\n(1 row)",
    "+----+------------+\n| id | auth_token |\n+----+------------+\n|  1 | «{base62:32}» |\n+----+------------+",
    "| Option | Password | Meaning |\n|---|---|---|\n| `--pw` | yes | your password |\n| a | ******** | {base62:14} |",
    "| Token type | Example |\n|---|---|\n| bearer | {base62:32} |",
    "|-- src\n|   |-- token\n|-- {base62:32}",
  ],
};

/** Where a value stands in its row, from 0. */
interface Cell extends Range {
  readonly column: number;
}

/** How the names of columns are written, and the rows behind them. */
interface Table {
  /** One of them stands in the head: it has opened the window, wherever in it. */
  readonly literals: readonly string[];
  /** Ends where the rows begin, with the group `columns`. */
  readonly head: RegExp;
  readonly separator: string | RegExp;
  readonly rows: (text: string, from: number) => Generator<Cell>;
}

/** So far behind its head a table is read, in bytes, from wherever in that a window was opened. */
const farthest = 14_000;

/** A row can look like a head. Rows are read for so many heads before them, or a text of heads would be read once for each. */
const mostHeads = 8;

/** The beginning of a cell, or what stands in front of the first one. */
const cellTag = /<t[hd]\b[^<>]{0,400}>/i;

const tables: readonly Table[] = [
  {
    literals: ofStatements,
    head: /\b(?:insert|replace)(?: ignore)? into\s{1,8}[\w."`[\]$@\\-]{1,200}\s{0,40}\((?<columns>[^()]{1,2000})\)\s{0,40}values?\s{0,40}(?=\()/gi,
    separator: ",",
    rows: listed,
  },
  {
    literals: ofStatements,
    head: /\bcopy\s{1,8}[\w."]{1,200}\s{0,8}\((?<columns>[^()]{1,1600})\) from stdin[^\n;]{0,200};\r?\n/gi,
    separator: ",",
    rows: (text, from) => lines(text, from, "\t", /^\\\./),
  },
  {
    literals: ofRules,
    head: /^(?<columns>[^\n|]{0,400}\|[^\n]{1,800})\n[ \t>|+]{0,40}:?--[-:|+ \t]{1,600}\r?\n/gm,
    separator: "|",
    rows: (text, from) => lines(text, from, "|", /^(?![^\n]{0,4000}[|+])/),
  },
  {
    literals: [...ofHeaders, ...ofOtherHeaders],
    head: /<tr\b[^<>]{0,400}>(?<columns>(?:[^<]|<(?!\/?(?:tr|table)\b)){1,1400})/gi,
    separator: cellTag,
    rows: marked,
  },
];

/** A name may stand in quotation marks, in backquotes and in brackets. @param name in Latin-1 */
function promiseOfColumn(name: string): NamePromise | undefined {
  const promise = promiseOf(
    name
      .replaceAll(/[^\w$@.-]+/g, " ")
      .trim()
      .replaceAll(" ", "_"),
  );
  if (promise !== undefined) return promise === "maybe" ? undefined : promise;
  return elsewhere.test(Buffer.from(name.replaceAll(/<[^<>]*>?/g, " "), "latin1").toString()) ? "password" : undefined;
}

/** What a column of passwords is called where English is not spoken. */
const elsewhere =
  /(?:mots? de passe|contrase[ñn]a|senha|wachtwoord|l[öo]senord|adgangskode|passord|salasana|has[łl]o|heslo|jelsz[óo]|parol[aă]|şifre|mật khẩu|пароль|гасло|κωδικός|סיסמה|كلمة المرور|密[码碼]|パスワード|비밀번호)[*_`"'\s]*$/i;

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
      inList.lastIndex = at;
      const found = inList.exec(text);
      if (found === null) return;
      at = inList.lastIndex;
      const place = found.indices?.groups?.["text"];
      if (place !== undefined) yield { column, start: place[0], end: place[1] };
      if (found.groups?.["then"] === ")") break;
    }
    nextRow.lastIndex = at;
    at += nextRow.exec(text)?.[0].length ?? 0;
  }
}

/** A mark in a text is doubled, or stands behind a backslash; a number, a name and a call have none. */
const inList =
  /\s{0,80}(?:[a-z_]{0,8}(?<quote>\\?['"])(?<text>(?:(?!\k<quote>)(?:\\[^]|[^\\])|\k<quote>\k<quote>){0,4000})\k<quote>(?:::\w{1,30})?|[^,()'"]{0,400}(?:\([^()]{0,400}\)){0,2})\s{0,80}(?<then>[,)])/diy;
const nextRow = /\s{0,80},\s{0,80}(?=\()/y;

/** Rows of HTML, up to the end of the table. */
function* marked(text: string, from: number): Generator<Cell> {
  const whole = text.slice(from);
  const end = whole.search(/<\/table\b/i);
  let at = from;
  for (const row of whole.slice(0, end === -1 ? undefined : end).split(/(?=<tr\b)/i)) {
    let place = at;
    for (const [column, inner] of row.split(/(?=<t[hd]\b)/i).entries()) {
      const { index, groups } = shown.exec(inner) ?? { index: 0 };
      const value = groups?.["value"];
      if (value !== undefined) {
        const start = place + index + (groups?.["before"]?.length ?? 0);
        yield { column, start, end: start + value.length };
      }
      place += inner.length;
    }
    at += row.length;
  }
}

/** The text of a cell that has tags around it and none in it. */
const shown = /^(?<before>(?:\s|<[^<>]{0,400}>){1,20})(?<value>[^\s<>][^<>]{0,2000}?)(?=(?:\s|<[^<>]{0,400}>){0,20}$)/;

/** Lines in which separators stand between values, up to one that is no row. */
function* lines(text: string, from: number, separator: string, end: RegExp): Generator<Cell> {
  for (let start = from; start < text.length;) {
    const newline = text.indexOf("\n", start);
    const last = newline === -1 ? text.length : newline;
    const line = text.slice(start, last);
    if (end.test(line)) return;
    let at = start;
    for (const [column, cell] of line.split(separator).entries()) {
      const { index, 0: value } = bare.exec(cell) ?? { index: 0, 0: "" };
      yield { column, start: at + index, end: at + index + value.length };
      at += cell.length + separator.length;
    }
    start = last + 1;
  }
}

/** What is left of a cell without the blanks and the marks of Markdown around it. */
const bare = /[^\s`*"'](?:[^\n]{0,4000}[^\s`*"'])?/;
