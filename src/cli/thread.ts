import type * as served from "../threads/serve.ts";
import { Chunks } from "./chunks.ts";
import { beginWithSmallHeap, withUsualFlags } from "./small-heap.ts";

/** The build writes CommonJS. */
declare const require: (id: string) => unknown;

// What threads of `outgate files` run, with the code that an earlier run of that command has kept. V8's flags are those of all threads, so
// these are the ones that the command has set.
beginWithSmallHeap();
const chunks = new Chunks(import.meta.dirname, "files", require);
chunks.compiling = withUsualFlags;
const { serve } = chunks.load("serve.cjs") as typeof served; // the build makes that chunk of this file
void serve();
