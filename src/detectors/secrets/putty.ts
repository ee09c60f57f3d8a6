import type { Detector } from "../detector.ts";
import { readArmor } from "./armor.ts";

/**
 * PuTTY's private keys, versions 1 to 3: lines of `Name: value`, the public half, and the private half behind `Private-Lines`.
 * https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html
 */
export const puttyKey: Detector = {
  id: "secret/putty-private-key",
  summary: "PuTTY private key",
  remedy: "Remove its public half from every authorized_keys file, and make a new pair with puttygen.",
  trigger: { literals: ["PuTTY-User-Key-File-"] },
  reach: { before: 64, after: 20_000 },

  *detect(window) {
    for (const file of window.matchAll(/PuTTY-User-Key-File-\d: /g)) {
      const half = window.text.indexOf("Private-Lines:", file.index);
      if (half === -1) continue;
      const start = half + (/^Private-Lines: ?\d{1,4}/.exec(window.text.slice(half, half + 24))?.[0].length ?? 0);
      const mac = window.text.slice(start).search(/Private-MAC:/);
      const { bytes, end } = readArmor(window.text, start, mac === -1 ? undefined : start + mac);
      if (bytes.length >= 32) yield { range: { start: file.index, end } };
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
