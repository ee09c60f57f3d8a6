import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { describe, expect, test } from "vitest";
import { complaint } from "../../test/complaint.ts";
import { createFolder } from "../../test/repository.ts";
import { readIdentities } from "./identity.ts";

const identity = await generateX25519Identity();
const recipient = await identityToRecipient(identity);

describe("an age identity", () => {
  test("is in the variable, in the file that it names, or in the file", () => {
    const file = join(createFolder().path, "age-identity");
    expect(readIdentities({ variable: undefined, file })).toEqual([]);
    writeFileSync(file, `# public key: ${recipient}\n${identity}\n`, { mode: 0o600 });
    expect(readIdentities({ variable: undefined, file })).toEqual([identity]);
    expect(readIdentities({ variable: file, file: "/nowhere/x" })).toEqual([identity]);
    expect(readIdentities({ variable: ` ${identity}\n`, file: "/nowhere/x" })).toEqual([identity]);
  });

  test.each(["AGE-SECRET-KEY-1x", "/nowhere/identity", "# nothing"])("%j is none", async (variable) => {
    const said = await complaint(() => readIdentities({ variable, file: "/nowhere/x" }));
    expect(said).toMatch(
      /^OUTGATE_AGE_IDENTITY (?:holds no identity of age|is neither an identity nor the path of a file)\. /,
    );
  });
});
