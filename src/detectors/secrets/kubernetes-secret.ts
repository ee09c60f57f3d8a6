import type { Match } from "../../model/match.ts";
import { matchesOf } from "../../model/matches.ts";
import { type Range, rangeOf } from "../../model/range.ts";
import type { Window } from "../../model/window.ts";
import type { Detector } from "../detector.ts";
import { guess } from "./guess.ts";
import { promiseOf } from "./key-name.ts";

/** How far from the mark of a secret its values may stand, in bytes. */
const reach = 4096;

/**
 * The `data` of a Kubernetes Secret: base64, which hides nothing; its `stringData` is not even that. Keys, certificates and pull secrets in it are decoded and
 * found by their own detectors. https://kubernetes.io/docs/concepts/configuration/secret/#restriction-names-data
 */
export const kubernetesSecret: Detector = {
  id: "secret/kubernetes-secret",
  summary: "Value of a Kubernetes Secret",
  remedy:
    "Change the value, because base64 hides nothing. Then keep the manifest encrypted (Sealed Secrets, SOPS) or create it in the cluster.",
  isFramed: true,
  trigger: { literals: ["kind: Secret", '"kind": "Secret"', '"kind":"Secret"'] },
  // A literal begins with the quotation mark before what is looked for.
  reach: { before: reach + 1, after: reach + 1 },

  *detect(window) {
    for (const { start, end } of manifestsIn(window)) {
      const manifest = window.text.slice(start, end);
      for (const { block, values, matchOf } of blocks) {
        for (const { 0: lines, index } of matchesOf(manifest, block)) {
          for (const entry of matchesOf(lines, values)) {
            const found = matchOf(entry, start + index);
            if (found !== undefined) yield found;
          }
        }
      }
    }
  },

  examples: [
    "kind: Secret\nmetadata:\n  name: main\ndata:\n  password: «{encode:base64}{base62:20}{end}»\n  user: {encode:base64}admin{end}\n",
    "apiVersion: v1\ndata:\n    db-password: «{encode:base64}Harbour{digits:4}{end}»\n    session.key: «{base64:43}=»\nkind: Secret\n",
    '{"kind": "Secret", "data": {"token": "«{encode:base64}{base62:40}{end}»", "namespace": "{encode:base64}default{end}"}}',
    '{"kind": "List", "items": [{"kind": "Secret", "data": {"token": "«{encode:base64}{base62:40}{end}»"}}, {"kind": "Secret", "data": {"token": "«{encode:base64}{base62:40}{end}»"}}]}',
    "kind: Secret\ndata:\n  anything: «{encode:base64}{base62:32}{end}»\n",
    'kind: Secret\nmetadata:\n  name: {base62:32}\nstringData:\n  smtp: "«{base62:32}»"\n  user: shop\n  url: https://acme.example.io/{base62:32}\n',
    '{"kind": "Secret", "stringData": {"smtp": "«{base62:32}»", "host": "smtp.acme.example.io"}}',
    "kind: Secret\ndata:\n  password: {encode:base64}changeme{end}\n  token: {encode:base64}${TOKEN}{end}\n",
    "kind: Secret\ndata:\n  password: {{ .Values.password | b64enc }}\n",
    "kind: ConfigMap\ndata:\n  theme: {encode:base64}{base62:32}{end}\n---\nkind: Secret\nmetadata:\n  name: main\n",
    "kind: SecretStore\ndata:\n  anything: {encode:base64}{base62:32}{end}\n",
  ],
};

/** What stands around each mark of a secret, as far as its own manifest goes; a list has many of them in one. */
function manifestsIn(window: Window): Range[] {
  const { text } = window;
  const found: Range[] = [];
  for (const { 0: kind, index } of window.matchAll(/kind"?: ?"?Secret(?![\w-])/g)) {
    const from = Math.max(0, index - reach);
    const around = text.slice(from, index + kind.length + reach);
    const before = around.lastIndexOf("\n---", index - from);
    const after = around.indexOf("\n---", index - from);
    const start = from + Math.max(0, before);
    const end = from + (after === -1 ? around.length : after);
    const last = found.at(-1);
    if (last !== undefined && start < last.end) found[found.length - 1] = { start: last.start, end };
    else found.push({ start, end });
  }
  return found;
}

interface Block {
  /** YAML: the lines below `data:` that are indented further. JSON: the braces. */
  readonly block: RegExp;
  readonly values: RegExp;
  readonly matchOf: (entry: RegExpExecArray, offset: number) => Match | undefined;
}

const data =
  /^(?<indent>[ \t]{0,20})data:[ \t]*\r?\n(?:\k<indent>[ \t]{1,8}\S.{0,4000}(?:\r?\n|$))+|"data"\s{0,4}:\s{0,4}\{[^{}]{1,8000}\}/gm;
const value =
  /(?:^[ \t]{1,28}|["{,]\s{0,40})(?<name>[\w.-]{1,128})"?:[ \t]{0,8}["']?(?<secret>[A-Za-z0-9+/]{4,4000}={0,2})(?=["']?[ \t]*(?:[\r\n,}]|$))/dgm;

function entryMatch(entry: RegExpExecArray, offset: number): Match | undefined {
  const { name = "", secret = "" } = entry.groups ?? {};
  const at = rangeOf(entry, "secret");
  const range = { start: offset + at.start, end: offset + at.end };
  const text = Buffer.from(secret, "base64").toString("latin1").trimEnd();
  const promise = promiseOf(name);
  if (!/^[\x20-\x7e]+$/.test(text)) return promise === undefined ? undefined : { range, confidence: 0.6 };
  const looks = guess(text);
  if (looks === "none") return { range, placeholder: true };
  if (promise === undefined) return looks === "random" ? { range, confidence: 0.6 } : undefined;
  return { range, confidence: looks === "random" ? 0.9 : 0.5 };
}

const stringData =
  /^(?<indent>[ \t]{0,20})stringData:[ \t]*\r?\n(?:\k<indent>[ \t]{1,8}\S.{0,4000}(?:\r?\n|$))+|"stringData"\s{0,4}:\s{0,4}\{[^{}]{1,8000}\}/gm;
const text =
  /(?:^[ \t]{1,28}|[{,]\s{0,40})["']?(?<name>[\w.-]{1,128})["']?:[ \t]{0,8}["']?(?<secret>[^\s"'{}|>&*!#][^\s"'{}]{3,4000})(?=["']?[ \t]*(?:[\r\n,}]|$))/dgm;

/** What has a name that promises a secret is found beside that, wherever it stands. */
function textMatch(entry: RegExpExecArray, offset: number): Match | undefined {
  const { name = "", secret = "" } = entry.groups ?? {};
  if (promiseOf(name) !== undefined || guess(secret) !== "random") return undefined;
  const { start, end } = rangeOf(entry, "secret");
  return { range: { start: offset + start, end: offset + end }, confidence: 0.6 };
}

const blocks: readonly Block[] = [
  { block: data, values: value, matchOf: entryMatch },
  { block: stringData, values: text, matchOf: textMatch },
];
