// Loaded into a Node process with --require: at the process's end it writes the peak of its resident memory, in kB, to
// file descriptor 3. It asks the system, which kept count all the while; polling from outside would miss the peak.
const { writeSync } = require("node:fs");
const { isMainThread } = require("node:worker_threads");

if (isMainThread) process.on("exit", () => writeSync(3, String(process.resourceUsage().maxRSS)));
