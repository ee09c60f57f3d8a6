import type { Match } from "../../model/match.ts";
import { overlap, type Range } from "../../model/range.ts";
import type { Window } from "../../model/window.ts";
import type { Detector } from "../detector.ts";
import { matchesInText, utf8Literals, withEnds } from "../person/context.ts";
import {
  business,
  metrics,
  metricWords,
  ourselves,
  pastime,
  paying,
  scaled,
  spending,
  supposed,
  theirs,
} from "./metrics.ts";

/** What is told of a figure, whoever's sentence it stands in. */
const told = {
  id: "business/metric",
  summary: "Figure of the own business",
  remedy: 'Say it without the figure ("grew well this year"), or name a figure that was published.',
  disclosure: { topic: "business", weight: 3 },
} satisfies Partial<Detector>;

/**
 * Figures of somebody's own business: revenue, subscribers, spend, churn, incidents. "Our" says whose they are where a sentence states
 * them; a goal, a question, an example and what somebody else is quoted with are not sure. With the config's `names`, a figure beside an own
 * name is sure.
 */
export const businessMetric: Detector = {
  ...told,
  messagesOnly: true,
  trigger: [
    { literals: metricWords.anyCase, anyCase: true },
    {
      literals: [
        " MRR",
        " ARR",
        "MRR:",
        "ARR:",
        "otre CA ",
        " CAC ",
        "CAC:",
        " LTV ",
        " ARPU ",
        " GMV",
        " EBITDA",
        " NRR",
        " DAU",
        " MAU",
      ],
    },
    { literals: utf8Literals(...metricWords.other) },
  ],
  reach: { before: 512, after: 512 },

  detect: (window) => metricsOf(window, ourselves, "metric"),

  examples: [
    "our revenue was «$1.2M» last year, up from nothing",
    "We have «12,400» paying subscribers now and MRR is at «€45k».",
    "unser Umsatz lag bei «1,2 Mio. Euro», notre chiffre d'affaires est de «2 M€»",
    "we spent «$4,217» on ads in May, and our ad spend was «4,190 EUR» in June",
    "our churn is «4.2 %», we had «14» incidents in October",
    "nuestros ingresos fueron de «3 millones de euros», 私たちの売上は«1200万円»でした",
    "wir haben «840» zahlende Kunden, nous avons «1 250» clients payants, tenemos «930» clientes de pago, 我们有«3500»名付费用户, mamy «1 430» płacących klientów",
    "wir hatten 12 Kunden im Laden, у нас сегодня 12 клиентов, nous avons eu 14 clients, we spent 3 hours and $5",
    "notre CA a atteint «1,4 M€», наша выручка «3,2 млн рублей», 우리 매출 «3억» 2천만원",
    "наша выручка за октябрь: «482 тыс. рублей», nasz przychód to «48 210 zł», geçen ay ciromuz «48.210 TL» oldu",
    "our churn went up to «6.1 %» in May, and we have «1,240» active subscriptions; we pay for 12 subscriptions",
    "Unser Gewinn lag bei «120.000 €»\nYesterday we made «4,120 €» in sales\nGestern haben wir «4.120 €» umgesetzt",
    "Facturamos «84.300 €» en octubre\nFaturamos «R$ 210 mil» em outubro\nnotre bénéfice : «40 k€»",
    "our OpenAI costs were «$1,900», we had «3» outages in May\nWir hatten «14» Störungen\nour AWS bill was «$12,480»",
    "our gross margin is «61%», our conversion rate is «2.3%»\nour CAC is «$184»\nOur runway is «6 months»",
    "we're at «$42k» MRR, our GMV is «$9M»\nour NRR is «118%», our retention is at «91 %»\nwe made «$310k» in profit last year\nwe have 12 ARRAYS of 3 million, our MAUI app has 12,400 users",
    "our valuation is «$40M»\nwir haben noch «1,2 Mio. €» auf dem Konto\nwe have «$1.1M» in the bank\nwe're raising «$5M»\nour biggest customer pays us «$20k» a month",
    "our retention policy keeps 90 % of it, our neighbour pays us $20 for mowing, we're raising the bar by 2 m",
    "we are raising 2 kids and $300 for them, we have $400 in the bank\nour house has a valuation of 1.2 million",
    "Our competitors' revenue is about 3 million, der Umsatz unserer Konkurrenz liegt bei 3 Mio. Euro\nthe trip costs us $300\nour server costs $15\nour water bill was $120, our power outages: 3, we paid 40 € for the tickets",
    "revenue of $1.2M is a lot; subscribers: 12,400",
    "our subscribers are notified, we unsubscribe 2 of them. We had 3 of those.",
    "we use version 12.400 of the subscriber API, our churn tests take 45 s",
    "we will look at the revenue. It has 1000 rows",
  ],
};

/**
 * The same beside the names of a config, and sure.
 * @param names at least one
 */
