import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { isPlaceholder } from "./placeholder.ts";
import { isRow } from "./random.ts";

/**
 * What opens an encrypted disk, or a SIM card that is locked: BitLocker's eight groups of six figures, each of which is eleven times a number of 16 bits, FileVault's six groups
 * of four letters and figures, and a PUK.
 * https://learn.microsoft.com/windows/security/operating-system-security/data-protection/bitlocker/recovery-process
 * https://support.apple.com/guide/deployment/dep0a2cb7686/web
 */
export const recoveryKey: Detector = {
  id: "secret/recovery-key",
  summary: "Recovery key of a disk or a SIM card",
  remedy:
    "Have another one made (`manage-bde -protectors`, `fdesetup changerecovery`), and keep it where only its owner can read it.",
  trigger: [
    {
      literals: [
        "bitlocker",
        "recovery key",
        "recoverykey",
        "recovery password",
        "recoverypassword",
        "numerical password",
        "wiederherstellungsschl",
      ],
      anyCase: true,
      behind: { run: "number", least: 55, within: 200 },
    },
    {
      literals: ["filevault", "recovery key", "recoverykey", "recovery_key", "wiederherstellungsschl"],
      anyCase: true,
      behind: { run: "token", least: 29, within: 96 },
    },
    { literals: ["PUK"], behind: { run: "number", least: 8, within: 24 } },
  ],
  reach: { before: 8, after: 280 },

  *detect(window) {
    for (const match of window.matchAll(bitLocker)) {
      if (isBitLocker(match.groups?.["secret"] ?? "")) yield { range: rangeOf(match, "secret") };
    }
    for (const match of window.matchAll(fileVault)) {
      const { secret = "" } = match.groups ?? {};
      if (/^(?=.*\d)(?=.*[A-Z])[A-Z\d-]+$/.test(secret) && !isPlaceholder(secret))
        yield { range: rangeOf(match, "secret"), confidence: 0.9 };
    }
    for (const match of window.matchAll(puk)) {
      const { secret = "" } = match.groups ?? {};
      if (!isRow(secret) && !isPlaceholder(secret) && !/^(?:19|20)\d{6}$/.test(secret))
        yield { range: rangeOf(match, "secret"), confidence: 0.8 };
    }
  },

  examples: [
    "The FileVault recovery key is «{LOWER36:3}7-{upper:4}-{LOWER36:4}-{LOWER36:4}-{LOWER36:4}-{LOWER36:4}».",
    "PUK: «48{digits:4}31», PUK code is «93{digits:4}70»",
    "no group is eleven times another number: BitLocker recovery key: 48{digits:3}1-100001-100003-100004-100005-100006-100007-100008",
    "FileVault recovery key: XXXX-XXXX-XXXX-XXXX-XXXX-XXXX, recovery key {LOWER36:4}-{LOWER36:4}-{LOWER36:4}-{LOWER36:4}-{LOWER36:4}",
    "PUK: 12345678, PUK 20260101, PUK: {digits:9}, the PUK has 8 digits",
  ],
};

const bitLocker = /(?<![\w-])(?<secret>\d{6}(?:-\d{6}){7})(?![\w-])/dg;
const fileVault =
  /(?:filevault|recovery[ _]?key|wiederherstellungsschl)[^\n]{0,63}?[^\w\n-](?<secret>[A-Z\d]{4}(?:-[A-Z\d]{4}){5})(?![\w-])/dgi;
const puk =
  /(?<!\w)PUK[12]?(?:[ -]code)?(?:\s{0,2}[:=]|\s{1,2}(?:is|ist|est|es|è|to))\s{1,4}(?<secret>\d{8})(?!\d|[.,-]\d)/dg;

function isBitLocker(key: string): boolean {
  const groups = key.split("-").map(Number);
  return new Set(groups).size > 4 && groups.every((group) => group % 11 === 0 && group < 11 * 0x10000);
}
