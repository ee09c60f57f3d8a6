/**
 * The pattern of a value that says nothing of itself beside a name that does: `NAME=value`, `"name": "value"`,
 * `name: string = "value"`, `<key>name</key><string>value</string>`, `name: NAME` above `value: value`, `NAME || "value"`.
 * Both arguments are sources of patterns, in which case does not matter. The value is the group `secret`.
 */
export function beside(name: string, value: string): RegExp {
  return new RegExp(String.raw`${name}\W{1,24}(?:(?:value|string|default|str)\W{1,16})?(?<secret>${value})(?![\w/+=-])`, "dgi");
}

/** Whether small letters, capitals and digits are mixed, as in nearly every long value that a machine drew from them. */
export function isMixed(value: string): boolean {
  return /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value);
}
