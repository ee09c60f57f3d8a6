import type { Match } from "../../model/match.ts";
import { type Range, rangeOf } from "../../model/range.ts";
import type { Window } from "../../model/window.ts";
import type { Detector } from "../detector.ts";
import { besideOf, groupsOf, hostConfidence, isExample, isPrivate, octetsOf } from "./address.ts";
import { hostNameConfidence, internalEndings, internalName, ownZones } from "./host-name.ts";

export const internalUrl: Detector = {
  id: "infrastructure/internal-url",
  summary: "Address of an internal service",
  remedy:
    "Name the service (`our dashboard`) and leave its address out, or read the address from the environment; in examples use https://service.example/.",
  disclosure: { topic: "network", weight: 3 },
  trigger: [
    { literals: internalEndings, anyCase: true, behind: { none: "token" } },
    { literals: ownZones, anyCase: true },
    { literals: ["://[f", "3a%2f%2f", "3a%252f%252f", "u002f\\u002f"], anyCase: true },
    { shape: "private-address", least: 8 },
  ],
  reach: { before: 160, after: 192 },

  *detect(window) {
    if (!behindScheme.test(window.text)) return;
    for (const match of window.matchAll(named)) {
      const confidence = hostNameConfidence(match.groups?.["host"] ?? "", true);
      if (confidence === undefined) continue;
      const range = urlRange(window.text, match);
      yield { range, confidence: isExample(besideOf(window.text, range)) ? Math.min(confidence, 0.5) : confidence };
    }
    yield* numbered(window);
  },

  examples: [
    "see «https://grafana.corp.acme.internal»/d/1 before the call",
    '{"m":"see\\n«https://git.heron.lan»/x and\\t«https://git.heron.lan»/x"}',
    "GITLAB=«https://git.heron.lan:8443»/api",
    "[wiki](«http://wiki.intranet»/display/OPS)",
    "«http://10.20.4.17:9090»/targets and «https://172.16.4.9»/admin",
    "«ldap://dc01.heron.corp:389»",
    "«ssh://deploy@build01.corp»/srv/site.git",
    "«http://[fd3c:91a7:b52::10]:8080»/",
    "«https://jenkins.corp.heron.io»/job/deploy/812, «https://grafana.internal.heron.com:3000»/d/1, «http://wiki.intranet.heron.de»/",
    "https://wiki.intranet.example.com/, https://corp.heron.io/jobs, https://www.intern.de/, https://docs.corp.co.uk/",
    "at home: «http://homeassistant.local:8123», «http://192.168.1.50:3000», «http://192.168.1.1»/",
    String.raw`{"logo":"«https:\/\/cms.heron.lan»\/a.png","next":"{\"u\":\"«https:\\/\\/cms.heron.lan»\\/b\"}"}`,
    String.raw`"«https:\u002f\u002fcms.heron.lan»\u002fa.png", '«http:\x2F\x2F10.20.4.17»\x2Fb'`,
    "/_next/image?url=«https%3A%2F%2Fcms.heron.lan»%2Fa.png&w=640, login?to=«http%3a%2f%2f10.20.4.17%3a9090»%2ftargets",
    "?to=%2Flogin%3Furl%3D«https%253A%252F%252Fcms.heron.lan»%252Fa",
    "https%3A%2F%2Fapp.example%2F, https:\\/\\/service.test",
    "http://localhost:3000, http://127.0.0.1:8080/, http://0.0.0.0:9000, http://[::1]:80/",
    "https://app.example/, http://service.test:8080, http://web.localhost, https://example.com/a.local",
    "http://169.254.169.254/latest/meta-data, http://metadata.google.internal/computeMetadata/v1, http://host.docker.internal:3000",
    "http://192.0.2.10:8080, http://203.0.113.7/, http://8.8.8.8, http://[2001:db8::1]/",
    "http://foo.local, http://your-server.lan:8080, http://${HOST}.corp, http://example.internal, https://my-app.local",
    "http://kubernetes.default.svc.cluster.local",
    "https://site.example/home/.local/bin, https://local.example, https://x.localize.example",
  ],
};

/** `://`, also where an address stands in a string of JSON or of a script (`:\/\/`, `:\u002f\u002f`), or in another address (`%3A%2F%2F`). */
const slash = String.raw`(?:\\{0,7}\/|%(?:25){0,2}2f|\\{1,7}(?:u00|x)2f)`;
const behindScheme = /(?::|%(?:25){0,2}3a)(?:\\{0,7}\/|%(?:25){0,2}2f|\\{1,7}(?:u00|x)2f){2}/i;

// The scheme is asked for behind `://`, which is rarer than what may be one.
const start = String.raw`(?<=[a-z][a-z\d+.-]{1,15})(?::|%(?:25){0,2}3a)${slash}{2}(?:[\w.%+~-]{1,64}@)?`;
const port = String.raw`(?:(?::|%(?:25){0,2}3a)\d{1,5})?(?![\w-]|\.[\w-])`;
const named = new RegExp(`${start}(?<host>${internalName})${port}`, "gi");
const numberedUrl = new RegExp(
  String.raw`${start}(?:(?<four>(?:\d{1,3}\.){3}\d{1,3})|\[(?<six>f[cde][\da-f]{2}:[\da-f:]{2,40})\])${port}`,
  "gi",
);

/** With its scheme. */
function urlRange(text: string, match: RegExpExecArray): Range {
  const { start: at, end } = rangeOf(match);
  const [scheme = ""] =
    /(?:(?<=%(?:25){0,2}[\da-f]{2})|(?<!%(?:25){0,2}[\da-f]{0,2}))(?<!(?<!\\)\\(?=[nrt]))[a-z][a-z\d+.-]{1,15}$/i.exec(
      text.slice(Math.max(0, at - 24), at),
    ) ?? [];
  return { start: at - scheme.length, end };
}

function* numbered(window: Window): Generator<Match> {
  for (const match of window.matchAll(numberedUrl)) {
    const { four, six } = match.groups ?? {};
    const range = urlRange(window.text, match);
    if (six !== undefined) {
      const groups = groupsOf(six);
      if (groups !== undefined && groups[0] !== 0xfd7a && groups[1] !== 0xec2)
        yield { range, confidence: groups[1] === 0 || groups[0] === 0xfedc ? 0.4 : 0.9 };
      continue;
    }
    const octets = octetsOf(four ?? "");
    if (octets === undefined || !isPrivate(octets)) continue;
    const confidence = hostConfidence(octets, { ...besideOf(window.text, range), after: "" });
    if (confidence === undefined) continue;
    // Nets that every router gives out tell little, and stand in manuals.
    yield { range, confidence: confidence === 1 ? (isOrdinary(four ?? "") ? 0.7 : 0.9) : 0.4 };
  }
}

function isOrdinary(text: string): boolean {
  return /^(?:192\.168\.|10\.(?:0|1|10|2|100\.100|20\.30|11\.12|255\.255)\.|172\.(?:16|17|18|19|20)\.(?:0|1)\.|169\.)/.test(
    text,
  );
}
