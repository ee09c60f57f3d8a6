import type { Detector } from "../detector.ts";
import { artifactDetector } from "./artifact.ts";

const digits = [..."0123456789"];

/** The memory of a program, with every secret that it had read. */
export const memoryDump: Detector = artifactDetector({
  id: "artifact/memory-dump",
  summary: "Memory of a program",
  remedy: "Take the file out, add it to .gitignore, and change the secrets that the program had read.",
  literals: [
    ...digits.map((digit) => `core.${digit}`),
    ".core",
    ".hprof",
    ".heap",
    ".mdmp",
    ".dmp",
    "hs_err_pid",
    ".stackdump",
  ],
  sure: /(?<=^|\/)(?:core\.\d{2,10}|[^/]*\.(?:hprof|heapsnapshot|heapdump|mdmp|dmp))$/i,
  unsure: /(?<=^|\/)(?:[^/]+\.core|hs_err_pid\d{1,10}\.log|[^/]+\.stackdump)$/i,
  examples: [
    "«core.28714»",
    "logs/«java_pid4711.hprof»",
    "«Heap.20240501.heapsnapshot»",
    "«hs_err_pid4711.log»",
    "src/core",
    "core.js",
    "core.1",
  ],
});
