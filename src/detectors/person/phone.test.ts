import { expect, test } from "vitest";
import { fill } from "../template.ts";
import type { Window } from "../../model/window.ts";
import { phoneNumber } from "./phone.ts";

function windowOf(text: string): Window {
  const bytes = Buffer.from(text);
  const latin = bytes.toString("latin1");
  return {
    text: latin,
    bytes,
    start: 0,
    goesOn: false,
    surface: "text",
    sightings: [],
    matchAll: (pattern) => latin.matchAll(pattern) as Iterable<RegExpExecArray>, // with the flag g it always has an index
  };
}

function confidenceOf(text: string): number | undefined {
  const matches = phoneNumber.detect(windowOf(fill(text)));
  if (matches instanceof Promise) throw new Error("the library was loaded");
  return [...matches][0]?.confidence;
}

test("without a number that may be one nothing is loaded, and once it is loaded nothing has to be waited for", async () => {
  expect(phoneNumber.detect(windowOf("version 10.20.30.4045, 2026-05-01, 1700000000"))).toEqual([]);
  await phoneNumber.load?.();
  expect(phoneNumber.detect(windowOf("call +1 415 867 5309"))).not.toBeInstanceOf(Promise);
});

test.each([
  { text: "tel. +49 151 7234{digits:4}", sureness: 0.95 },
  { text: "+49 151 7234{digits:4}", sureness: 0.9 },
  { text: "+4915172348965", sureness: 0.8 },
  { text: "tel. 030 2345{digits:3}", sureness: 0.85 },
  { text: "ruf mich an: 030 2345{digits:3}", sureness: 0.75 },
  { text: "(415) 867-{digits:4}", sureness: 0.6 },
  { text: "tel. +1 555 123 9876", sureness: 0.8 },
  { text: "tel. 030 12345678", sureness: 0.5 },
  { text: "call 0800 330{digits:4}", sureness: 0.4 },
  { text: "call 01632 960123", sureness: undefined },
])("a number is as sure as its form and what is said of it: $text", async ({ text, sureness }) => {
  await phoneNumber.load?.();
  expect(confidenceOf(text)).toBe(sureness);
});
