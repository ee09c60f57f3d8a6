import { placesIn } from "./extractors/formats.ts";
import { fingerprinter } from "./findings/fingerprint.ts";
import { maskOf } from "./findings/mask.ts";
import { displayName, escapeControls } from "./findings/name.ts";
import { type Place, placer } from "./findings/place.ts";
import { classOf } from "./model/class.ts";
import { isOfTerms } from "./model/denied-rule.ts";
import type { Document } from "./model/document.ts";
import type { Finding } from "./model/finding.ts";
import { type Range, united } from "./model/range.ts";
import type { Share } from "./model/shard.ts";
import type { Policy } from "./policy/policy.ts";
import type { Found } from "./search/run.ts";
import type { Place as ReaderPlace } from "./extractors/format.ts";

export interface Described {
  readonly found: Found;
  readonly finding: Finding;
}

/** How findings are told. */
interface Judging {
  readonly policy: Policy;
  /** Whether a denied term is shown to whoever sits at the terminal. */
  readonly reveals?: boolean;
}

/** Everything about a finding but the text: where it stands, which rule, what happens, and what its shape was. */
export function describe(
  document: Document,
  name: string,
  kept: readonly Found[],
  { policy, reveals = false }: Judging,
  places: Places = noPlaces,
): Described[] {
  const inContents = kept.filter(({ part }) => part === "contents");
  const placeInContents = placer(document.bytes);
  const fingerprint = fingerprinter(name, document.bytes, united(inContents.map(({ range }) => range)));
  return kept.map((found) => {
    const { part, range, detector, match, surface, text, isBinary = false } = found;
    const confidence = match.confidence ?? 1;
    const finding: Finding = {
      ruleId: detector.id,
      class: classOf(detector.id),
      severity: detector.severity ?? "error",
      confidence,
      action: policy(detector.id, confidence),
      document: name,
      ...(document.commit !== undefined && { commit: document.commit }),
      ...placeIn(surface, places.get(found)),
      ...(part === "name" ? wholeDocument : isBinary ? placeOfByte(range) : placeInContents(range)),
      message: match.variant === undefined ? detector.summary : `${detector.summary}: ${match.variant}`,
      remedy: detector.remedy,
      mask:
        reveals && isOfTerms(detector.id)
          ? shown(text)
          : maskOf(text.toString("utf8"), classOf(detector.id), detector.prefixes),
      fingerprint: fingerprint(detector.id, part === "name" ? null : range),
      ...orderOf(document),
    };
    return { found, finding };
  });
}

/** In quotation marks, without what a terminal would obey, and no longer than a line or two. */
function shown(text: Buffer): string {
  return `“${escapeControls(text.toString("utf8").slice(0, 160))}”`;
}

/** Where a reader of the document's format meets what was found in its contents, as far as the format tells. */
export async function placesOf(document: Document, kept: readonly Found[]): Promise<Places> {
  const inContents = kept.filter(({ part }) => part === "contents");
  if (inContents.length === 0) return noPlaces;
  const ranges = inContents.map(({ range }) => range);
  const places =
    (await document.places?.(document.bytes, ranges)) ?? (await placesIn(document.name, document.bytes, ranges));
  const purpose = await purposeOf(document);
  return new Map(inContents.map((found, index) => [found, withPurpose(places[index], purpose)]));
}

/** What a site has the document for, where that is more than to be looked at. */
async function purposeOf({ name, nameLeaves, isText, bytes }: Document): Promise<string | undefined> {
  if (!nameLeaves || isText === true || !mayHavePurpose.test(name.toString("latin1"))) return undefined;
  return (await import("./extractors/purposes.ts")).purposeOf(name, bytes);
}

/** Most files are sources, and then nothing is loaded to tell. */
const mayHavePurpose =
  /\.(?:json|xml|rss|atom|rdf|webmanifest|txt|m?js)(?:\.gz)?$|(?:^|\/)(?:CNAME|_headers|_redirects)$/i;

function withPurpose(place: ReaderPlace | undefined, purpose: string | undefined): ReaderPlace | undefined {
  if (purpose === undefined) return place;
  return place === undefined ? { surface: purpose } : { ...place, surface: `${place.surface} in ${purpose}` };
}

type Places = ReadonlyMap<Found, ReaderPlace | undefined>;

const noPlaces: Places = new Map();

/** What was found in the bytes as they stand is found where they are: "base64 in text" is "base64 in attribute src". */
function placeIn(surface: string, place: ReaderPlace | undefined): Pick<Finding, "surface" | "element" | "visible"> {
  if (place === undefined) return { surface };
  const { element, isVisible } = place;
  return {
    surface: surface.replace(/(?<=^| in )text$/, place.surface),
    ...(element !== undefined && { element }),
    ...(isVisible !== undefined && { visible: isVisible }),
  };
}

/** A shard's report keeps the places of documents, so that those of all shards can be put in order. */
export function orderOf({ order }: Share): Share {
  return order === undefined ? {} : { order };
}

/** Where a finding in the name is shown. */
const wholeDocument = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** What has no lines is one, and its columns are bytes. */
function placeOfByte({ start, end }: Range): Place {
  return { line: 1, column: start + 1, endLine: 1, endColumn: end + 1 };
}

/** The name of a document, with what was found in it masked. */
export function displayed({ name }: Pick<Document, "name">, found: readonly Found[]): string {
  return displayName(name, namesHidden(found));
}

/** What is shown of an artifact's name must tell which file it is: that it has this name is all that was found. */
function namesHidden(found: readonly Found[]): Parameters<typeof displayName>[1] {
  return found
    .map(({ part, range, detector }) => ({ part, range, class: classOf(detector.id) }))
    .filter((hidden) => hidden.part === "name" && hidden.class !== "artifact");
}
