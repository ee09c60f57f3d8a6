import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";

/**
 * A source map that holds the sources themselves, as a file or in a `data:` URL: https://tc39.es/ecma426/. What stands in them is searched
 * besides; whether they are private only their owner knows.
 */
export const sourceMap: Detector = {
  id: "artifact/source-map",
  summary: "Source map with the sources in it, on a site",
  remedy:
    "Publish it only if the sources are public: build without source maps, or with `hidden` ones that are not uploaded. One warning stands for all maps of a site.",
  sitesOnly: true,
  trigger: { literals: ['"sourcesContent"'] },

  *detect(window) {
    for (const match of window.matchAll(withSources)) yield { range: rangeOf(match), confidence: 0.5 };
  },

  examples: [
    `{"version":3,"sources":["../src/a.ts"],«"sourcesContent"»:["export const a = 1;\\n"],"mappings":"AAAA"}`,
    `{"version":3,"sources":["a","b"],«"sourcesContent"» : [ null, "b" ]}`,
    `{"version":3,"sources":["../src/a.ts"],"sourcesContent":[],"mappings":"AAAA"}`,
    `{"version":3,"sources":["a"],"sourcesContent":[null],"mappings":"AAAA"}`,
    `if (map["sourcesContent"]) show(map)`,
  ],
};

const withSources = /"sourcesContent"(?=\s{0,8}:\s{0,8}\[\s{0,8}(?:null\s{0,8},\s{0,8}){0,20}")/g;
