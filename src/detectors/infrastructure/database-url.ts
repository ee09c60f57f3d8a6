import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { besideOf, isExample, octetsOf } from "./address.ts";
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
    {
      literals: [
        ".rds.amazonaws.com",
        ".cache.amazonaws.com",
        ".redshift.amazonaws.com",
        ".database.azure.com",
        ".database.windows.net",
        ".redis.cache.windows.net",
        ".documents.azure.com",
        ".mongodb.net",
        ".aws.neon.tech",
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
    for (const match of window.matchAll(managed)) {
      const range = rangeOf(match);
      if (isSomewhere(match[0]) && !ofManuals.test(match[0]))
        yield { range, confidence: isExample(besideOf(window.text, range)) ? 0.4 : 0.9 };
    }
  },

  examples: [
    "DATABASE_URL=«postgres://app@db1.heron.io:5432/main»?sslmode=require",
    '{"m":"see\\n«postgres://app@db1.heron.io:5432/main» and\\t«heron-prod.postgres.database.azure.com»"}',
    "jdbc:«postgresql://10.20.4.7/shop», «mongodb+srv://cluster0.h3r0n.mongodb.net/shop»",
    "the queue is «amqps://mq.heron-rail.io». No host has such a name: amqps://mq.heron-rail.io{lower:280}",
    "jdbc:«mysql://db-primary.corp.acme.internal:3306/shop»?useSSL=true",
    "«host=db1.heron.io» dbname=heron user=app, «Server=tcp:sql1.heron.corp»;Database=main;User Id=app",
    "host=localhost dbname=test; Server=.;Database=x; Server=sql1.heron.io;Database=main;Password={base62:12}",
    "DB_HOST=«orders-db.c{lower:11}.eu-west-1.rds.amazonaws.com», our cache is «heron-redis.ab12cd.ng.0001.euc1.cache.amazonaws.com»:6379",
    "psql -h «heron-prod.postgres.database.azure.com» -U app, «heron-sql.privatelink.database.windows.net», «heron-orders.documents.azure.com»",
    "connect to «heron.h3r0n.mongodb.net» or «ep-cool-darkness-a1b2c3d4.eu-central-1.aws.neon.tech»",
    "mydemoserver.postgres.database.azure.com, ${server}.database.windows.net, example.cxyz.us-east-1.rds.amazonaws.com, cluster0.abcde.mongodb.net",
    "the domain database.windows.net, rds.amazonaws.com, rds.us-east-1.amazonaws.com, https://docs.mongodb.net.example",
    "postgres://app:{base62:20}@db1.heron.io:5432/main has a password",
    "postgres://localhost/test, mysql://root@127.0.0.1/shop, redis://redis:6379, mongodb://mongo/db, amqp://guest@rabbitmq",
    "postgres://user@host/db, postgres://app@db.example.com/main, mysql://${HOST}/x, redis://<host>:6379, postgresql://username@hostname:5432/db",
    "postgres://app@db.example, mongodb://host1.example:27017, postgres://app@db.test, postgres://192.0.2.7/x, redis://0.0.0.0:6379",
    "https://app.heron.io beside postgres://, redis://your-host.com:6379, mongodb://my.server.com/db, postgres://...",
  ],
};

const address =
  /(?<![\w+-](?<!\\[nrt]))(?:postgres|postgresql|mysql|mariadb|mongodb|mongodb\+srv|rediss?|amqps?|mssql|sqlserver|clickhouse|cockroachdb|couchbase|neo4j|bolt|nats|kafka):\/\/(?:(?<user>[\w.%~-]{1,64})@)?(?<host>[A-Za-z\d][A-Za-z\d.-]{1,252}[A-Za-z\d])(?::\d{1,5})?(?:\/[\w.-]{1,64})?(?![\w@%{<$]|[.-]\w|:[^\s\d]|[:/][^\s@]{1,128}@)/g;

/** Keywords and values of libpq and ADO.NET. */
const keyword = /(?<![\w-])(?:host|server|data source)=(?:tcp:)?(?<host>[a-z\d][\w.-]{1,252}[a-z\d])(?=[\s;,&:"']|$)/gi;
const database = /\bdbname=|\binitial catalog=|;\s?database=/i;

/**
 * The host of a database that a cloud runs, which no password stands before.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_CommonTasks.Connect.html
 * https://learn.microsoft.com/en-us/azure/private-link/private-endpoint-dns https://neon.com/docs/connect/connect-from-any-app
 */
const managed =
  /(?<![\w.%${}<>@/:-](?<!(?<!\\)\\[nrt]))(?<!(?<!\\)\\(?=[nrt]))[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d-]{1,63}){0,5}\.(?:(?:rds|cache|redshift)\.amazonaws\.com|(?:postgres|mysql|mariadb)\.database\.azure\.com|database\.windows\.net|redis\.cache\.windows\.net|documents\.azure\.com|mongodb\.net|aws\.neon\.tech)(?![\w-]|\.\w)/g;

/** What manuals and vendors' defaults call one: `mydemoserver.…`, `cluster0.…`. */
const ofManuals = /^(?:(?:my|your|sql|server|mongo)?(?:db|server|cluster|demo|sample|test){0,4}-?\d?\.|my)/i;

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
