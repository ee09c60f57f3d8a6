import type { Match } from "../../model/match.ts";
import type { Window } from "../../model/window.ts";
import type { Detector } from "../detector.ts";
import { longestArmor, readArmor, type Armor } from "./armor.ts";

const remedy =
  "Take the key out of use where its public half is trusted (authorized_keys, certificates, token verifiers), make a new pair, and read the private half from a secret store.";

/**
 * Private keys between BEGIN and END: PKCS#1, SEC 1 and PKCS#8 (RFC 7468), OpenSSH's, ssh.com's, OpenPGP's (RFC 9580),
 * cosign's. The body is decoded and must begin as such a key does; a key whose end is missing is one nevertheless. A body that
 * does not read, or that is shorter than it says, may have been made up: it only warns. Keys that libraries publish for their
 * tests are keys.
 */
export const privateKey: Detector = {
  id: "secret/private-key",
  summary: "Private key",
  remedy,
  isFramed: true,
  trigger: { literals: ["PRIVATE KEY", "SECRET KEY"] },
  reach: { before: 128, after: longestArmor },

  *detect(window) {
    for (const beginning of window.matchAll(beginMark)) yield* keyBehind(window, beginning);
  },

  examples: [
    `«${begin("")}\nMC4CAQAwBQYDK2VwBCIEI{base64:43}\n${end("")}»`,
    `«${begin("EC ")}\nMHcCAQEEI{base64:55}\n{base64:64}\n{base64:34}==\n${end("EC ")}»`,
    `key: |\n  «${begin("RSA ")}\n  MIICXAIBAAKBgQ{base64:50}\n${"  {base64:64}\n".repeat(11)}  {base64:43}=\n  ${end("RSA ")}»\n`,
    `{"private_key": "«${begin("")}\\nMC4CAQAwBQYDK2VwBCIEI{base64:43}\\n${end("")}»\\n"}`,
    `"{\\"private_key\\": \\"«${begin("")}\\\\nMC4CAQAwBQYDK2VwBCIEI{base64:43}\\\\n${end("")}»\\\\n\\"}"`,
    `const key = "«${begin("EC ")}\\n" +\n  "MHcCAQEEI{base64:55}\\n" +\n  "{base64:64}\\n" +\n  "{base64:34}==\\n" +\n  "${end("EC ")}»";`,
    `KEY="«${begin("EC ")} MHcCAQEEI{base64:55} {base64:64} {base64:34}== ${end("EC ")}»"`,
    `+«${begin("EC ")}\n+MHcCAQEEI{base64:55}\n+{base64:64}\n+{base64:34}==\n+${end("EC ")}»`,
    `{ "lines": ["«${begin("EC ")}", "MHcCAQEEI{base64:55}", "{base64:64}", "{base64:34}==", "${end("EC ")}»"] }`,
    `«${begin("RSA ")}\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,{HEX:32}\n\n{base64:64}\n{base64:64}\n${end("RSA ")}»`,
    `«${begin("OPENSSH ")}\nb3BlbnNzaC1rZXktdjEA{base64:50}\n{base64:70}\n{base64:70}\n${end("OPENSSH ")}»`,
    `«${spaced(begin("SSH2 ENCRYPTED "))}\nComment: "acme"\nP2/56wAA{base64:62}\n{base64:70}\n${spaced(end("SSH2 ENCRYPTED "))}»`,
    `«${begin("PGP ", " BLOCK")}\nVersion: GnuPG v2\n\nlQOYB{base64:59}\n{base64:64}\n{base64:30}\n={base64:4}\n${end("PGP ", " BLOCK")}»`,
    `the end is missing: «${begin("RSA ")}\nMIIEpAIBAAKCAQEA{base64:48}\n{base64:64}\n{base64:64}»`,
    `made up: ${begin("")}\\n...\\n${end("")}, ${begin("RSA ")}\nyour key here\n${end("RSA ")}`,
    `${begin("")}\n{base64:32}\n${end("")}`,
    `cut short for a manual: ${begin("RSA ")}\nMIIEpAIBAAKCAQEA{base64:48}\n...\n${end("RSA ")}`,
    `one line and no key: ${begin("RSA ")}\nMIIEpAIBAAKCAQEA{base64:48}`,
    `-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA{base64:43}=\n-----END PUBLIC KEY-----`,
  ],
};

