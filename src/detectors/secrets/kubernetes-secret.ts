import type { Match } from "../../model/match.ts";
import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { guess } from "./guess.ts";
import { promiseOf } from "./key-name.ts";

/**
 * The `data` of a Kubernetes Secret: base64, which hides nothing. Keys, certificates and pull secrets in it are decoded and
 * found by their own detectors. https://kubernetes.io/docs/concepts/configuration/secret/#restriction-names-data
 */
export const kubernetesSecret: Detector = {
  id: "secret/kubernetes-secret",
  summary: "Value of a Kubernetes Secret",
  remedy:
    "Change the value, because base64 hides nothing. Then keep the manifest encrypted (Sealed Secrets, SOPS) or create it in the cluster.",
  trigger: { literals: ["kind: Secret", '"kind": "Secret"', '"kind":"Secret"'] },
  reach: { before: 4096, after: 4096 },

  *detect(window) {
    let done = 0;
    for (const kind of window.matchAll(/kind"?: ?"?Secret(?![\w-])/g)) {
      // A list has many of them in one.
      if (kind.index < done) continue;
      const [start, manifest] = manifestAround(window.text, kind.index);
      done = start + manifest.length;
      for (const block of manifest.matchAll(data)) {
        for (const entry of block[0].matchAll(value)) {
          const found = entryMatch(entry, start + block.index);
          if (found !== undefined) yield found;
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
    "kind: Secret\ndata:\n  password: {encode:base64}changeme{end}\n  token: {encode:base64}${TOKEN}{end}\n",
    "kind: Secret\ndata:\n  password: {{ .Values.password | b64enc }}\n",
    "kind: ConfigMap\ndata:\n  theme: {encode:base64}{base62:32}{end}\n---\nkind: Secret\nmetadata:\n  name: main\n",
    "kind: SecretStore\ndata:\n  anything: {encode:base64}{base62:32}{end}\n",
  ],
};

/** One manifest of a file that holds several, and where it begins. */
function manifestAround(text: string, at: number): [start: number, manifest: string] {
  const before = text.lastIndexOf("\n---", at);
  const after = text.indexOf("\n---", at);
  const start = before === -1 ? 0 : before;
  return [start, text.slice(start, after === -1 ? text.length : after)];
}

// YAML: the lines below `data:` that are indented further. JSON: the braces.
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
