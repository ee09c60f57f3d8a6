import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeFile } from "./output.ts";

test("a link that somebody laid where a report is begun is not written through", () => {
  const folder = mkdtempSync(join(tmpdir(), "outgate-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [report, other] = [join(folder, "report"), join(folder, "other")];
  writeFileSync(other, "of somebody\n");
  symlinkSync(other, `${report}.${process.pid}.tmp`);
  writeFile(report, "a report\n");
  expect([readFileSync(report, "utf8"), readFileSync(other, "utf8")]).toEqual(["a report\n", "of somebody\n"]);
  expect(readdirSync(folder)).toEqual(["other", "report"]);
});
