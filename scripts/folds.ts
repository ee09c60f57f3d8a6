import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { kernelFold } from "../src/denylist/fold.ts";
import { foldTable } from "../src/engine/words.ts";

// What the kernel folds characters with, in the normal form of denied terms: making it takes a quarter of a second.
const table = deflateRawSync(foldTable(kernelFold), { level: 9 }).toString("base64");
writeFileSync(
  join(import.meta.dirname, "../src/denylist/folds.generated.ts"),
  `/** \`foldTable(kernelFold)\`, deflated, as base64; made by scripts/folds.ts. */\nexport const folds =\n  "${table}";\n`,
);
