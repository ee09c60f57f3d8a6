import type { Detector } from "../detector.ts";
import { artifactDetector } from "./artifact.ts";

/** Dumps and files of databases: what is in them belongs to other people. */
export const databaseDump: Detector = artifactDetector({
  id: "artifact/database-dump",
  summary: "Dump of a database",
  remedy:
    "Take the file out and add it to .gitignore. If it left already, treat what it holds as disclosed: passwords, personal data.",
  literals: [".sql", "dump", "backup", ".db", ".mdb", ".accdb", ".mdf", ".ldf", ".bson"],
  sure: /(?<=^|\/)(?:[^/]*\.sql\.(?:gz|bz2|xz|zst|zip|7z|bak|old)|(?:[^/]*[-_.\d])?(?:(?:mysql|pg|pg_)?dump|backup)(?:[-_.\d][\w.-]{0,60})?\.(?:sql(?:ite3?)?|db|bson|archive|rdb|mdb)|[^/]+\.pgdump|[^/]+\.sqlite3?\.(?:gz|bak|zip))$/i,
  unsure: /(?<=^|\/)(?:(?!(?:eh)?thumbs\.db$)[^/]+\.(?:sqlite3?|db|dump|mdb|accdb|mdf|ldf|bson)(?:-wal|-journal)?)$/i,
  examples: [
    "«dump.sql»",
    "data/«customers-2024-05-01.sql.gz»",
    "«prod_backup_20240501.sql»",
    "redis/«dump.rdb»",
    "data/«app.sqlite3»",
    "«backup.db»",
    "db/migrations/0001_init.sql",
    "db/schema.sql",
    "src/dump.ts",
    "images/Thumbs.db",
    "src/backup/restore.sql",
  ],
});
