/** The source of a pattern: what stands between a name and its value. A hole that ends its line has none: `${{ secrets.NAME }}`. */
export const gap: string = String.raw`(?:</key>)?(?!\s?\}{1,2}["']?[ \t]{0,4}\r?\n)\W{1,20}(?:(?:value|(?:aws\.)?string|default|str|none|is)\W{1,6})?`;

/**
 * The pattern of a value that says nothing of itself beside a name that does: `NAME=value`, `"name": "value"`,
 * `name: string = "value"`, `<key>name</key><string>value</string>`, `name: NAME` above `value: value`, `NAME || "value"`.
 * Both arguments are sources of patterns, in which case does not matter. The value is the group `secret`.
 */
export function beside(name: string, value: string): RegExp {
  return new RegExp(String.raw`${name}${gap}(?<secret>${value})(?![\w/+=-])`, "dgi");
}
