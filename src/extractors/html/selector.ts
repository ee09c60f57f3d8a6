import type { DefaultTreeAdapterTypes } from "parse5";
import type { Shown } from "../shown.ts";

export type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** So many elements tell a place well enough. */
const most = 8;

/**
 * A CSS selector of an element: from the nearest one that has an id, or from the head or the body. A name in which something was found is
 * `*`, and such an id is left out.
 */
export function selectorOf(element: Element, shown: Shown): string {
  const steps: string[] = [];
  for (let at: Element | undefined = element; at !== undefined && steps.length < most; at = parentOf(at)) {
    const id = idOf(at, shown);
    const isTop = at.tagName === "html" || at.tagName === "body";
    if (isTop && steps.length > 1) break;
    steps.unshift(id === undefined ? `${nameOf(at, shown)}${isTop ? "" : numberOf(at)}` : `#${id}`);
    if (id !== undefined || isTop || at.tagName === "head") break;
  }
  return steps.join(" > ");
}

/** The element around a node; of what is in a template, the template. */
export function parentOf(node: { readonly parentNode: Parent | null }): Element | undefined {
  const parent = node.parentNode;
  if (parent === null) return undefined;
  return "tagName" in parent ? parent : hostOf(parent);
}

/** Templates by their contents, which are a tree of their own. */
const hosts = new WeakMap<object, Element>();

export function setHost(contents: object, template: Element): void {
  hosts.set(contents, template);
}

function hostOf(contents: object): Element | undefined {
  return hosts.get(contents);
}

function idOf(element: Element, shown: Shown): string | undefined {
  const id = element.attrs.find(({ name }) => name === "id")?.value;
  const location = element.sourceCodeLocation?.attrs?.["id"];
  if (id === undefined || location === undefined || !/^[A-Za-z_][\w-]{0,40}$/.test(id)) return undefined;
  return shown({ start: location.startOffset, end: location.endOffset }) ? id : undefined;
}

function nameOf(element: Element, shown: Shown): string {
  const { tagName, sourceCodeLocation: location } = element;
  if (!/^[A-Za-z][\w-]{0,40}$/.test(tagName)) return "*";
  const start = location?.startTag?.startOffset ?? location?.startOffset;
  return start === undefined || shown({ start, end: start + 1 + tagName.length }) ? tagName : "*";
}

/** Which of the elements of its name it is, where there are others. */
function numberOf(element: Element): string {
  const { parentNode, tagName } = element;
  if (parentNode === null) return "";
  const { numbers, counts } = numbered(parentNode);
  return (counts.get(tagName) ?? 0) < 2 ? "" : `:nth-of-type(${numbers.get(element)})`;
}

/** The elements in another. A list can have thousands, and something in each. */
interface Numbered {
  /** Of each, which of its name it is. */
  readonly numbers: ReadonlyMap<object, number>;
  readonly counts: ReadonlyMap<string, number>;
}

const known = new WeakMap<Parent, Numbered>();

function numbered(parent: Parent): Numbered {
  const made = known.get(parent);
  if (made !== undefined) return made;
  const numbers = new Map<object, number>();
  const counts = new Map<string, number>();
  for (const node of parent.childNodes) {
    if (!("tagName" in node)) continue;
    const number = (counts.get(node.tagName) ?? 0) + 1;
    counts.set(node.tagName, number);
    numbers.set(node, number);
  }
  const all = { numbers, counts };
  known.set(parent, all);
  return all;
}
