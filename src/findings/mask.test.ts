import { expect, test } from "vitest";
import { maskOf } from "./mask.ts";

test("a mask tells a public beginning and a length, of terms and persons the length alone", () => {
  expect(maskOf("ghp_äbc", "secret", ["ghp_"])).toBe("ghp_•••• (7 characters)");
  expect(maskOf("ghp_", "secret", ["ghp_"])).toBe("•••• (4 characters)");
  expect(maskOf("Jane Public", "term", ["Jane"])).toBe("•••• (11 characters)");
  expect(maskOf("😀", "secret")).toBe("•••• (1 character)");
});
