import { join } from "node:path";
import { type Place, program, type Run } from "./repository.ts";

/** Runs the program, which gets a signal shortly after it has begun to listen for it. */
export function interrupted(place: Place, signal: NodeJS.Signals, ...args: readonly string[]): Run {
  const preloaded = "../home/interrupt.cjs";
  place.write(
    preloaded,
    `process.on("newListener", (name) => {
  if (name === "${signal}") setTimeout(() => process.kill(process.pid, name), 200);
});
`,
  );
  return place.run(process.execPath, "--require", join(place.path, preloaded), program, ...args);
}
