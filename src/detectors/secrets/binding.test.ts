import { expect, test } from "vitest";
import { bindings } from "./binding.ts";

/** For each way to tie a value to a name what stands behind the name, from where it cannot be left out; the lines are cut at `~`. */
const bodies = ` value=words77 ~>words77</~="words77"~=> "words77"~||'words77'~??'words77'~!='words77'~<-'words77'
~.equals('words77')~is 'words77'~or 'words77'~,'words77'~('words77')~[a]='words77'~ String = 'words77'~ "words77"~=words77
~ words77
~=words77;~ words77 ~" { default = "words77"~| words77 |~: |\n  words77
~ is words77.~: words77.~:\n  Default: words77~", default="words77"~.unwrap_or("words77")~ { get; set; } = "words77"
~:\n  - words77~: { "a": "words77"~]\na = words77~{ "words77" }~ ?= words77~\n- words77~: "{{ a || 'words77'~: K7}w"2xQ[p9~</td><td>Kq7mW2xP9sL1mZ8v</td>~><value>words77</value></`.split(
  "~",
);

const characters = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));
const marks = characters.filter((character) => /[\s!-/:-@[-`{-~]/.test(character));
const leads = ["", ...characters, ...marks.flatMap((first) => marks.map((second) => first + second))];

test("no way to tie a value begins with a character that it does not name", () => {
  const seen = new Set<RegExp>();
  const unnamed: string[] = [];
  for (const text of bodies.flatMap((body) => leads.map((lead) => ` name${lead}${body}`))) {
    for (const { first, pattern } of bindings) {
      pattern.lastIndex = " name".length;
      if (!pattern.test(text)) continue;
      seen.add(pattern);
      if (first?.includes(text.charAt(" name".length)) === false) unnamed.push(text);
    }
  }
  expect(unnamed).toEqual([]);
  expect(seen.size).toBe(bindings.length);
});
