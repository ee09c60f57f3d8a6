import type { Bytes } from "../model/bytes.ts";

/** A kind of file that a site has for programs: browsers, readers of feeds, search engines, its own search. */
interface Purpose {
  /** What a person calls it. */
  readonly is: string;
  readonly name: RegExp;
  /** What stands near its beginning; where it is missing the name tells enough. */
  readonly begins?: RegExp;
}

/** So far into a file is looked, in bytes. */
const beginning = 65_536;

/** The first that fits is told. */
const purposes: readonly Purpose[] = [
  { is: "sitemap", name: /(?:^|\/)sitemap[\w.-]{0,80}\.(?:xml|txt)(?:\.gz)?$/i },
  { is: "sitemap", name: /\.xml$/i, begins: /<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/ }, // https://www.sitemaps.org/protocol.html
  { is: "feed", name: /\.(?:rss|atom)$/i },
  { is: "feed", name: /\.(?:xml|rdf)$/i, begins: /<(?:rss|(?:\w+:)?feed|rdf:RDF)[\s>]/ },
  { is: "feed", name: /\.json$/i, begins: /"https:(?:\\?\/){2}jsonfeed\.org\\?\/version/ }, // https://www.jsonfeed.org/version/1.1/
  { is: "browser search description", name: /\.xml$/i, begins: /<OpenSearchDescription[\s>]/ },
  { is: "browser configuration", name: /\.xml$/i, begins: /<browserconfig[\s>]/ },
  { is: "web manifest", name: /\.webmanifest$/i },
  { is: "web manifest", name: /manifest[\w.-]{0,80}\.json$/i, begins: /"(?:start_url|short_name|theme_color)"\s*:/ },
  { is: "text for language models", name: /(?:^|\/)llms(?:-\w{1,20})?\.txt$/i }, // https://llmstxt.org
  { is: "robots.txt", name: /(?:^|\/)robots\.txt$/i },
  { is: "security.txt", name: /(?:^|\/)security\.txt$/i }, // RFC 9116
  { is: "host's domain file", name: /(?:^|\/)CNAME$/ },
  { is: "host's headers file", name: /(?:^|\/)_headers$/ },
  { is: "host's redirects file", name: /(?:^|\/)_redirects$/ },
  { is: "service worker list", name: /(?:^|\/)ngsw\.json$/i },
  {
    is: "service worker list", // Workbox writes the list into the worker, or into a file beside it
    name: /(?:sw|worker|precache)[\w.-]{0,80}\.m?js$/i,
    begins: /precache|__WB_MANIFEST|\brevision["']?\s*:/,
  },
  { is: "service worker", name: /(?:^|\/)(?:sw|service-?worker|firebase-messaging-sw)\.m?js$/i },
  {
    is: "search index",
    name: /(?:^|\/)(?:@localSearchIndex|search[-_.]?(?:index|data|doc|store|content|records)|lunr|elasticlunr|docsearch)[\w.-]{0,80}\.(?:json|m?js)(?:\.gz)?$/i,
  },
  {
    is: "search index", // lunr, elasticlunr, MiniSearch, Fuse.js, MkDocs, Algolia
    name: /\.(?:json|m?js)$/i,
    begins:
      /"invertedIndex":|"fieldVectors":|"documentStore":\{|"documentCount":\d{1,9},\s*"nextId":|"records":\[\{"i":0,|"docs":\s*\[\{\s*"location":|"objectID":/,
  },
  {
    is: "search index", // what themes of Hugo, Jekyll and others write for the browser to search
    name: /(?:^|\/)(?:index|search)\.json$/i,
    begins: /^(?=[\s\S]*"(?:perma_?link|rel_?permalink|uri|url|href)")(?=[\s\S]*"(?:contents?|body|text|summary)")/i,
  },
];

/** What a site has a file for; undefined where it is there to be looked at, or cannot be told. */
export function purposeOf(name: Buffer, bytes: Bytes): string | undefined {
  const path = name.toString("latin1");
  let text: string | undefined;
  const head = (): string => (text ??= bytes.subarray(0, Math.min(bytes.length, beginning)).toString("latin1"));
  return purposes.find((purpose) => purpose.name.test(path) && (purpose.begins?.test(head()) ?? true))?.is;
}
