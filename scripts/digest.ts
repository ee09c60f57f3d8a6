import { createHash } from "node:crypto";
import type { Plugin } from "rolldown";

/** Stands in the code until all of it is there. */
export const digestMark = "digest of the program";

/**
 * Puts in place of the mark a hash of all code that the build makes, the kernel, the detectors and the packages in it included. It
 * changes more often than what is found does, and never less often.
 */
export function digest(): Plugin {
  return {
    name: "digest",
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const hash = createHash("sha256");
      for (const { fileName, code } of chunks.toSorted((a, b) => (a.fileName < b.fileName ? -1 : 1)))
        hash.update(JSON.stringify([fileName, code]));
      const value = hash.digest("hex").slice(0, 32);
      for (const chunk of chunks) chunk.code = chunk.code.replaceAll(digestMark, value);
    },
  };
}
