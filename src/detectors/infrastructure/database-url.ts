import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { besideOf, octetsOf } from "./address.ts";
import { isMadeUp } from "./made-up.ts";

/** A database's address without a password; one with a password is a secret. */
export const databaseUrl: Detector = {
  id: "infrastructure/database-url",
  summary: "Address of a database",
  remedy:
    "Read the address from the environment, or write it with a host that is kept for documentation: postgres://app@db.example/main.",
  disclosure: { topic: "operations", weight: 4.5 },
  trigger: [
    {
      literals: [
        "postgres://",
        "postgresql://",
        "mysql://",
        "mariadb://",
        "mongodb://",
        "mongodb+srv://",
        "redis://",
        "rediss://",
        "amqp://",
        "amqps://",
        "mssql://",
        "sqlserver://",
        "clickhouse://",
        "cockroachdb://",
        "couchbase://",
        "neo4j://",
        "bolt://",
        "nats://",
        "kafka://",
      ],
    },
    { literals: ["dbname=", "initial catalog=", ";database=", "; database="], anyCase: true },
  ],
  reach: { before: 96, after: 240 },

  *detect(window) {
    for (const match of window.matchAll(address)) {
      const { host = "", user = "" } = match.groups ?? {};
      if (isSomewhere(host))
        yield {
          range: rangeOf(match),
          confidence: user === "" && !match[0].includes("/", match[0].indexOf("://") + 3) ? 0.9 : 1,
        };
    }
    for (const match of window.matchAll(keyword)) {
      const range = rangeOf(match);
      const { before, after } = besideOf(window.text, range);
      const beside = `${before}${after}`;
      if (isSomewhere(match.groups?.["host"] ?? "") && database.test(beside) && !/passw|pwd/i.test(beside))
        yield { range };
    }
  },

  examples: [
    "DATABASE_URL=«postgres://app@db1.heron.io:5432/main»?sslmode=require",
    "jdbc:«postgresql://10.20.4.7/shop», «mongodb+srv://cluster0.h3r0n.mongodb.net/shop»",
    "the queue is «amqps://mq.heron-rail.io»",
    "jdbc:«mysql://db-primary.corp.acme.internal:3306/shop»?useSSL=true",
    "«host=db1.heron.io» dbname=heron user=app, «Server=tcp:sql1.heron.corp»;Database=main;User Id=app",
    "host=localhost dbname=test; Server=.;Database=x; Server=sql1.heron.io;Database=main;Password={base62:12}",
    "postgres://app:{base62:20}@db1.heron.io:5432/main has a password",
    "postgres://localhost/test, mysql://root@127.0.0.1/shop, redis://redis:6379, mongodb://mongo/db, amqp://guest@rabbitmq",
    "postgres://user@host/db, postgres://app@db.example.com/main, mysql://${HOST}/x, redis://<host>:6379, postgresql://username@hostname:5432/db",
    "postgres://app@db.example, mongodb://host1.example:27017, postgres://app@db.test, postgres://192.0.2.7/x, redis://0.0.0.0:6379",
    "https://app.heron.io beside postgres://, redis://your-host.com:6379, mongodb://my.server.com/db, postgres://...",
  ],
};

const address =
  /(?<![\w+-])(?:postgres|postgresql|mysql|mariadb|mongodb|mongodb\+srv|rediss?|amqps?|mssql|sqlserver|clickhouse|cockroachdb|couchbase|neo4j|bolt|nats|kafka):\/\/(?:(?<user>[\w.%~-]{1,64})@)?(?<host>[A-Za-z\d][A-Za-z\d.-]{1,252}[A-Za-z\d])(?::\d{1,5})?(?:\/[\w.-]{1,64})?(?![\w@%{<$]|:[^\s\d]|[:/][^\s@]{1,128}@)/g;

/** Keywords and values of libpq and ADO.NET. */
const keyword = /(?<![\w-])(?:host|server|data source)=(?:tcp:)?(?<host>[a-z\d][\w.-]{1,252}[a-z\d])(?=[\s;,&:"']|$)/gi;
const database = /\bdbname=|\binitial catalog=|;\s?database=/i;

/** A host that a network knows: with a dot, no address of this machine, and none for documentation. */
function isSomewhere(host: string): boolean {
  const octets = octetsOf(host);
  if (octets !== undefined) {
    const [a, b, c] = octets;
    return (
      a !== 127 && a !== 0 && !(a === 192 && b === 0 && c === 2) && !(a === 198 && b === 51) && !(a === 203 && b === 0)
    );
  }
  const labels = host.toLowerCase().split(".");
  if (labels.length < 2 || labels.includes("")) return false;
  if (
    /(?:^|\.)(?:example(?:\.(?:com|org|net|io))?|test|invalid|localhost|localdomain)$|\.docker\.internal$|^[\d.]+$/i.test(
      host,
    )
  )
    return false;
  return (
    !labels.some(isMadeUp) &&
    !/\b(?:server|host|url|db|database|domain|uri|address|cluster|site|company|hostname)\d?\.(?:com|net|org|io|local)$/i.test(
      host,
    )
  );
}
