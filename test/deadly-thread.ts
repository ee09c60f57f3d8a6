// What a thread runs, beginning with what ends it.
await import("./deadly-files.ts");
const { serve } = await import("../src/threads/serve.ts");
await serve();
