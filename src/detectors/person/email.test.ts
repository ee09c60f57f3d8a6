import { expect, test } from "vitest";
import { createGate } from "../../gate.ts";
import { search } from "../../search/search.ts";
import { emailAddress } from "./email.ts";

const gate = createGate({ detectors: [emailAddress] });

async function confidencesIn(text: string): Promise<(number | undefined)[]> {
  const document = { kind: "document", name: Buffer.alloc(0), nameLeaves: false, bytes: Buffer.from(text) } as const;
  const { candidates, failures } = await search(document, gate);
  expect(failures).toEqual([]);
  return candidates.map(({ match }) => match.confidence);
}

test.each([
  { text: "carol.larsen@gmail.com", sureness: 0.95 },
  { text: "carol@larsen-carpentry.dk", sureness: 0.85 },
  { text: "Copyright 2024 Carol Larsen <carol@larsen-carpentry.dk>", sureness: 0.5 },
  { text: "Signed-off-by: Carol Larsen <carol@larsen-carpentry.dk>", sureness: 0.5 },
  { text: "On Fri, 20 Nov 2026, Carol Larsen <carol@larsen-carpentry.dk> wrote:\n> Hi", sureness: 0.85 },
  { text: "Am 20.11.2026 schrieb Carol Larsen <carol@larsen-carpentry.dk>:\n> Ja", sureness: 0.85 },
  { text: "info@larsen-carpentry.dk", sureness: 0.4 },
  { text: "noreply@larsen-carpentry.dk", sureness: 0.4 },
  { text: "Message-ID: <CAK7x93-2@mail.larsen-carpentry.dk>", sureness: 0.3 },
  { text: "john.doe@larsen-carpentry.dk", sureness: 0.3 },
])("an address is as sure as it is a person's: $text", async ({ text, sureness }) => {
  expect(await confidencesIn(text)).toEqual([sureness]);
});

test("bytes that are no text hold no address", async () => {
  const bytes = Buffer.from("x\x80\xb1@\x01.\xc3\x80\xe9\xab.com \xff\xfe1@\xb5\x80.\xe0\xe1V", "latin1");
  const document = { kind: "document", name: Buffer.alloc(0), nameLeaves: false, bytes } as const;
  expect((await search(document, gate)).candidates).toEqual([]);
});
