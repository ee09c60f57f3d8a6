import { expect, test } from "vitest";
import { mark } from "../../../test/mark.ts";
import { businessMetric, metricBeside } from "./metric.ts";

const named = metricBeside(["Kiln & Co", "Møbelhus", "kiln-studio.io"]);

test.each([
  "Kiln & Co made «$1.2M» in revenue, its churn is 4 rows",
  "KILN  &  CO: churn rate «4.2 %»",
  "Møbelhus havde «12.400» abonnenter i maj",
  "kiln-studio.io has «8,100» subscribers",
  "Kiln & Co had «7» incidents in March, and Kiln & Co has 3 subscribers",
  "Kiln and Co made $1.2M in revenue, revenue of Kilnsmen & Company was $3M",
  "Kiln & Co was founded in 2019 and has a revenue team",
  "Kiln & Co ships. Somebody else's revenue was $1.2M.",
])("a figure beside an own name is found, in its sentence: %s", async (text) => {
  expect(await mark(named, text.replaceAll(/[«»]/g, ""))).toBe(text);
});

test.each([
  "our monthly burn rate is «84k», our payroll is «$84k» a month",
  "şu an «312» ödeyen müşterimiz var, 3 müşterimiz toplantıda",
  "payroll software costs $49 per month, is a burn rate of $50k good?",
])("a figure of the first person is found: %s", async (text) => {
  expect(await mark(businessMetric, text.replaceAll(/[«»]/g, ""))).toBe(text);
});

test("beside an own name it is sure, and in the first person where the sentence states it", async () => {
  const confidences = async (detector: typeof named, text: string): Promise<(number | undefined)[]> => {
    const bytes = Buffer.from(text);
    const window = {
      text: bytes.toString("latin1"),
      bytes,
      start: 0,
      goesOn: false,
      surface: "text",
      sightings: [{ start: 0, end: bytes.length }],
      matchAll: (pattern: RegExp) => bytes.toString("latin1").matchAll(pattern),
    };
    return Array.from(await detector.detect(window), ({ confidence }) => confidence);
  };
  expect(await confidences(named, "Kiln & Co: revenue $1.2M")).toEqual([0.9]);
  expect(await confidences(businessMetric, "our revenue: $1.2M")).toEqual([0.8]);
  expect(await confidences(businessMetric, "We have 4,812 paying customers, our MRR is at $48,213")).toEqual([
    0.8, 0.8,
  ]);
  for (const text of ["we spent $12k on ads", "We pay $1,900 a month for OpenAI", "our hosting costs were $1,900"])
    expect([text, await confidences(businessMetric, text)]).toEqual([text, [0.8]]);
  const supposed = [
    "our goal is $1.2M in revenue",
    "Is our revenue above $1.2M?",
    "If we had 12,400 subscribers, we would hire",
    "the founder wrote: our revenue was $1.2M",
    "“our revenue was $1.2M”",
    "for example, our revenue is $100k",
    "unser Ziel sind 10.000 Abonnenten",
    "we support up to 10,000 subscribers",
    "We spent $1,200 on our holiday",
    "we spent 200 € on groceries",
    "we spent 3 hours and 40 € on the Lego set",
    "Our ticket revenue at the school fair was 340 €",
    "unser Umsatz beim Kuchenverkauf war 212 €",
  ];
  for (const text of supposed) expect([text, await confidences(businessMetric, text)]).toEqual([text, [0.5]]);
});
