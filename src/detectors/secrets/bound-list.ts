import { isWord } from "./bound-line.ts";
import type { Binding } from "./bound.ts";
import { promiseOf } from "./key-name.ts";

const value = String.raw`["']?(?<secret>[^\s"'\x60,;#=<>[\](){}&*!|%@-][^\s"'\x60,;<>[\](){}]{0,2000})["']?(?=[ \t]{0,40}(?:[ \t]#|[\r\n]|$))`;
const yamlItem = String.raw`(?<lead>[ \t]{0,40}-[ \t]{1,8}|[ \t]{1,40}["']?(?=[\w.-]{1,60}["']?:))(?:(?<entry>[\w.-]{1,60})["']?:[ \t]{1,8})?${value}`;
const comments = String.raw`(?:[ \t]{0,40}#[^\r\n]{0,120}\r?\n){0,2}`;

/** `tokens:` above `- value`, `api_keys:` above `acme: value`, in YAML. */
export const below: Binding = {
  first: `"':`,
  pattern: new RegExp(String.raw`["']?:[ \t]{0,8}(?:#[^\r\n]{0,120})?\r?\n${comments}${yamlItem}`, "dy"),
  next: () => nextBelow,
  stands: (before) => /^[ \t]{0,40}(?:-[ \t]{1,8})?["']?$/.test(before),
  fits: (_, before, { groups }, name) =>
    isOfSecrets(name, groups?.["entry"]) && leadLength(groups?.["lead"]) >= before.replace(/["']$/, "").length,
  isValue: ({ groups }, _, name) => isOfPasswords(name) && !isWord(groups?.["secret"]),
};

const nextBelow = new RegExp(String.raw`["']?[ \t]{0,40}(?:#[^\r\n]{0,120})?\r?\n${comments}${yamlItem}`, "dy");
const leadLength = (lead = ""): number => lead.replace(/["']$/, "").length;

const entry = String.raw`["']?(?<entry>[\w.-]{1,60})["']?\s{0,4}(?:=>|[:=])\s{0,4}["'](?<secret>[^"'\r\n]{1,400})(?=["'])`;

/** `"tokens": { "acme": "value" }`, `"Jwt": { "Issuer": "acme", "Key": "value" }` in JSON and programs. */
export const inside: Binding = {
  first: `"': \t=`,
  pattern: new RegExp(String.raw`["']?[ \t]{0,4}(?:=>|[:=])\s{0,4}[{[]\s{0,40}${entry}`, "dy"),
  next: () => nextInside,
  fits: (_, __, { groups }, name) => isOfSecrets(name, groups?.["entry"]),
  isValue: (_, __, name) => isOfPasswords(name),
};

const nextInside = new RegExp(String.raw`["']\s{0,4},\s{0,40}${entry}`, "dy");

const setting = String.raw`(?<entry>[\w.-]{1,60})[ \t]{0,24}=[ \t]{0,24}${value}`;

/** `[tokens]` above `acme = value`, in INI and TOML. */
export const section: Binding = {
  first: "]",
  pattern: new RegExp(String.raw`\][ \t]{0,8}\r?\n${comments}${setting}`, "dy"),
  next: () => nextSetting,
  stands: (before) => /^[ \t]{0,8}\[$/.test(before),
  fits: (_, __, { groups }, name) => isOfSecrets(name, groups?.["entry"]),
  isValue: (_, __, name) => isOfPasswords(name),
};

const nextSetting = new RegExp(String.raw`["']?[ \t]{0,40}(?:#[^\r\n]{0,120})?\r?\n${comments}${setting}`, "dy");

/**
 * Whether a name in the plural promises secrets, and so does the name of one of them beside it: `tokens` has `acme`, but `id` is no token. Of other
 * names it is the key alone: `Jwt` has `Key`.
 */
function isOfSecrets(name: string, ofOne: string | undefined): boolean {
  if (ofOne === undefined) return isPlural.test(name);
  return (isPlural.test(name) || /^key$/i.test(ofOne)) && promiseOf(`${name}_${ofOne}`) !== undefined;
}

const isPlural = /[a-rt-z]s$/i;

function isOfPasswords(name: string): boolean {
  return promiseOf(name) === "password";
}
