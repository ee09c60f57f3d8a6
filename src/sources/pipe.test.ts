import { closeSync, openSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { readPipe } from "./pipe.ts";

test("what has no end is not read for ever", () => {
  const file = openSync("/dev/zero", "r");
  onTestFinished(() => {
    closeSync(file);
  });
  expect(() => readPipe(file, 1 << 20)).toThrow(expect.objectContaining({ code: "EFBIG" }));
});
