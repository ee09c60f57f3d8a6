import type { Detector } from "../detector.ts";
import { artifactDetector } from "./artifact.ts";

/** Dumps and files of databases: what is in them belongs to other people. */
export const databaseDump: Detector = artifactDetector({
  id: "artifact/database-dump",
  summary: "Dump of a database",
  remedy: "Take the file out and add it to .gitignore. If it left already, treat what it holds as disclosed: passwords, personal data.",
  sure: /[^/]{0,200}\.sql\.(?:gz|bz2|xz|zst|zip|7z|bak|old)|(?:[^/]{0,100}[-_.\d])?(?:dump|backup|mysqldump|pg_?dump)(?:[-_.\d][^/]{0,100})?\.(?:sql|sqlite3?|db|bson|archive|rdb|mdb)|(?:dump|backup)\.rdb|[^/]{1,200}\.pgdump|[^/]{1,200}\.sqlite3?\.(?:gz|bak|zip)/,
  unsure: /(?!(?:eh)?thumbs\.db$)[^/]{1,200}\.(?:sqlite3?|db|dump|mdb|accdb|mdf|ldf|bson)(?:-wal|-journal)?/,
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
