import { GateError } from "../model/error.ts";
import { readPrivateFile } from "./private-file.ts";

/** Where identities of age can come from. */
export interface IdentityPlaces {
  /** The value of OUTGATE_AGE_IDENTITY: identities, or the path of a file with them. */
  readonly variable: string | undefined;
  /** The file that is read where the variable is not set; it need not be there. */
  readonly file: string;
}

/**
 * Identities, as `age-keygen` writes them: one in each line, `#` before comments. None where nothing is set.
 * @throws {GateError} if what is there holds none, or if others could read the file.
 */
export function readIdentities({ variable, file }: IdentityPlaces): readonly string[] {
  const given = variable?.trim() ?? "";
  if (/^(?:#|AGE-SECRET-KEY-)/.test(given)) return identitiesIn(given, "OUTGATE_AGE_IDENTITY");
  const path = given === "" ? file : given;
  const found = readPrivateFile(path, "the age identity");
  if (found === undefined) {
    if (given === "") return [];
    throw new GateError(
      "OUTGATE_AGE_IDENTITY is neither an identity nor the path of a file",
      "An identity begins with AGE-SECRET-KEY-; `age-keygen` makes one.",
    );
  }
  if (found.exposure !== undefined)
    throw new GateError(`the age identity ${path} ${found.exposure}`, "`chmod 600` and `chown` it.");
  return identitiesIn(found.bytes.toString("latin1"), `the age identity ${path}`);
}

function identitiesIn(text: string, name: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const identities = lines.filter((line) => line !== "" && !line.startsWith("#"));
  if (identities.length > 0 && identities.every((line) => /^AGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]{20,}$/.test(line)))
    return identities;
  throw new GateError(
    `${name} holds no identity of age`,
    "An identity is a line that begins with AGE-SECRET-KEY-. One that is protected by a passphrase cannot be used.",
  );
}
