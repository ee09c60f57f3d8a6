import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { guess } from "./guess.ts";
import { loginMatch } from "./login.ts";
import { decoded } from "./url-password.ts";

/**
 * Connection strings of ADO.NET, ODBC, OLE DB (`Server=…;Uid=…;Pwd=…;`), of libpq (`host=… user=… password=…`), and JDBC's
 * parameters; of MySQL's driver for Go (`user:password@tcp(host:3306)/name`). https://learn.microsoft.com/en-us/dotnet/framework/data/adonet/connection-strings
 * https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-KEYWORD-VALUE
 */
export const connectionString: Detector = {
  id: "secret/connection-string",
  summary: "Password in a connection string",
  remedy:
    "Change the password, because history keeps what was committed. Then read the connection string from the environment, or log in with an identity that needs no password.",
  trigger: { literals: ["password=", "password =", "pwd=", "pwd =", "@tcp(", "@unix("], anyCase: true },
  reach: { before: 300, after: 300 },

  *detect(window) {
    for (const match of window.matchAll(password)) {
      const beside = siblings(window.text, match.index);
      const host = hostName.exec(beside)?.[1];
      const user = userName.exec(beside)?.[1];
      if (host === undefined && user === undefined) continue;
      const secret = match.groups?.["secret"] ?? "";
      if (folder.test(match[0])) continue;
      // `PWD={…}` of ODBC; in a program it is a variable.
      if (match.groups?.["brace"] === "{" && guess(secret) !== "random") continue;
      const login = { user: user ?? "", password: decoded(secret), ...(host !== undefined && { host }) };
      const found = loginMatch(rangeOf(match, "secret"), login);
      if (found !== undefined) yield found;
    }
    for (const match of window.matchAll(goLogin)) {
      const { user = "", secret = "", host } = match.groups ?? {};
      const found = loginMatch(rangeOf(match, "secret"), {
        user,
        password: secret,
        ...(host !== undefined && { host }),
      });
      if (found !== undefined) yield found;
    }
  },

  examples: [
    "Server=tcp:sql.acme.example.io,1433;Database=main;Uid=app;Pwd=«{base62:20}»;Encrypt=yes",
    '"Data Source=10.0.4.7;Initial Catalog=Shop;User ID=shop;Password=«{base62:9}!{base62:4}»"',
    '<add name="Shop" connectionString="Server=sql1;Database=Shop;User Id=shop; Password=«{base62:18}»" />',
    "dbi:Pg:dbname=shop;host=10.0.4.7;user=shop;password=«Harbour{digits:4}»",
    'PQconnectdb("host=10.0.4.7 port=5432 dbname=shop user=shop password=«{base62:16}»")',
    "jdbc:postgresql://db.acme.example.io/shop?user=shop&password=«{base62:14}»&ssl=true",
    "sqlserver://sql.acme.example.io:1433;database=shop;user=shop;password=«{base62:14}»;encrypt=true",
    'sql.Open("mysql", "shop:«{base62:14}»@tcp(db.acme.example.io:3306)/shop?parseTime=true")',
    'sql.Open("mysql", "user:password@tcp(127.0.0.1:3306)/db"); "root:" + pw + "@tcp(db)/"; "%s:%s@tcp(%s)/shop", "${U}:${P}@tcp(db:3306)/a"',
    "a word alone, on a real server: Server=sql.acme.example.io;Uid=app;Pwd=«swordfish»;",
    "Server=myServerAddress;Database=myDataBase;Uid=myUsername;Pwd=myPassword;",
    "DRIVER={ODBC Driver 18 for SQL Server};SERVER=sql1;UID=shop;PWD={«{base62:20}»};Encrypt=yes",
    'f"SERVER=sql1;UID=shop;PWD={password2};", $"Server=sql1;User Id=app;Password={options.DbPassword2}"',
    "Host=localhost;Username=postgres;Password=postgres;Database=test",
    "Server=sql1;User Id=app;Password=${DB_PASSWORD};Pwd=#{pw};password=$(pw);",
    "connect(host=host, user=user, password=password, port=port)",
    "Server=sql1;Integrated Security=true;Encrypt=yes",
    "sudo: bot : TTY=pts/0 ; PWD=/root ; USER=root ; COMMAND=/usr/bin/ls, USER=root PWD=/srv HOME=/root, PWD=/tmp and USER=node",
  ],
};

const password =
  /(?<![\w-])(?:password|pwd)\s{0,2}=\s{0,2}(?![a-z]{1,40}=\s)(?<brace>\{?)(?<secret>[^\s;&"'`<>(){},\\]{3,255})(?=(?:(?<=\{[^{]{3,255})\})?[;&"'`<\s]|$)/dgi;

/** The folder that a shell is in, beside `USER=`. */
const folder = /^pwd=(?:\/[a-z][\w.-]{0,40}|~)?\/?$/i;

/** https://github.com/go-sql-driver/mysql#dsn-data-source-name */
const goLogin =
  /(?<![^\s"'`=])(?<user>[\w.-]{1,64}):(?<secret>[^\s"'`<>]{1,160})@(?:tcp|unix)\((?<host>[^\s()"'`:]{1,253})/dg;

// A sibling ends in a semicolon, an ampersand, a space: in `connect(host=host, user=user)` the values are expressions.
const hostName =
  /(?:(?<![\w-])(?:server|host|hostname|data source|addr|address|network address)\s{0,2}=\s{0,2}(?:tcp:)?|jdbc:[\w:]{1,30}:\/\/)([\w.*%${}-]{1,253})(?=[;&:/\\,"'`\s][^,\s]|$)/i;
const userName = /(?<![\w-])(?:user ?id|user ?name|user|uid)\s{0,2}=\s{0,2}([^\s;&"'`,()]{1,128})(?=[;&\s"'`]|$)/i;

/** What stands on the same line, as far as connection strings reach. */
function siblings(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf("\n", at) + 1, at - 280);
  const end = text.indexOf("\n", at);
  return text.slice(start, Math.min(end === -1 ? text.length : end, at + 280));
}
