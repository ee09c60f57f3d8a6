import type { Detector } from "../detector.ts";
import { longestArmor, readArmor } from "./armor.ts";

/**
 * PuTTY's private keys, versions 1 to 3: lines of `Name: value`, the public half, and the private half behind `Private-Lines`.
 * https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html
 */
export const puttyKey: Detector = {
  id: "secret/putty-private-key",
  summary: "PuTTY private key",
  remedy: "Remove its public half from every authorized_keys file, and make a new pair with puttygen.",
  isFramed: true,
  trigger: { literals: ["PuTTY-User-Key-File-"] },
  reach: { before: 64, after: longestArmor },

  *detect(window) {
    for (const { index } of window.matchAll(/PuTTY-User-Key-File-\d: /g)) {
      const next = window.text.indexOf("PuTTY-User-Key-File-", index + 1);
      const file = window.text.slice(index, next === -1 ? undefined : next).slice(0, longestArmor);
      const half = /Private-Lines: ?\d{1,4}/.exec(file);
      if (half === null) continue;
      const start = half.index + half[0].length;
      const mac = file.indexOf("Private-MAC:", start);
      const { bytes, end } = readArmor(file.slice(start, mac === -1 ? undefined : mac), mac !== -1);
      if (bytes.length >= 32) yield { range: { start: index, end: index + start + end } };
    }
  },

  examples: [
    puttyFile("{base64:64}\n{base64:64}\n{base64:43}=»\nPrivate-MAC: {hex:64}\n"),
    puttyFile("{base64:64}\n{base64:64}\n{base64:43}=»\nPrivate-MAC: {hex:64}\n").replaceAll("\n", "\\r\\n"),
    puttyFile("{base64:64}\n{base64:64}\n{base64:43}=»"),
    puttyFile("...\nPrivate-MAC: ...\n").replace("«", ""),
    "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: acme\nPublic-Lines: 2\n{base64:64}\n{base64:4}\n",
  ],
};

function puttyFile(privateHalf: string): string {
  return `«PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nComment: acme\nPublic-Lines: 1\n{base64:64}\nPrivate-Lines: 3\n${privateHalf}`;
}