/** Built here, because some scanners stop at the mark alone. */
function begin(kind: string, block = ""): string {
  return `-----BEGIN ${kind}PRIVATE KEY${block}-----`;
}

function end(kind: string, block = ""): string {
  return `-----END ${kind}PRIVATE KEY${block}-----`;
}

/** As ssh.com writes it: four dashes and a space. */
function spaced(mark: string): string {
  return mark.replace("-----", "---- ").replace("-----", " ----");
}

const beginMark = /-{4,5} ?BEGIN (?:[A-Z0-9]{1,20} ){0,4}(?:PRIVATE|SECRET) KEY(?: BLOCK)? ?-{4,5}/g;
const nextMark = /-{4,5} ?(?<kind>BEGIN|END) [A-Z0-9 ]{1,80}-{4,5}/g;

function* keyBehind({ text }: Window, beginning: RegExpExecArray): Generator<Match> {
  const start = beginning.index + beginning[0].length;
  nextMark.lastIndex = start;
  const mark = nextMark.exec(text);
  const body = text.slice(start, mark?.index ?? start + longestArmor);
  const ending = mark?.groups?.["kind"] === "END" ? mark : null;
  const before = text.charAt(beginning.index - 1);
  const sign = before === "+" || before === "-" ? before : "";
  const armor = readArmor(body, ending !== null, sign);
  const range = {
    start: beginning.index,
    end: ending === null ? start + armor.end : ending.index + ending[0].length,
  };
  const isEncrypted = body.slice(0, 200).includes("4,ENCRYPTED");
  const confidence = confidenceOf(armor, ending !== null, isEncrypted);
  yield confidence === 0 ? { range, placeholder: true } : { range, confidence };
}

function confidenceOf({ bytes, broken }: Armor, hasEnd: boolean, isEncrypted: boolean): number {
  if (!isVaried(bytes)) return 0;
  if (isEncrypted) return 1;
  const length = keyLength(bytes);
  const isLong = bytes.length >= 100;
  if (length === undefined) return isLong && !broken ? 0.6 : 0;
  // A few characters that were lost or changed do not save a key.
  if (bytes.length >= length * 0.9 && bytes.length < length + 64) return 1;
  if (broken || !isLong) return 0;
  return hasEnd ? 0.6 : 1;
}

/** How many bytes at least the key has that begins here; undefined where no key begins so. */
export function keyLength(bytes: Buffer): number | undefined {
  const first = bytes[0] ?? 0;
  if (first === 0x30) return derLength(bytes);
  if (bytes.toString("latin1", 0, 15) === "openssh-key-v1\0") return Math.max(100, bytes.length);
  // ssh.com's magic number; OpenPGP's secret key packet in its old and its new form; cosign's JSON.
  const isOther = bytes.readUInt32BE(0) === 0x3f6ff9eb || (first & 0xfc) === 0x94 || first === 0xc5 || first === 0x7b;
  return isOther ? Math.max(100, bytes.length) : undefined;
}

/** An ASN.1 SEQUENCE that begins with a version, 0 or 1, or with the SEQUENCE and the OID of the algorithm that encrypts the key. */
function derLength(bytes: Buffer): number | undefined {
  const short = bytes[1] ?? 0;
  const digits = short < 0x80 ? 0 : short - 0x80;
  if (digits > 2) return undefined;
  const start = 2 + digits;
  const [type, size, value = 2] = bytes.subarray(start);
  const isKey = (type === 0x02 && size === 1 && value <= 1) || (type === 0x30 && value === 0x06);
  if (!isKey) return undefined;
  return start + (digits === 0 ? short : bytes.readUIntBE(2, digits));
}

/** Thirty-two bytes or more that do not repeat themselves. Of the 242 of an Ed25519 key of OpenSSH, which has its public half twice, 75 to 92 differ. */
export function isVaried(bytes: Buffer): boolean {
  return bytes.length >= 32 && new Set(bytes).size * 3 >= Math.min(bytes.length, 200);
}
