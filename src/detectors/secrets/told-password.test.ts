import { expect, test, vi } from "vitest";
import { fill } from "../template.ts";
import type * as value from "../../model/value.ts";
import { mark } from "../../../test/mark.ts";
import { toldPassword } from "./told-password.ts";

const asked = vi.hoisted(() => ({ times: 0 }));

vi.mock(import("../../model/value.ts"), async (original) => {
  const real: typeof value = await original();
  return {
    ...real,
    showsValue: (...of) => {
      asked.times += 1;
      return real.showsValue(...of);
    },
  };
});

test("of each of many passwords in a window it is asked once whether it shows", async () => {
  const sentences = Array.from({ length: 500 }, (_, at) => fill("das Passwort ist «Harbour-{digits:3}!», ", at)).join(
    "",
  );
  expect(await mark(toldPassword, sentences.replaceAll(/[«»]/g, ""))).toBe(sentences);
  expect(asked.times).toBe(500);
});
