import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { describe, expect, test } from "vitest";
import { complaint } from "../../test/complaint.ts";
import { recipientsIn, seal, withRecipients } from "./sealed.ts";

const recipient = await identityToRecipient(await generateX25519Identity());

describe("a sealed list", () => {
  test("says whom it is sealed to", async () => {
    const text = withRecipients("# recipient: age1old\n# family\nJane Public\n", [recipient, "age1x"]);
    expect(text).toBe(`# recipient: ${recipient}\n# recipient: age1x\n# family\nJane Public\n`);
    expect(recipientsIn(text)).toEqual([recipient, "age1x"]);
  });

  test("is not made for what is no recipient", async () => {
    expect(await complaint(async () => seal("Jane Public\n", [recipient, "age1nonsense"]))).toMatch(
      /^recipient 2 is no recipient of age\. /,
    );
  });
});
