import type * as served from "../threads/serve.ts";
import { Chunks } from "./chunks.ts";
import { keepYoungSmall, withUsualFlags } from "./small-heap.ts";

/** The build writes CommonJS. */
declare const require: (id: string) => unknown;

// What threads of `outgate files` run. It begins with the code that an earlier run of that command has kept, under the flags of that time.
keepYoungSmall();
const chunks = new Chunks(import.meta.dirname, "files", require);
chunks.compiling = withUsualFlags;
const { serve } = chunks.load("serve.cjs") as typeof served; // the build makes that chunk of this file
void serve();
