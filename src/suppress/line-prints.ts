import { surroundings } from "../findings/fingerprint.ts";
import type { Bytes } from "../model/bytes.ts";
import type { Document } from "../model/document.ts";
import { united } from "../model/range.ts";
import type { Found } from "../search/run.ts";
import { linePrint } from "../suppressions/print.ts";

/** The hash of the line that a finding stands in. */
export type Liner = (found: Found, salt: string) => string;

/** Made for all findings of a document at the first question: each is counted among those of the same text in the same line. */
export function liner({ bytes }: Document, found: readonly Found[]): Liner {
  let prints: Map<Found, string> | undefined;
  return (wanted, salt) => {
    prints ??= new Map(linePrints(bytes, found, salt));
    return prints.get(wanted) ?? "";
  };
}

function* linePrints(bytes: Bytes, found: readonly Found[], salt: string): Generator<[Found, string]> {
  const ranges = united(found.filter(({ part }) => part === "contents").map(({ range }) => range));
  const seen = new Map<string, number>();
  for (const one of found) {
    const { id } = one.detector;
    const line = `${one.part} ${one.part === "name" ? "" : surroundings(bytes, one.range, ranges)}`;
    const key = JSON.stringify([id, line, one.text.toString("latin1")]);
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    yield [one, linePrint(salt, id, line, ordinal)];
  }
}
