import type { Rest } from "../../model/rest.ts";
import type { Detector } from "../detector.ts";
import { promiseOfColumn } from "./column-name.ts";
import { type Begun, secretsIn } from "./column-rest.ts";
import { lines, listed, marked, type Rows } from "./column-rows.ts";
import type { NamePromise } from "./key-name.ts";
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
 * https://dev.mysql.com/doc/refman/8.4/en/insert.html, https://github.github.com/gfm/#tables-extension-.
 */
export const columnSecret: Detector = {
  id: "secret/column-secret",
  summary: "Password or key in a row of a table, under the name of its column",
  remedy:
    "Change it where it is used, because history keeps what was committed. Keep such columns out of what is dumped, seeded or written down.",
  isFramed: true,
  trigger: [{ literals: [...ofStatements, ...ofRules, ...ofHeaders], anyCase: true }, { literals: ofOtherHeaders }],
  reach: { before: 2_300, after: 2_500 },

  *detect(window) {
    const rests: Rest[] = [];
    for (const { literals, head, names, rows } of tables) {
      const heads = [...window.matchAll(head)].flatMap(({ 0: whole, index, groups }) => {
        const promises = names(groups?.["columns"] ?? "", groups?.["first"] !== undefined).map(promiseOfColumn);
        if (promises.every((promise) => promise === undefined)) return [];
        const lower = whole.toLowerCase();
        const isOpened = literals.some((literal) => lower.includes(literal) || whole.includes(literal));
        return isOpened ? [{ index, from: index + whole.length, promises }] : [];
      });
      for (const [number, { index, from, promises }] of heads.entries()) {
        const end = heads[number + mostHeads]?.index ?? window.text.length;
        const isLast = end === window.text.length;
        if (isLast && from === end) continue;
        const table = { rows, confidence: confidenceIn(promises), of: index };
        const rest = yield* secretsIn(
          window.text.slice(0, end),
          { at: from, column: 0 },
          table,
          window.goesOn || !isLast,
        );
        if (rest !== undefined && isLast) rests.push(rest);
      }
    }
    return rests;
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
    "<tr><td>parseToken</td><td>Text.Parse</td></tr><tr><td>cmm{base62:12}</td><td>Cmm</td></tr>, <tr><th>Syntax</th><td>secret</td></tr><tr><th>Context</th><td>{base62:12}</td></tr>",
    "<table class=users>\n<tbody><tr><td>User</td><td>Password</td></tr>\n<tr><td>root</td><td>«{base62:14}»</td></tr>",
    "insert into the (api_key) slot",
    "| Dienst | Nutzer | Mot de passe | 密码 |\n|---|---|---|---|\n| nas | root | «{base62:14}» | «Ferry!{digits:4}» |",
    "| Service | User | Password |\n|---|---|---|\n| grafana | admin | `«Ferry!{digits:4}»` |\n| nas | root | «{base62:14}» |\n\nApart | from | {base62:14} |",
    "a line that begins far in front of it: {base62:480}, | Service | Password |\n|---|---|---|\n| nas | «{base62:14}» |",
    "> Name | API key\n> :-- | --:\n> shop | **«{base62:32}»**",
    " id | api_token \n----+-----------\n  1 | «{hex:40}»\n(1 row)",
    "+----+------------+\n| id | auth_token |\n+----+------------+\n|  1 | «{base62:32}» |\n+----+------------+",
    "| Option | Password | Meaning |\n|---|---|---|\n| `--pw` | yes | your password |\n| a | ******** | {base62:14} |",
    "| Token type | Example |\n|---|---|\n| bearer | {base62:32} |",
    "|-- src\n|   |-- token\n|-- {base62:32}",
  ],
};

/** How the names of columns are written, and the rows behind them. */
interface Table {
  /** One of them stands in the head: it has opened the window, wherever in it. */
  readonly literals: readonly string[];
  /** Ends where the rows begin, with the group `columns`. */
  readonly head: RegExp;
  /** What its columns are called, each in its place. @param isFirst whether the head has the group `first` */
  readonly names: (columns: string, isFirst: boolean) => string[];
  readonly rows: Rows;
}

/** A row can look like a head. Rows are read for so many heads before them, or a text of heads would be read once for each. */
const mostHeads = 8;

/** The beginning of a cell. */
const cellTag = /<t[hd]\b[^<>]{0,400}>/gi;

const tables: readonly Table[] = [
  {
    literals: ofStatements,
    head: /\b(?:insert|replace)(?: ignore)? into\s{1,8}[\w."`[\]$@\\-]{1,200}\s{0,40}\((?<columns>[^()]{1,2000})\)\s{0,40}values?\s{0,40}(?=\()/gi,
    names: (columns) => columns.split(","),
    rows: listed,
  },
  {
    literals: ofStatements,
    head: /\bcopy\s{1,8}[\w."]{1,200}\s{0,8}\((?<columns>[^()]{1,1600})\) from stdin[^\n;]{0,200};\r?\n/gi,
    names: (columns) => columns.split(","),
    rows: lines("\t", /^\\\./),
  },
  {
    literals: ofRules,
    head: /^(?<columns>[^\n|]{0,4000}\|[^\n]{1,800})\n[ \t>|+]{0,40}:?--[-:|+ \t]{1,600}\r?\n/gm,
    names: (columns) => columns.split("|"),
    rows: lines("|", /^(?![^\n]{0,4000}[|+])/),
  },
  {
    literals: [...ofHeaders, ...ofOtherHeaders],
    head: /(?<first><(?:table|thead|\/caption|\/colgroup)\b[^<>]{0,200}>\s{0,40}(?:<tbody\b[^<>]{0,100}>\s{0,40})?)?<tr\b[^<>]{0,400}>(?<columns>(?:[^<]|<(?!\/?(?:tr|table)\b)){1,1400})/gi,
    names: namesInRow,
    rows: marked,
  },
];

/**
 * A row of `th` names columns, and one of `td` where it is the table's first or its cells are bold. In any other, "password" is what a row is about:
 * an entry of an index, an option, a description. A `th` beside `td` names its row.
 */
function namesInRow(columns: string, isFirst: boolean): string[] {
  const [before = "", ...cells] = columns.split(cellTag);
  const kinds = new Set((columns.match(/<t[hd]\b/gi) ?? []).map((tag) => tag.toLowerCase()));
  if (kinds.size > 1) return [];
  const isNamed = isFirst || kinds.has("<th");
  return [before, ...cells.map((cell) => (isNamed || bold.test(cell) ? cell : ""))];
}

const bold = /^\s{0,40}<(?:b|strong)\b/i;

/** How sure it is of a cell, by what its column promises. */
function confidenceIn(promises: readonly (NamePromise | undefined)[]): Begun["confidence"] {
  return (value, column) => {
    const promise = promises[column];
    return promise === undefined ? 0 : confidenceOf(value, promise, always, never);
  };
}

const always = (): boolean => true;
const never = (): boolean => false;
