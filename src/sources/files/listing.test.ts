import { expect, test } from "vitest";
import type { Unread } from "../../model/document.ts";
import type { Entry } from "./entry.ts";
import { Listing } from "./listing.ts";

test("what is listed comes out as it went in, of whatever kind and in its order", () => {
  const failed: Unread = { kind: "failed", name: Buffer.from("b/c"), nameLeaves: true, reason: "it is closed" };
  const entries: (Entry | Unread)[] = [
    { name: "a", kind: "file" },
    { name: "b/a", kind: "link" },
    failed,
    failed,
    { name: "b/a\n b", kind: "target" },
    { name: "b/b/\xc3\xa9", kind: "special" },
    { name: "b/c", kind: undefined },
    { name: "b/", kind: "folder" },
    { name: "c", kind: "nothing" },
    { name: "/c", kind: "file" },
    { name: "", kind: "file" },
  ];
  const listing = new Listing(entries);
  expect(listing.length).toBe(entries.length);
  expect([...listing.take()]).toStrictEqual(entries);
  expect([...listing.take()]).toEqual([]);
  expect([...new Listing([]).take()]).toEqual([]);
});
