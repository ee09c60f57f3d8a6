import { expect, test } from "vitest";
import { isShuffled } from "./shuffled.ts";

/** Values of all that a keyboard has, the same in each run: small letters, capitals and digits are among them. */
function values(length: number, count: number): string[] {
  let state = 7;
  const next = (): number => (state = (state * 48_271) % 2_147_483_647);
  const one = (): string => Array.from({ length }, () => String.fromCharCode(33 + (next() % 94))).join("");
  const found: string[] = [];
  while (found.length < count) {
    const value = one();
    if (/[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value)) found.push(value);
  }
  return found;
}

test.each([12, 16, 20, 24, 32])("of values of %d characters it knows four of five", (length) => {
  expect(values(length, 2000).filter(isShuffled).length).toBeGreaterThanOrEqual(1600);
});

test.each([
  "e.password=t[0].X2,n(e)",
  "config['Db1'].get(\"k2\")",
  '{"A1":"b","C2":"d"}',
  "$(cat /run/A1)",
  "${DB_PASSWORD_1}",
  "{{vault.Db1!}}",
  "kQ7w{base64:200}Xp2",
  "<%=ENV['A1']%>",
  "^[a-zA-Z0-9!#$]+$",
  "From&#60;Punct&#62;",
  "(?=.*\\d)(?=.*[A-Z])x1",
  "https://Db1.example/a?b=C",
  "?a=B1&c=D2!",
  "Harbour2024!!",
  "CORRECT-horse-42!",
  "sha256(A1b[2])",
  "%Y-%m-%dT%H:%M:%S",
  "0x1F,0xA2,0x3c",
  "k7Qw2xP9sL1m",
  "aB1!",
])("%s is none", (value) => {
  expect(isShuffled(value)).toBe(false);
});
