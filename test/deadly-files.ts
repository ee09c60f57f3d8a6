import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { isMainThread } from "node:worker_threads";

// Files of some names end the thread that opens them, as a mistake of an engine in C++ would do, and what needs too much memory.

const { openSync } = fs;

if (!isMainThread) {
  fs.openSync = (path, ...rest) => {
    const name = Buffer.isBuffer(path) ? path.toString("latin1") : "";
    if (name.includes("hungry")) eat();
    if (name.includes("deadly")) process.exit(0);
    return openSync(path, ...rest);
  };
  syncBuiltinESMExports();
}

function eat(): never {
  for (const held: number[][] = []; ;) held.push(Array.from({ length: 10_000 }, Math.random));
}
