import { decoded, localName, xmlPieces } from "../xml.ts";

/** What an archive is that holds a document of an office program. */
export type OfficeKind = "docx" | "xlsx" | "pptx" | "office" | "OpenDocument";

/** Told by the names of its entries: ECMA-376 part 2, and OpenDocument 1.3 part 2. */
export function officeKind(names: readonly Buffer[]): OfficeKind | undefined {
  const known = new Set<string>();
  for (const name of names) known.add(name.toString("latin1"));
  if (known.has("content.xml") && known.has("mimetype")) return "OpenDocument";
  if (!known.has("[Content_Types].xml")) return undefined;
  if (known.has("word/document.xml")) return "docx";
  if (known.has("xl/workbook.xml")) return "xlsx";
  return known.has("ppt/presentation.xml") ? "pptx" : "office";
}

/** Whether an entry is one of the files of XML that say what the document shows. */
export function isOfficeText(path: string): boolean {
  return /\.(?:xml|rels|vml)$/i.test(path);
}

export function xmlOf(bytes: Buffer): string {
  return bytes.toString(isWide(bytes) ? "utf16le" : "utf8");
}

/** What a reader could see in one of the files of XML. */
export function officeText(
  kind: OfficeKind,
  path: string,
  xml: string,
): { readonly surface: string; readonly text: Buffer } {
  const what = parts.find(([pattern]) => pattern.test(path))?.[1] ?? "text";
  return { surface: `${kind} ${what}`, text: textOf(xml) };
}

const parts: readonly (readonly [RegExp, string])[] = [
  [/^docProps\/|^meta\.xml$|^customXml\//, "properties"],
  [/\/comments?\w{0,40}\.xml$|\/comments\/|^xl\/(?:persons|threadedComments)\//i, "comments"],
  [/notesSlides\//, "notes"],
  [/\.rels$/, "links"],
];

/** Elements between whose texts there is no border: runs of one paragraph, which end wherever a letter looks different. */
const runs = new Set(["t", "delText", "span", "a", "p", "h", "ruby-base", "Text"]);

/** Where a reader sees a border. */
const borders = new Set(
  "p,h,tc,tr,tbl,c,row,si,is,list-item,table-cell,table-row,drawing,pict,object,txbxContent,annotation,comment".split(
    ",",
  ),
);

/** White space in the midst of a paragraph. */
const spaces: ReadonlyMap<string, string> = new Map([
  ["s", " "],
  ["tab", "\t"],
  ["ptab", "\t"],
  ["br", "\n"],
  ["cr", "\n"],
  ["line-break", "\n"],
]);

/** The texts, runs of one paragraph joined, and behind them the values of all attributes, each once. */
function textOf(xml: string): Buffer {
  const texts: string[] = [];
  const attributes = new Set<string>();
  const path: string[] = [];
  let deeper = 0;
  for (const { kind, name, start, end } of xmlPieces(xml)) {
    if (kind === "open" || kind === "close") {
      const local = localName(name);
      if (borders.has(local)) texts.push("\n");
      else if (kind === "open") texts.push(spaces.get(local) ?? "");
      if (kind === "open" && path.length < deepest) path.push(local);
      else if (kind === "open") deeper++;
      else if (deeper > 0) deeper--;
      else path.pop();
    } else if (kind === "attribute") {
      if (!name.startsWith("xmlns")) attributes.add(xml.slice(start, end));
    } else {
      const isRun = kind === "text" && runs.has(path.at(-1) ?? "");
      const text = decoded(xml.slice(start, end));
      texts.push(isRun ? text : `\n${text}\n`);
    }
  }
  for (const value of attributes) texts.push("\n", decoded(value));
  return Buffer.from(texts.join(""));
}

const deepest = 1000;

function isWide(bytes: Buffer): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xfe;
}
