import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { complaint } from "../../test/complaint.ts";
import { createFolder } from "../../test/repository.ts";
import { writePrivateFile } from "./private-file.ts";

describe("a file that is written", () => {
  test("keeps its permissions and the link that leads to it, and leaves nothing else", () => {
    const path = createFolder().path;
    writePrivateFile(join(path, "terms"), "a", { mode: 0o600 });
    chmodSync(join(path, "terms"), 0o640);
    symlinkSync("terms", join(path, "link"));
    writePrivateFile(join(path, "link"), "b", { mode: 0o600 });
    expect(statSync(join(path, "terms")).mode & 0o777).toBe(0o640);
    expect(readdirSync(path).toSorted()).toEqual(["link", "terms"]);
  });

  test("is as it was where it cannot be written whole, and nothing of the new one is left", async () => {
    const { path } = createFolder();
    writePrivateFile(join(path, "terms"), "a", { mode: 0o600 });
    mkdirSync(join(path, "folder"));
    for (const name of ["terms/below", "folder"])
      expect(await complaint(() => writePrivateFile(join(path, name), "b", { mode: 0o600 }))).toMatch(
        /could not be written: (?:ENOTDIR|EEXIST|EISDIR)\. Nothing was changed\. /,
      );
    expect(await complaint(() => writePrivateFile(join(path, "terms"), "b", { mode: 0o600, isNew: true }))).toMatch(
      /could not be written: EEXIST\. Another process has made it in this moment/,
    );
    expect(readdirSync(path).toSorted()).toEqual(["folder", "terms"]);
    expect(readdirSync(join(path, "folder"))).toEqual([]);
    expect(readFileSync(join(path, "terms"), "utf8")).toBe("a");
  });
});
