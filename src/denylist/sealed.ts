import { GateError } from "../model/error.ts";

/** Begins a list that age has encrypted: https://age-encryption.org/v1 */
const binaryStart = "age-encryption.org/";
const armoredStart = "-----BEGIN AGE ENCRYPTED FILE-----";

/** Whether a file begins as one that age has encrypted, binary or armored. */
export function isSealed(bytes: Buffer): boolean {
  const start = bytes.toString("latin1", 0, 64).trimStart();
  return start.startsWith(binaryStart) || start.startsWith(armoredStart);
}

/**
 * Encrypts a list to its recipients, armored, so that git and people see text.
 * @param recipients `age1…`, also of age's plug-in for post-quantum keys `age1pq1…`.
 * @throws {GateError} if one of them is none.
 */
export async function seal(list: string, recipients: readonly string[]): Promise<string> {
  const { armor, Encrypter } = await import("age-encryption");
  const encrypter = new Encrypter();
  for (const [index, recipient] of recipients.entries()) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      throw new GateError(
        `recipient ${index + 1} is no recipient of age`,
        "A recipient begins with age1; `age-keygen -y` tells that of an identity. Nothing was written.",
      );
    }
  }
  return armor.encode(await encrypter.encrypt(list));
}

/**
 * Decrypts a sealed list.
 * @param identities `AGE-SECRET-KEY-1…`
 * @throws {GateError} if it is cut off or damaged, or sealed to others.
 */
export async function unseal(bytes: Buffer, name: string, identities: readonly string[]): Promise<Buffer> {
  const { armor, Decrypter } = await import("age-encryption");
  const decrypter = new Decrypter();
  try {
    for (const identity of identities) decrypter.addIdentity(identity);
  } catch {
    throw damagedIdentity();
  }
  try {
    const isBinary = bytes.toString("latin1", 0, binaryStart.length) === binaryStart;
    const file = isBinary ? bytes : armor.decode(bytes.toString("utf8"));
    return Buffer.from(await decrypter.decrypt(file));
  } catch (error) {
    // What the package says of a header without a stanza for any of the identities.
    if (error instanceof Error && error.message.includes("no identity matched"))
      throw new GateError(
        `the sealed deny list ${name} cannot be opened with this identity`,
        "Give the identity of one of its recipients, or let one of them seal it to yours: `outgate deny seal --to age1…`.",
      );
    throw new GateError(
      `the sealed deny list ${name} is cut off or damaged`,
      "Restore it from git, or seal the list again: `outgate deny seal`.",
    );
  }
}

/** A recipient stands in the list itself, so that a changed list can be sealed to the same ones again. */
const recipientLine = /^# recipient: (age1[0-9a-z]+)[ \t]*$/gm;

export function recipientsIn(list: string): string[] {
  return [...list.matchAll(recipientLine)].flatMap(([, recipient]) => recipient ?? []);
}

export function withRecipients(list: string, recipients: readonly string[]): string {
  const rest = list.replaceAll(/^# recipient: age1[0-9a-z]+[ \t]*(?:\r?\n|$)/gm, "");
  return recipients.map((recipient) => `# recipient: ${recipient}\n`).join("") + rest;
}

/** A new identity of age, and the recipient that belongs to it. */
export async function newIdentity(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const { generateX25519Identity } = await import("age-encryption");
  const identity = await generateX25519Identity();
  return { identity, recipient: await recipientOf(identity) };
}

/** @throws {GateError} if it is no identity. */
export async function recipientOf(identity: string): Promise<string> {
  const { identityToRecipient } = await import("age-encryption");
  try {
    return await identityToRecipient(identity);
  } catch {
    throw damagedIdentity();
  }
}

function damagedIdentity(): GateError {
  return new GateError("an age identity is damaged", "Restore it: it is a line as `age-keygen` wrote it.");
}
