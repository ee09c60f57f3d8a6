import { readFileSync } from "node:fs";
import { join } from "node:path";
import { missingIn, strayIn, treesOf } from "../test/oracle.ts";
import { documentation } from "./documentation.ts";

/** Longer pages would take minutes: each text is looked for in all others. */
const longest = 1_000_000;

/** Compares what is read of the pages that npm packages ship with what parse5 sees of them. */
export async function oracleBench(): Promise<void> {
  const told: string[] = [];
  let count = 0;
  let size = 0;
  let left = 0;
  let plain = 0;
  for (const { name, folder, pages } of documentation((text) => console.error(text)))
    for (const path of pages) {
      const bytes = readFileSync(join(folder, path));
      const page = bytes.toString("utf8");
      if (bytes.length > longest || page.includes("\uFFFD")) {
        left++;
        continue;
      }
      count++;
      size += bytes.length;
      const [missing, stray] = [await missingIn(page), await strayIn(page)];
      const trees = treesOf(page);
      if (trees !== undefined) plain++;
      if (trees?.plain.join("\n") !== trees?.real.join("\n")) told.push(`  ${name} ${path}: another tree`);
      if (missing.length + stray.length > 0)
        told.push(`  ${name} ${path}: ${missing.length} missing, ${stray.length} that lead elsewhere`);
    }
  console.log(
    `${count} pages, ${(size / 1e6).toFixed(0)} MB; ${left} left out, of another encoding or over a megabyte`,
  );
  console.log(`${plain} of them have their tree told by their tags`);
  console.log([`${told.length} with differences`, ...told].join("\n"));
}
