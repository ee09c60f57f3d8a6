import { nameKindOf, type NameKind } from "./field-names.ts";

/** What a tag may hold behind its name. */
const attributed = String.raw`(?:\s[^<>]{0,120})?`;

/** What stands between the name of a field, or a tag, and the value. */
const frame = String.raw`(?:</?[A-Za-z][\w:.-]{0,40}${attributed}>|\\{1,4}(?=["'])|[\s"'${"`"}*_([]){0,12}`;

/** The name of a field, or an element of XML, and what stands between it and the value, in Latin-1. */
const labels = (() => {
  const element = String.raw`<(?:[\w-]{1,20}:)?(?<element>[A-Za-z][\w.-]{0,40})${attributed}>`;
  const name = String.raw`(?<name>[A-Za-z\x80-\xff][\w\x80-\xff.' -]{0,40})`;
  const sign = String.raw`[\\"'${"`"}*_\])]{0,8}[ \t]{0,4}(?::[:=]?|=>?|\||\t)|[ \t]{0,4}(?=</)`;
  return new RegExp(`(?:${element}|${name}(?:${sign}))(?=(?<frame>${frame}))`, "g");
})();

/** The name of a field that holds one of a person's names. */
export interface Label {
  readonly kind: NameKind;
  readonly start: number;
  /** Where its value begins. */
  readonly end: number;
  /** What stands right before that, of what ends the value. */
  readonly before: string;
}

/** @param text in Latin-1 */
export function* labelsIn(text: string): Generator<Label> {
  yield* labelsInTags(text);
  for (const { 0: written, index, groups = {} } of text.matchAll(labels)) {
    const kind = kindOf(groups["element"] ?? groups["name"] ?? "");
    if (kind === undefined) continue;
    const before = written + (groups["frame"] ?? "");
    yield { kind, start: index, end: index + before.length, before };
  }
}

/** A tag with attributes, and each of these. */
const tags = /<[A-Za-z][\w:.-]{0,40}(\s[^<>]{1,400})>/g;
const behindTag = new RegExp(frame, "y");
const attributes = /\s([\w:.@-]{1,60})\s?=\s?(?:"([^"]{0,200})"|'([^']{0,200})')/g;

/** What names a field of a form, of schema.org, of Open Graph and of a card, and what holds its value where the element has no text. */
const naming = /^(?:name|property|itemprop|autocomplete|id|class)$/i;
const holding = /^(?:content|value|defaultvalue)$/i;
/** By these classes pages call the ends of lists. */
const ofLists = /^(?:first|last)$/i;

/**
 * Attributes that are names of fields, `<person first="…" last="…">`, and tags that tell in one of which field their value or their text is:
 * `<input name="firstName" value="…">`, `<meta property="profile:last_name" content="…">`, `<b class="p-given-name">`, `itemprop="familyName"`.
 */
function* labelsInTags(text: string): Generator<Label> {
  for (const { 0: tag, 1: written = "", index: start } of text.matchAll(tags)) {
    const from = start + tag.length - 1 - written.length;
    let own: NameKind | undefined;
    behindTag.lastIndex = start + tag.length;
    let before = tag + (behindTag.exec(text)?.[0] ?? "");
    let end = start + before.length;
    for (const attribute of written.matchAll(attributes)) {
      const [whole, name = "", double, single = ""] = attribute;
      const value = double ?? single;
      const sign = whole.slice(0, -1 - value.length);
      const at = from + attribute.index;
      const kind = kindOf(name);
      if (kind !== undefined) yield { kind, start: at, end: at + sign.length, before: sign };
      if (naming.test(name)) own ??= kindAmong(value, name);
      if (holding.test(name)) [end, before] = [at + sign.length, sign];
    }
    if (own !== undefined) yield { kind: own, start, end, before };
  }
}

function kindAmong(value: string, name: string): NameKind | undefined {
  if (!/^(?:class|id)$/i.test(name)) return kindOf(value);
  return value
    .split(/\s+/)
    .filter((one) => !ofLists.test(one))
    .map(kindOf)
    .find((kind) => kind !== undefined);
}

function kindOf(field: string): NameKind | undefined {
  return nameKindOf(Buffer.from(field, "latin1").toString());
}
