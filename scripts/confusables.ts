// `node scripts/confusables.ts CONFUSABLES.TXT`: makes src/denylist/confusables.ts of the data of UTS 39
// (https://www.unicode.org/Public/security/latest/confusables.txt).
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [path = ""] = process.argv.slice(2);

/** Alphabets that are written beside Latin letters; letters of others that look like `o` or `l` are frequent words there. */
const alphabets =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}]$/u;

const looks = new Map<string, string[]>();
for (const line of readFileSync(path, "utf8").split("\n")) {
  const [source = "", target = ""] = line.split(";").map(charactersOf);
  if (!/^[a-z]$/i.test(target) || !alphabets.test(source) || /^[a-z]$/i.test(foldOf(source))) continue;
  // The data takes a capital i for a small l. What it says of a sigma would make one letter of two that are frequent in Greek.
  const latin = target === "l" && /\p{Lu}/u.test(source) ? "i" : target.toLowerCase();
  if (source !== "σ") looks.set(latin, [...(looks.get(latin) ?? []), source]);
}
const lines = [...looks]
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([latin, all]) => `  ${latin}: "${all.toSorted().join("")}",\n`);
writeFileSync(
  join(import.meta.dirname, "../src/denylist/confusables.ts"),
  `/** Letters that look like a Latin one (UTS 39); made by scripts/confusables.ts. */\nexport const confusables: Readonly<Record<string, string>> = {\n${lines.join("")}};\n`,
);

/** `0430` → `а`; "" for what is no single character. */
function charactersOf(column: string): string {
  const codes = column.trim().split(" ");
  return codes.length === 1 && /^[\dA-F]{4,6}$/.test(codes[0] ?? "")
    ? String.fromCodePoint(Number.parseInt(codes[0] ?? "", 16))
    : "";
}

function foldOf(character: string): string {
  return character.normalize("NFKD").replaceAll(/\p{M}/gu, "");
}