export function metricBeside(names: readonly string[]): Detector {
  const owner = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map(patternOf).join("|")})(?![\\p{L}\\p{N}])`, "giu");
  return {
    ...told,
    // What a name is known by whatever its case, and the spaces in it.
    trigger: { literals: names.map(longestWord), anyCase: true },
    reach: { before: 800, after: 800 },
    detect: (window) => metricsOf(window, owner, "owner"),
    examples: [],
  };
}

/** The longest run of ASCII's letters and digits in a name, or else its bytes. */
function longestWord(name: string): string {
  const [longest = ""] = (name.match(/[A-Za-z\d]{2,}/g) ?? []).toSorted((a, b) => b.length - a.length);
  return longest === "" ? Buffer.from(name).toString("latin1") : longest;
}

/** A name as a pattern, whatever white space stands in it. */
function patternOf(name: string): string {
  return name
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll(/[^\p{L}\p{N}\s]/gu, (mark) => `\\u{${(mark.codePointAt(0) ?? 0).toString(16)}}`))
    .join(String.raw`\s+`);
}

/**
 * The figures in a sentence that says whose they are.
 * @param opens what of them has opened the window: the word of the metric, or that of the owner
 */
function metricsOf(window: Window, owner: RegExp, opens: "metric" | "owner"): Match[] {
  const found: Match[] = [];
  for (const { match, text: all, range } of matchesInText(window, sentence, withEnds)) {
    const [text] = match;
    if (!/\d/.test(text) || text.search(owner) === -1) continue;
    const ending = all.slice(match.index + text.length, match.index + text.length + 2);
    const offsets = byteOffsets(text);
    const bytes = (from: number, to: number): Range => ({
      start: range.start + (offsets[from] ?? 0),
      end: range.start + (offsets[to] ?? 0),
    });
    const isSighted = (at: Range): boolean => window.sightings.some((sighting) => overlap(sighting, at));
    for (const { words, amount } of metrics) {
      for (const word of text.matchAll(words)) {
        const end = word.index + word[0].length;
        const isFew = mishap.test(word[0]);
        const nearest = nearestIn(text, amount, word.index, end, isFew);
        if (nearest === undefined || (opens === "metric" && !isSighted(bytes(word.index, end)))) continue;
        const first = Math.max(0, word.index - farthestOwner);
        const whose = [...text.slice(first, end + farthestOwner).matchAll(owner)].filter(
          ({ 0: name, index }) => opens === "owner" || !theirs.test(text.slice(first + index + name.length)),
        );
        const counts = whose.some(
          ({ 0: name, index }) => opens === "metric" || isSighted(bytes(first + index, first + index + name.length)),
        );
        const figure = bytes(nearest.start, nearest.end);
        const clause = text.slice(Math.max(0, word.index - around), end + around);
        const isBusiness = business.test(clause);
        if (!isBusiness && paying.test(word[0])) continue;
        const isStatement =
          isStated(clause, end + around < text.length ? "" : ending) && (isBusiness || !spending.test(word[0]));
        const confidence = opens === "owner" ? 0.9 : isStatement ? 0.8 : 0.5;
        if (counts && !found.some((other) => other.range.start === figure.start))
          found.push({ range: figure, confidence });
      }
    }
  }
  return found;
}

/**
 * Whether what stands around a metric in the first person says how it is: not how it may become, and not in somebody else's words.
 * @param ending what ends the sentence; empty where that is further away
 */
function isStated(text: string, ending: string): boolean {
  return !/^\s?[?？]/.test(ending) && !supposed.test(text) && !pastime.test(text) && !/["“”„«»「『]/.test(text);
}

/** Where each unit of a text begins in its UTF-8, and where the last one ends. */
function byteOffsets(text: string): Uint32Array {
  const offsets = new Uint32Array(text.length + 1);
  let offset = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    offsets[at] = offset;
    // Of a surrogate pair the second one has all four bytes behind it.
    if (code >= 0xd800 && code < 0xdc00) continue;
    offset += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xdc00 && code < 0xe000 ? 4 : 3;
  }
  offsets[text.length] = offset;
  return offsets;
}

/** How far an owner's name may stand from what is measured, in characters. */
const farthestOwner = 120;

// A full stop ends one where a space and a capital follow: "1.2 Mio. Euro" and "St. Gallen" go on.
const sentence = /(?:[^.!?\n。！？;]|[.!?](?!\s+\p{Lu}|\s*$|\n)|\.(?=\s+(?:Euro|EUR|USD|Dollar|CHF|Franken|Kč|zł)))+/gu;

/** How far a figure may stand from what it is one of, in characters; and that far with all of it and what is beside it. */
const farthest = 48;
const around = 160;

/** Of these a single figure tells something. */
const mishap = /^(?:incident|outage|vorf|störung|ausf|panne|storing|инцидент|runway)/i;

function nearestIn(text: string, amount: RegExp, start: number, end: number, isFew: boolean): Range | undefined {
  const first = Math.max(0, start - around);
  const near = [...text.slice(first, end + around).matchAll(amount)]
    .map(({ 0: written, index }) => ({ start: first + index, end: first + index + written.length }))
    .filter((range) => range.end <= start || range.start >= end)
    .filter((range) => distance(range, start, end) <= farthest && (isFew || isFigure(text, range)));
  return near.toSorted((a, b) => distance(a, start, end) - distance(b, start, end))[0];
}

/** A figure before its word stands right before it: "12,400 subscribers". */
function distance(range: Range, start: number, end: number): number {
  return range.end <= start ? start - range.end + 6 : range.start - end;
}

/** A year, a single figure and a number of something else are none. */
function isFigure(text: string, { start, end }: Range): boolean {
  const figure = text.slice(start, end);
  return (
    !/^(?:19|20)\d\d$/.test(figure) &&
    (/\d{2}|%/.test(figure) || scaled.test(figure)) &&
    !/(?:version|issue|line|page|step|port|#|chapter|section) ?$/i.test(text.slice(Math.max(0, start - 12), start))
  );
}
