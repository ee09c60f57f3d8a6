import { expect, test } from "vitest";
import type { Audience } from "../model/audience.ts";
import { type Addressed, type AudienceMap, resolveAudience } from "./audiences.ts";

const map: AudienceMap = {
  owner: ["telegram:chat:42", "telegram:chat:-100777", "slack:D0OWNER", "slack:C0OWNER", "bridge:room:1"],
  team: ["slack:*", "git:git@github.com:acme/*"],
  group: ["telegram:chat:-100*"],
  public: ["slack:C0PUBLIC", "git:git@github.com:acme/site*"],
};

function audienceOf(to: string, more: Omit<Addressed, "to"> = {}): Audience {
  return resolveAudience({ to, ...more }, { map }).audience;
}

test.each<[string, Audience]>([
  ["telegram:chat:42", "owner"],
  ["telegram:chat:-100123", "group"],
  ["slack:C0TEAM", "team"],
  ["slack:C0PUBLIC", "public"],
  ["git:git@github.com:acme/app", "team"],
  ["git:git@github.com:acme/site-docs", "public"],
  ["git:git@github.com:other/app", "public"],
  ["telegram:chat:43", "public"],
  ["", "public"],
])("%s is read by %s", (to, audience) => {
  expect(audienceOf(to)).toBe(audience);
});

test("the owner's chat is the owner's only where nobody else is in it", () => {
  expect(audienceOf("telegram:chat:-100777")).toBe("group");
  expect(audienceOf("telegram:chat:-100777", { isDirect: true })).toBe("group");
  expect(audienceOf("slack:C0OWNER", { isDirect: true })).toBe("group");
  expect(audienceOf("slack:D0OWNER")).toBe("owner");
  expect(audienceOf("slack:D0OWNER", { isDirect: false })).toBe("group");
  expect(audienceOf("bridge:room:1")).toBe("group");
  expect(audienceOf("bridge:room:1", { isDirect: true })).toBe("owner");
});

test("a caller can only widen what the config says", () => {
  expect(audienceOf("slack:C0TEAM", { audience: "public" })).toBe("public");
  expect(audienceOf("slack:C0TEAM", { audience: "owner" })).toBe("team");
  expect(audienceOf("nowhere", { audience: "owner" })).toBe("public");
  expect(audienceOf("owner")).toBe("public");
  expect(audienceOf("telegram:chat:-100777", { audience: "owner" })).toBe("group");
});

test("a caller that is trusted can narrow it", () => {
  const trusted = resolveAudience({ to: "slack:C0TEAM", audience: "owner" }, { map, trustCaller: true });
  expect(trusted.audience).toBe("owner");
  expect(trusted.notes).toEqual(["The audience is owner because it was named by the caller."]);
});

test("without a config the caller is taken at their word, and the verdict says so", () => {
  expect(resolveAudience({ to: "group" }, {})).toEqual({
    audience: "group",
    target: null,
    notes: ["The audience is group because it was named by the caller."],
  });
  expect(resolveAudience({ to: "telegram:chat:42", audience: "owner" }, {}).audience).toBe("owner");
  expect(resolveAudience({ to: "telegram:chat:42" }, {})).toEqual({
    audience: "public",
    target: "telegram:chat:42",
    notes: ["No config maps targets to audiences, so this one counts as public."],
  });
  expect(resolveAudience({ to: "team", audience: "public" }, {}).audience).toBe("public");
});

test("a pattern with many stars takes no time", () => {
  const stars = { owner: ["*a".repeat(2000) + "*b"] };
  expect(resolveAudience({ to: "a".repeat(100_000) }, { map: stars }).audience).toBe("public");
});

test("an audience that there is not is an error, whoever is trusted: it could be wider than all", () => {
  const odd = { to: "slack:C0TEAM", audience: "everybody" } as unknown as Addressed; // what JavaScript lets through
  for (const options of [{}, { map }, { map, trustCaller: true }])
    expect(() => resolveAudience(odd, options)).toThrow("its audience (`audience`) is none");
});
