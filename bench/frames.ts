import { detectors } from "../src/detectors/index.ts";
import { fill } from "../src/detectors/template.ts";
import { framings } from "../test/frames.ts";
import { mark } from "../test/mark.ts";

/** How many examples of credentials are found where they stand in another text, of those that are found by themselves. */
export async function framesBench(): Promise<void> {
  for (const [name, write] of Object.entries(framings)) {
    const lost = new Map<string, number>();
    let count = 0;
    for (const detector of detectors) {
      if (!detector.id.startsWith("secret/")) continue;
      for (const example of detector.examples) {
        if (!example.includes("«")) continue;
        count++;
        const plain = fill(example).replaceAll(/[«»]/g, "");
        if (!(await mark(detector, write(plain))).includes("«"))
          lost.set(detector.id, (lost.get(detector.id) ?? 0) + 1);
      }
    }
    const missing = [...lost].toSorted(([, a], [, b]) => b - a).map(([id, times]) => `${id.slice(7)} ${times}`);
    const sum = [...lost.values()].reduce((all, times) => all + times, 0);
    console.log(`${name.padEnd(29)} ${count - sum} of ${count}${sum === 0 ? "" : `; not ${missing.join(", ")}`}`);
  }
}
