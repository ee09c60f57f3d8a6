import module from "node:module";
import { join } from "node:path";
import { checkNodeVersion } from "./cli/node-version.ts";

checkNodeVersion();
process.exitCode = 2; // until a command says otherwise
const brokenDown =
  "outgate: broke down, so nothing was checked. Install it again, and if that does not help report a bug.\n";
// V8's compiled code lies beside the program: who can write there can change the program as well.
module.enableCompileCache(join(import.meta.dirname, "cache"));
import("./cli/main.ts").then(({ main }) => main()).catch(() => process.stderr.write(brokenDown));
