import { readFileSync, rmSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** A database of SQLite with one row. */
export function database(text: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "outgate-sample-"));
  const path = join(folder, "shop.sqlite");
  const opened = new DatabaseSync(path);
  opened.exec("CREATE TABLE orders (name TEXT)");
  opened.prepare("INSERT INTO orders VALUES (?)").run(text);
  opened.close();
  const bytes = readFileSync(path);
  rmSync(folder, { recursive: true });
  return bytes;
}
