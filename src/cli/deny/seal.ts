import { readIdentities } from "../../denylist/identity.ts";
import type { StorePlace } from "../../denylist/open.ts";
import { openMode, secretMode, writePrivateFile } from "../../denylist/private-file.ts";
import { newIdentity, recipientOf, recipientsIn, seal, withRecipients } from "../../denylist/sealed.ts";
import { printTerms } from "../../denylist/terms-file.ts";
import { GateError } from "../../model/error.ts";
import { count } from "../../reporters/summary.ts";
import type { DenyFlags } from "./flags.ts";
import { identityPlaces, placeOf } from "../../lists/deny-list.ts";
import { sealedName } from "../../lists/lists.ts";
import { textOf } from "../flags.ts";
import { say } from "./say.ts";
import { findLists, type Lists, numbered, type OpenList, readList, readLists } from "./lists.ts";

/**
 * `outgate deny seal`: encrypts the list with age to its recipients and to you, so that it can be committed. Without `--to` it is sealed
 * to the recipients that it had.
 */
export async function sealList(flags: DenyFlags): Promise<number> {
  const lists = findLists(flags);
  const opened = await readLists(lists, ({ path }) => path.endsWith(".age"));
  const plain = opened.filter(({ kind }) => kind === "plain");
  // What was sealed before is the same list, older or to others.
  const sources = plain.length > 0 ? plain : opened;
  const text = sources.map(({ file }) => printTerms(file)).join("");
  const terms = sources.flatMap(numbered).length;
  if (terms === 0)
    throw new GateError("the deny list holds no term, so nothing was sealed", "`outgate deny add` takes terms.");
  const target = sealedPlace(lists, flags, opened);
  const given = [flags.to ?? []].flat().map(String);
  const before = given.length > 0 ? [] : await recipientsBefore(target, lists);
  const own = await ownIdentity();
  const recipients = [...new Set([...given, ...before, own.recipient])];
  const contents = await seal(withRecipients(text, recipients), recipients);
  if (own.fresh !== undefined) await keepIdentity(own.fresh, own.recipient);
  writePrivateFile(target.path, contents, { mode: openMode });
  await say(
    `${count(terms, "term")} sealed to ${count(recipients.length, "recipient")} in ${target.name}; it can be committed.\n`,
  );
  for (const { place } of plain)
    await say(`${place.name} is still there as plain text: delete it, or keep it out of git.\n`);
  return 0;
}

/** @throws {GateError} if the list that would be replaced cannot be opened: whom it is sealed to would be forgotten. */
async function recipientsBefore(target: StorePlace, lists: Lists): Promise<readonly string[]> {
  const before = await readList(target, lists);
  return before === undefined ? [] : recipientsIn(printTerms(before.file));
}

function sealedPlace({ places }: Lists, flags: DenyFlags, opened: readonly OpenList[]): StorePlace {
  const output = textOf("--output", flags.output);
  if (output !== undefined) return placeOf(output, process.cwd(), places);
  const configured = places.config?.stores?.find((store) => store.endsWith(".age"));
  if (configured !== undefined) return placeOf(configured, places.folder, places);
  const sealed = opened.find(({ kind }) => kind === "sealed");
  if (sealed !== undefined) return sealed.place;
  if (places.top !== undefined) return placeOf(sealedName, places.top, places);
  throw new GateError("here is no repository to put a sealed list into", "Name its file: `--output FILE.age`.");
}

interface OwnIdentity {
  readonly recipient: string;
  /** The identity, where it was made now and is kept nowhere yet. */
  readonly fresh?: string;
}

/** Whoever seals a list can open it: by an identity that is there, or a new one. */
async function ownIdentity(): Promise<OwnIdentity> {
  const [own] = readIdentities(identityPlaces());
  if (own !== undefined) return { recipient: await recipientOf(own) };
  const { identity, recipient } = await newIdentity();
  return { recipient, fresh: identity };
}

async function keepIdentity(identity: string, recipient: string): Promise<void> {
  const { file } = identityPlaces();
  writePrivateFile(file, `# public key: ${recipient}\n${identity}\n`, { mode: secretMode, isNew: true });
  await say(`An age identity was made in ${file}: keep a copy of it. Its recipient is ${recipient}\n`);
}
