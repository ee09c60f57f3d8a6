import type { Range } from "../../model/range.ts";
import type { Block, Values } from "../values.ts";
import { stringOf } from "./string.ts";
import type { PdfObject } from "./file.ts";
import { isArray, isDictionary, isText, type Value } from "./value.ts";

/** Keys of strings that a reader sees, or that tell of who wrote the file: ISO 32000-2. Any other may be something that must not be shown. */
const keys = new Set(
  "Title,Author,Subject,Keywords,Creator,Producer,Company,Manager,Contents,RC,T,TU,TM,V,DV,URI,JS,Alt,ActualText,E,F,UF,Desc,Subj,Lang,DA,CA,Location,Reason,ContactInfo,Name,Dest".split(
    ",",
  ),
);

/** Bytes that are no text. */
const unread = new Set(["ID", "Cert", "Lookup", "CheckSum", "Panose", "CharSet", "XUID"]);

/** All strings of an object, under the keys that they belong to. */
export function addStrings(values: Values, { value, block }: PdfObject): void {
  const waiting: { readonly key: string; readonly value: Value }[] = [{ key: "", value }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { key, value: one } = next;
    if (isText(one)) {
      if (!unread.has(key)) addString(values, key, one, block);
    } else if (isArray(one)) {
      if (!unread.has(key)) for (const inner of one) waiting.push({ key, value: inner });
    } else if (isDictionary(one)) for (const [inner, of] of one) waiting.push({ key: inner, value: of });
  }
}

function addString(
  values: Values,
  key: string,
  { text, start, end, isPlain }: Range & { readonly text: string; readonly isPlain: boolean },
  block: Block,
): void {
  const surface = keys.has(key) ? `PDF ${key}` : "PDF string";
  if (isPlain && !/^(?:\xfe\xff|\xff\xfe|\xef\xbb\xbf)/.test(text)) values.addBytes(surface, block, { start, end });
  else values.addText(surface, stringOf(text), block, { start, end });
}
