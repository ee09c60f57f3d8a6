import { expect, test } from "vitest";
import { foldTable } from "../engine/words.ts";
import { kernelFold } from "./fold.ts";
import { readFolds } from "./kernel-folds.ts";

test("the kernel folds what the matcher folds", () => {
  expect(Buffer.compare(readFolds(), foldTable(kernelFold))).toBe(0);
});
