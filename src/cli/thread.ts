import type * as served from "../threads/serve.ts";
import { Chunks } from "./chunks.ts";

/** The build writes CommonJS. */
declare const require: (id: string) => unknown;

// What threads of `outgate files` run. It begins with the code that an earlier run of that command has kept.
const { serve } = new Chunks(import.meta.dirname, "files", require).load("serve.cjs") as typeof served; // the build makes that chunk of this file
void serve();
