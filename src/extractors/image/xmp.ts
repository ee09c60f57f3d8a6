import { take } from "../inflate.ts";
import { decoded, xmlPieces } from "../xml.ts";
import { type Block, blockIn } from "../values.ts";
import type { Picture, Reader } from "./picture.ts";
import { addPosition } from "./position.ts";
import { addInner } from "./rest.ts";

/** What common programs write: XMP Specification Part 2, IPTC Photo Metadata, Exif for XMP. Any other name may be something that must not be shown. */
const properties = new Set(
  [
    "dc:contributor,dc:coverage,dc:creator,dc:description,dc:identifier,dc:language,dc:publisher,dc:relation,dc:rights,dc:source,dc:subject,dc:title,dc:type",
    "xmp:CreatorTool,xmp:Label,xmp:Nickname,xmp:BaseURL,xmp:Identifier,xmpRights:Owner,xmpRights:UsageTerms,xmpRights:WebStatement,xmpRights:Certificate",
    "xmpMM:DocumentID,xmpMM:InstanceID,xmpMM:OriginalDocumentID,xmpMM:ManagedFrom,xmpMM:ManageTo,xmpMM:ManageUI,stRef:filePath,stRef:documentID,stRef:instanceID,stRef:originalDocumentID",
    "stEvt:softwareAgent,stEvt:parameters,stEvt:instanceID,stEvt:changed,stEvt:action,photoshop:AuthorsPosition,photoshop:CaptionWriter,photoshop:City,photoshop:Country,photoshop:Credit",
    "photoshop:Headline,photoshop:History,photoshop:Instructions,photoshop:Source,photoshop:State,photoshop:TransmissionReference,photoshop:LayerName,photoshop:LayerText,photoshop:DocumentAncestors",
    "aux:SerialNumber,aux:Lens,aux:LensSerialNumber,aux:OwnerName,aux:Firmware,exifEX:CameraOwnerName,exifEX:BodySerialNumber,exifEX:LensSerialNumber,exifEX:LensModel,exifEX:Photographer",
    "exif:UserComment,exif:GPSProcessingMethod,exif:GPSAreaInformation,exif:ImageUniqueID,tiff:Artist,tiff:Copyright,tiff:ImageDescription,tiff:Make,tiff:Model,tiff:Software,tiff:HostComputer",
    "Iptc4xmpCore:Location,Iptc4xmpCore:CiAdrCity,Iptc4xmpCore:CiAdrCtry,Iptc4xmpCore:CiAdrExtadr,Iptc4xmpCore:CiAdrPcode,Iptc4xmpCore:CiAdrRegion,Iptc4xmpCore:CiEmailWork",
    "Iptc4xmpCore:CiTelWork,Iptc4xmpCore:CiUrlWork,Iptc4xmpCore:AltTextAccessibility,Iptc4xmpExt:PersonInImage,Iptc4xmpExt:Event,Iptc4xmpExt:City,Iptc4xmpExt:Sublocation",
    "mwg-rs:Name,MPReg:PersonDisplayName,digiKam:TagsList,digiKam:CaptionsAuthorNames,lr:hierarchicalSubject,MicrosoftPhoto:LastKeywordXMP,acdsee:author,acdsee:caption,acdsee:notes",
    "pdf:Author,pdf:Keywords,pdf:Producer,pdf:Title,pdfx:SourceModified,pdfx:Company,plus:ImageCreatorName,plus:LicensorName,plus:CopyrightOwnerName,crs:RawFileName,crs:CameraProfile,xapMM:DocumentID",
  ].flatMap((line) => line.split(",")),
);

const latitudeName = "exif:GPSLatitude";
const longitudeName = "exif:GPSLongitude";

/** Previews, in base64. */
const previews = new Set(["xmpGImg:image", "xapGImg:image", "GImage:Data", "Image:Data"]);

/** No property stands deeper. */
const deepest = 100;

/** The values of properties, each with the name of the property that it belongs to: ISO 16684-1. */
export const readXmp: Reader = (picture, block) => {
  const bytes = block.bytes.subarray(0, block.bytes.length);
  take(picture.room, bytes.length);
  const text = bytes.toString("latin1");
  const path: string[] = [];
  let deeper = 0; // elements that are too deep to be kept
  const angles = new Map<string, number>();
  for (const { kind, name, start, end } of xmlPieces(text)) {
    if (kind === "open") {
      if (path.length < deepest) path.push(name);
      else deeper++;
    } else if (kind === "close") {
      if (deeper > 0) deeper--;
      else path.pop();
    } else {
      const owner = kind === "attribute" ? name : propertyOf(path);
      addProperty(picture, block, owner, { bytes, start, end });
      if (owner === latitudeName || owner === longitudeName) angles.set(owner, angleOf(text.slice(start, end)));
    }
  }
  const [latitude, longitude] = [angles.get(latitudeName), angles.get(longitudeName)];
  if (latitude !== undefined && longitude !== undefined)
    addPosition(picture, "XMP GPS position", [latitude, longitude], block);
  return true;
};

/** What stands in a list belongs to the property that has the list. */
function propertyOf(path: readonly string[]): string {
  return path.findLast((name) => !name.startsWith("rdf:")) ?? "";
}

interface Value {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

function addProperty(picture: Picture, block: Block, name: string, { bytes, start, end }: Value): void {
  if (/^(?:xmlns|xml|rdf|x)(?::|$)/.test(name)) return;
  const written = bytes.toString("utf8", start, end);
  if (previews.has(name)) {
    const preview = Buffer.from(decoded(written), "base64");
    const inner = { bytes: preview, range: blockIn(block, bytes, { start, end }).range, isExact: false };
    addInner(picture, inner, "XMP thumbnail", { start: 0, end: preview.length });
    return;
  }
  const isKnown = properties.has(name);
  const surface = isKnown ? `XMP ${name}` : "XMP";
  if (isKnown && !written.includes("&")) picture.values.addBytes(surface, block, { start, end });
  else
    picture.values.addText(surface, isKnown ? decoded(written) : `${name}: ${decoded(written)}`, block, { start, end });
}

/** `52,30.5N`, or with seconds `52,30,30N`; a few write plain degrees. */
function angleOf(text: string): number {
  const [, degrees, minutes = "0", seconds = "0", side = ""] =
    /^(-?\d{1,3}(?:\.\d{1,12})?)(?:,(\d{1,2}(?:\.\d{1,12})?))?(?:,(\d{1,2}(?:\.\d{1,12})?))?([NSEW]?)$/i.exec(
      text.trim(),
    ) ?? [];
  if (degrees === undefined) return Number.NaN;
  const sum = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
  return /[SW]/i.test(side) ? -sum : sum;
}
