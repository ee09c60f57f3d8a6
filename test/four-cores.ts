import os from "node:os";
import { syncBuiltinESMExports } from "node:module";

// Has a machine look as if it had four cores.
os.availableParallelism = () => 4;
syncBuiltinESMExports();
