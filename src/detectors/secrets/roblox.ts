import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * The cookie `.ROBLOSECURITY`, with which anybody is the person: a warning not to share it, and hexadecimal digits or, today, base64url.
 * https://create.roblox.com/docs/cloud/auth/api-keys is what programs are to use.
 */
export const robloxCookie: Detector = tokenDetector({
  id: "secret/roblox-cookie",
  summary: "Roblox session cookie",
  remedy:
    "Log out of all sessions at https://www.roblox.com/my/account#!/security, and let the program use an API key of Open Cloud.",
  literals: ["WARNING:-DO-NOT-SHARE-THIS"],
  pattern: /_(?:\||%7[Cc])WARNING:-DO-NOT-SHARE-THIS[\w.-]{0,120}(?:\||%7[Cc])_(?<secret>[\w.-]{100,2000})(?![\w-])/dg,
  examples: [
    `.ROBLOSECURITY=${warning("|")}«{HEX:600}»;`,
    `noblox.setCookie("${warning("|")}«CAEaAhADIhsKBGR1aWQSE{base64url:600}»")`,
    `Cookie: .ROBLOSECURITY=${warning("%7C")}«{HEX:600}»`,
    `if (cookie.startsWith("${warning("|")}")) login(cookie);`,
    `${warning("|")}{HEX:20}`,
  ],
});

function warning(bar: string): string {
  return `_${bar}WARNING:-DO-NOT-SHARE-THIS.--Sharing-this-will-allow-someone-to-log-in-as-you-and-to-steal-your-ROBUX-and-items.${bar}_`;
}
