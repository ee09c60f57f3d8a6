import type { Word } from "./runs.ts";
import type { TermKind } from "./term.ts";

export type WrittenKind = Extract<TermKind, "exact" | "host" | "asset">;

/** Kinds that count only as they are written. Their words alone are no match: they tell where to look. */
export const writtenKinds: readonly WrittenKind[] = ["exact", "host", "asset"];

export function isWritten(kind: TermKind | undefined): kind is WrittenKind {
  return writtenKinds.some((one) => one === kind);
}

/**
 * The one form of a term that counts as it is written: of an `exact` one all of it, of the others what no reader and no resolver tells
 * apart. They have small letters, plain hyphens and single spaces, and the dots that reports and patterns write otherwise
 * (`db-7[.]internal`, `db-7\.internal`).
 */
export function writtenForm(text: string, kind: WrittenKind): string {
  if (kind === "exact") return `=${text.trim()}`;
  return `=${text
    .normalize("NFKC")
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replaceAll(/[\u2010-\u2015\u2212]/g, "-")
    .replaceAll(/\[\.\]|\(\.\)|\\\.|\u3002/g, ".")
    .replaceAll(/\s+/g, " ")
    .trim()
    .toLowerCase()}`;
}

/** A form as it is written, and where. */
interface Written {
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/** What is written at a window: of an exact term with and without the marks around it, of the others where it stands whole. */
export function writtenAt(window: readonly Word[], text: string, kind: WrittenKind): Written[] {
  const [first, last] = [window[0], window.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { start } = first;
  const { end } = last;
  if (kind !== "exact") {
    const form = writtenForm(text.slice(start, end), kind);
    const before = text.slice(Math.max(0, start - context), start);
    const behind = text.slice(end, end + context);
    const goesOn = kind === "host" ? isOfLongerHost(before, behind) : isOfLongerAsset(form.slice(1), before, behind);
    return goesOn ? [] : [{ form, start, end }];
  }
  const before = /[^\s\p{L}\p{N}]{0,4}$/u.exec(text.slice(Math.max(0, start - mostMarks), start))?.[0].length ?? 0;
  const behind = /^[^\s\p{L}\p{N}]{0,4}/u.exec(text.slice(end, end + mostMarks))?.[0].length ?? 0;
  const all: Written[] = [];
  for (let left = before; left >= 0; left--)
    for (let right = behind; right >= 0; right--)
      all.push({
        form: writtenForm(text.slice(start - left, end + right), kind),
        start: start - left,
        end: end + right,
      });
  return all;
}

/** What is no letter and no digit on each side of an exact term: `C++`, `.NET`. */
const mostMarks = 4;

const context = 12;

/** A host's own names stand in front of it, behind a dot; what goes on behind it is another host, or the ending of a file. */
function isOfLongerHost(before: string, behind: string): boolean {
  return /[\w-]$/.test(before) || (/^\.?[\w-]/.test(behind) && !fileEnding.test(behind));
}

const fileEnding =
  /^\.(?:bak|cer|cfg|conf|crt|csv|env|gz|html?|ini|json|key|log|md|old|pdf|pem|pub|service|sh|sql|tar|tf|toml|txt|xml|ya?ml|zip)(?![\w-])/i;

/**
 * Whether an asset is a part of something else: an address of a longer row of numbers, an account of a longer id, a mailbox of another
 * one. A name without a dot may stand in front of others (`logs.s3.example`).
 */
function isOfLongerAsset(asset: string, before: string, behind: string): boolean {
  if (/[\w-]$/.test(before) || /^[\w-]/.test(behind)) return true;
  if (/^\d/.test(asset) && /\d[.,]$/.test(before)) return true;
  if (/\d$/.test(asset) && /^[.,]\d/.test(behind)) return true;
  if (asset.includes(".") && /^\.\w/.test(behind) && !fileEnding.test(behind)) return true;
  if (asset.includes("@") && /[.+]$/.test(before)) return true;
  return isOfColons.test(asset) && (/(?<!\w)[\da-f]{0,4}:$/i.test(before) || /^::?[\da-f]{1,4}(?!\w)/i.test(behind));
}

/** An address of IPv6, or one of a network card. */
const isOfColons = /^[\da-f]{0,4}(?::[\da-f]{0,4}){2,}$/;
