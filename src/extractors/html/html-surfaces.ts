import type { DefaultTreeAdapterTypes } from "parse5";

import type { Place } from "../format.ts";
import type { Shown } from "../shown.ts";
import { type Element, parentOf, selectorOf } from "./selector.ts";

/** What a reader calls the place, the element, and whether a visitor sees it without looking for it. @param at where, in bytes */
export function placeOf(node: DefaultTreeAdapterTypes.Node, at: number, shown: Shown): Place {
  if (node.nodeName === "#documentType") return { surface: "doctype", isVisible: false };
  const element = "tagName" in node ? node : "parentNode" in node ? parentOf(node) : undefined;
  const where = element && { element: selectorOf(element, shown) };
  if ("tagName" in node) return { ...ofTag(node, at, shown), ...where };
  if (node.nodeName === "#comment") return { surface: "comment", ...where, isVisible: false };
  return {
    ...(element ? ofText(element, "value" in node ? node.value : "") : { surface: "visible text", isVisible: true }),
    ...where,
  };
}

type Surface = Pick<Place, "surface" | "isVisible">;

function ofText(element: Element, text: string): Surface {
  const { tagName } = element;
  if (tagName === "script") return { surface: scriptSurface(element, text), isVisible: false };
  if (tagName === "style") return { surface: "inline style", isVisible: false };
  const isVisible = !isHidden(element);
  const isSvg = element.namespaceURI.endsWith("/svg");
  if (isSvg && isIn(element, "metadata")) return { surface: "SVG metadata", isVisible: false };
  if (isSvg) return { surface: "SVG text", isVisible: isVisible && !/^(?:title|desc)$/.test(tagName) };
  if (tagName === "title") return { surface: "page title", isVisible };
  if (tagName === "textarea") return { surface: "form default", isVisible };
  return { surface: isVisible ? "visible text" : "hidden text", isVisible };
}

/** What frameworks call the state that they put into a page. */
const state =
  /__(?:NEXT_DATA__|next_f|NUXT__|NUXT_DATA__|INITIAL_STATE__|PRELOADED_STATE__|APOLLO_STATE__|remixContext|sveltekit)/;

function scriptSurface(element: Element, text: string): string {
  const type = valueOf(element, "type") ?? "";
  if (/ld\+json/i.test(type)) return "JSON-LD";
  if (state.test(valueOf(element, "id") ?? "") || state.test(text.slice(0, 200))) return "embedded state";
  return /json/i.test(type) ? "embedded data" : "inline script";
}

function ofTag(element: Element, at: number, shown: Shown): Surface {
  const attributes = Object.entries(element.sourceCodeLocation?.attrs ?? {});
  const found = attributes.find(([, { startOffset, endOffset }]) => startOffset <= at && at < endOffset);
  if (found === undefined) return { surface: "tag", isVisible: false };
  const [name, { startOffset }] = found;
  if (at < startOffset + name.length) return { surface: "attribute name", isVisible: false };
  return ofAttribute(element, name, startOffset, shown);
}

function ofAttribute(element: Element, name: string, start: number, shown: Shown): Surface {
  const { tagName } = element;
  const type = valueOf(element, "type")?.toLowerCase();
  if (tagName === "meta" && name === "content") return { surface: metaSurface(element, shown), isVisible: false };
  if (name === "value" && /^(?:input|button|option|select)$/.test(tagName))
    return { surface: "form default", isVisible: tagName === "input" && type !== "hidden" && !isHidden(element) };
  const isVisible = (name === "placeholder" || name === "label") && !isHidden(element);
  const isShown = isName(name) && shown({ start, end: start + name.length });
  return { surface: isShown ? `attribute ${name}` : "attribute", isVisible };
}

/** What a page says of itself under these names is known by them. Most of them can go on as the page likes. */
const known =
  /^(?:(?:og|twitter|article|book|profile|music|video|fb|dc|dcterms|citation):?[\w:.-]{0,30}|description|author|keywords|generator|robots|viewport|copyright|application-name|theme-color|refresh|msapplication-\w{1,20})$/i;

function metaSurface(element: Element, shown: Shown): string {
  const key = ["name", "property", "http-equiv", "itemprop"].find((one) => valueOf(element, one) !== undefined);
  if (key === undefined) return "meta";
  const name = valueOf(element, key) ?? "";
  const location = element.sourceCodeLocation?.attrs?.[key];
  const isShown = location !== undefined && shown({ start: location.startOffset, end: location.endOffset });
  return isShown && known.test(name) ? `meta ${name.toLowerCase()}` : "meta";
}

function isName(name: string): boolean {
  return /^[A-Za-z][\w:.@-]{0,40}$/.test(name);
}

function isIn(element: Element, tagName: string): boolean {
  for (let at: Element | undefined = element; at !== undefined; at = parentOf(at))
    if (at.tagName === tagName) return true;
  return false;
}

function isHidden(element: Element): boolean {
  for (let at: Element | undefined = element; at !== undefined; at = parentOf(at)) if (hides(at)) return true;
  return false;
}

/** Elements of which a visitor sees nothing, as long as scripts run and nothing shows them. */
const hiding = new Set(
  "template noscript noframes noembed iframe datalist object video audio canvas script style head".split(" "),
);

function hides(element: Element): boolean {
  const { tagName } = element;
  // The title stands in the head and is seen.
  if (hiding.has(tagName)) return tagName !== "head";
  if (tagName === "dialog") return valueOf(element, "open") === undefined;
  if (valueOf(element, "hidden") !== undefined) return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(valueOf(element, "style") ?? "");
}

function valueOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}
