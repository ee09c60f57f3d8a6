import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { sightedIn } from "./sighted.ts";
import { distinct } from "./random.ts";

/**
 * Hashes of passwords that only what stands before them tells from other digits: in Redis' list of users, ClickHouse's settings, RabbitMQ's definitions,
 * PgBouncer's list and PostgreSQL's statements. Those with a mark of their own are found by it.
 * https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/ · https://clickhouse.com/docs/operations/settings/settings-users
 * https://www.rabbitmq.com/docs/passwords · https://www.pgbouncer.org/config.html#authentication-file-format
 */
export const storedHash: Detector = {
  id: "secret/stored-hash",
  summary: "Hash of a password in a list of users",
  remedy:
    "Take it out, because a hash without many rounds is guessed fast, change the password behind it, and let the server read its users from a file that is not committed.",
  isFramed: true,
  trigger: [
    { literals: [" on #"], behind: { run: "hexadecimal", least: 64 } },
    { literals: ["_sha256_hex", "_sha1_hex"], behind: { run: "hexadecimal", least: 40, within: 64 } },
    { literals: ["password_hash"], behind: { run: "value", least: 48, within: 64 } },
    { literals: ['" "md5', "PASSWORD 'md5", "password 'md5"], behind: { run: "hexadecimal", least: 32 } },
  ],

  *detect(window) {
    const sighted = sightedIn(window);
    for (const { literals, pattern } of forms) {
      if (!literals.some((literal) => sighted.has(literal))) continue;
      for (const match of window.matchAll(pattern)) {
        if (distinct(match.groups?.["secret"] ?? "") >= 8) yield { range: rangeOf(match, "secret"), confidence: 0.8 };
      }
    }
  },

  examples: [
    "user shop on #«{hex:64}» ~app:* +@all",
    "<password_sha256_hex>«{hex:64}»</password_sha256_hex><password_double_sha1_hex>«{hex:40}»</password_double_sha1_hex>",
    "shop:\n  password_sha256_hex: '«{hex:64}»'",
    '{"name": "shop", "password_hash": "«{base64:48}»", "hashing_algorithm": "rabbit_password_hashing_sha256"}',
    '"shop" "«md5{hex:32}»"\nALTER ROLE shop PASSWORD \'«md5{hex:32}»\';',
    "user shop on #{hex:63} ~*, password_sha256_hex: {hex:62}, password_sha256_hex = hashlib.sha256(pw)",
    'password_hash = models.CharField(max_length=128), "password_hash": "{base64:44}"',
    '"file" "md5{hex:31}", "a": "md5{hex:32}"',
  ],
};

interface Form {
  /** One of them stands in whatever the pattern matches; in lower case. */
  readonly literals: readonly string[];
  readonly pattern: RegExp;
}

const forms: readonly Form[] = [
  {
    literals: [" on #"],
    pattern: /^[ \t]{0,8}(?:ACL SETUSER|user)[ \t]{1,4}\S{1,64}[ \t]{1,4}on #(?<secret>[\da-f]{64})(?![\da-f])/dgim,
  },
  {
    literals: ["_sha256_hex", "_sha1_hex"],
    pattern:
      /\bpassword_(?:sha256|double_sha1)_hex(?:>|["']?\s{0,4}[=:]\s{0,4}["']?)\s{0,16}(?<secret>[\da-f]{64}|[\da-f]{40})(?![\w-])/dgi,
  },
  {
    // Four bytes of salt and a SHA-256.
    literals: ["password_hash"],
    pattern: /"password_hash"\s{0,4}:\s{0,4}"(?<secret>[A-Za-z\d+/]{48})"/dg,
  },
  {
    literals: ['" "md5', "password 'md5"],
    pattern: /(?:^"[^"\n]{1,64}" "|\bpassword ')(?<secret>md5[\da-f]{32})(?=["'])/dgim,
  },
];
