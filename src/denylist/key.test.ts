import { chmodSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { complaint } from "../../test/complaint.ts";
import { createFolder } from "../../test/repository.ts";
import { readKey, writeKey } from "./key.ts";

const key = Buffer.from("00112233445566778899aabbccddeeff0f1e2d3c4b5a69788796a5b4c3d2e1f0", "hex");

describe("the key", () => {
  test("is OUTGATE_KEY in hex or base64, else the file, else nothing", () => {
    const file = join(createFolder().path, "deep/er/key");
    const hex = key.toString("hex");
    expect(readKey({ variable: undefined, file })).toBeUndefined();
    writeKey(file, key, true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readKey({ variable: "", file })).toEqual(key);
    const other = Buffer.from(key.map((byte) => byte ^ 1));
    for (const variable of [
      other.toString("hex"),
      ` ${other.toString("hex").toUpperCase()}\n`,
      other.toString("base64"),
      other.toString("base64url"),
    ])
      expect(readKey({ variable, file })).toEqual(other);
    expect(() => writeKey(file, other, true)).toThrow(/could not be written: EEXIST/);
    expect(readKey({ variable: undefined, file })?.toString("hex")).toBe(hex);
    expect(readdirSync(join(file, ".."))).toEqual(["key"]);
  });

  test.each(["short", "a password that somebody made up and typed", "0".repeat(64), `${"ab".repeat(31)}zz`])(
    "%j is none",
    async (variable) => {
      const said = await complaint(() => readKey({ variable, file: "/nowhere/key" }));
      expect(said).toMatch(/^OUTGATE_KEY is not 32 random bytes in hex or base64\. /);
      expect(said).not.toContain(variable);
    },
  );

  test("is not taken from a file that others can read", async () => {
    const file = join(createFolder().path, "key");
    writeFileSync(file, key.toString("hex"));
    chmodSync(file, 0o640);
    expect(await complaint(() => readKey({ variable: undefined, file }))).toMatch(/key can be read by others\. /);
  });
});
