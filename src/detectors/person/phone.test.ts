import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fill } from "../template.ts";
import type { Window } from "../../model/window.ts";
import { phoneNumber } from "./phone.ts";

function windowOf(text: string): Window {
  const bytes = Buffer.from(text);
  const latin = bytes.toString("latin1");
  return {
    text: latin,
    bytes,
    start: 0,
    goesOn: false,
    surface: "text",
    sightings: [],
    matchAll: (pattern) => latin.matchAll(pattern) as Iterable<RegExpExecArray>, // with the flag g it always has an index
  };
}

function confidenceOf(text: string): number | undefined {
  const matches = phoneNumber.detect(windowOf(fill(text)));
  if (matches instanceof Promise) throw new Error("the library was loaded");
  return [...matches][0]?.confidence;
}

test("without a number that may be one nothing is loaded, and once it is loaded nothing has to be waited for", async () => {
  expect(phoneNumber.detect(windowOf("version 10.20.30.4045, 2026-05-01, 1700000000"))).toEqual([]);
  await phoneNumber.load?.();
  expect(phoneNumber.detect(windowOf("call +1 415 867 5309"))).not.toBeInstanceOf(Promise);
});

test.each([
  { text: "tel. +49 151 7234{digits:4}", sureness: 0.95 },
  { text: "+49 151 7234{digits:4}", sureness: 0.9 },
  { text: "+4915172348965", sureness: 0.8 },
  { text: "tel. 030 2345{digits:3}", sureness: 0.85 },
  { text: "ruf mich an: 030 2345{digits:3}", sureness: 0.85 },
  { text: "bittet um Rückruf unter 030 2345{digits:3}", sureness: 0.85 },
  { text: "anrufen, 030 2345{digits:3}", sureness: 0.75 },
  { text: "(415) 867-{digits:4}", sureness: 0.6 },
  { text: "tel. +1 555 123 9876", sureness: 0.8 },
  { text: "tel. 030 12345678", sureness: 0.5 },
  { text: "call 0800 330{digits:4}", sureness: 0.4 },
  ...[
    "Appelez le 0 800 05 {digits:2} 95",
    "Llame al 900 24{digits:1} 456",
    "Atención al cliente: teléfono 902 24{digits:1} 202",
    "Zadzwoń: 801 61{digits:1} 005",
    "Linha de apoio: telefone 808 24 2{digits:1} 24",
    "Телефон доверия 8 800 24{digits:1} 01 22",
    "Единый телефон доверия 8-800-200{digits:1}-122",
    "Bizi arayın: 444 0 55{digits:1}",
  ].map((text) => ({ text, sureness: 0.4 })),
  { text: "call 01632 960123", sureness: undefined },
])("a number is as sure as its form and what is said of it: $text", async ({ text, sureness }) => {
  await phoneNumber.load?.();
  expect(confidenceOf(text)).toBe(sureness);
});

/** From here on a finding counts as sure: src/policy/policy.ts. */
const sure = 0.75;

test.each([
  "Give Omar a call: 201664{digits:4}",
  "You can reach Priya on 07404 52{digits:4}",
  "Her new number is 415 867 {digits:4}",
  "Dana's number: 415867{digits:4}",
  "415 867 {digits:4} is my new number",
  "Du erreichst Jana unter 0171/23486{digits:2}",
  "Appelle-moi au 33612{digits:6}",
  "su teléfono es 612{digits:6}",
  "meu zap é 912{digits:6}",
  "Chiamami al 312{digits:7}",
  "het mobiele nummer van Sanne: 06 1221{digits:4}",
  "Zavolej mi na 601{digits:6}",
  "Kati mobilja: 06 20 145 {digits:4}",
  "mobilul Mariei: 0712 {digits:3} 188",
  "номерът ми е 088{digits:7}",
  "mobitel od Ivane: 091 {digits:3} 3611",
  "Позови ме на 060 {digits:7}",
  "мој број је 060{digits:7}",
  "Јави ми се на 072 {digits:3} 455",
  "celulari i Anës: 067 2{digits:2} 2625",
  "Πάρε με στο 691{digits:7}",
  "Beni 0501 {digits:3} 60 88 numarasından ara",
  "звони на 8912{digits:7}",
  "Подзвони мені: 050 {digits:7}",
  "mitt nummer är 070 {digits:3} 46 19",
  "Ring til mig på 34.41.{digits:2}.41",
  "nummeret mitt er 406{digits:5}",
  "Soita minulle numeroon 041 {digits:7}",
  "Liisan kännykkä: 041{digits:7}",
  "númerið mitt er 611 {digits:4}",
  "Piezvani man: 21 2{digits:2} 897",
  "mano numeris 612{digits:5}",
  "090-1116-{digits:4}に電話してください",
  "请打131 7995 {digits:4}找小王",
  "제 번호는 010-2235-{digits:4} 입니다",
  "010-2398-{digits:4}로 전화 주세요",
  "رقمي هو 051 284 {digits:4}",
  "תתקשר אליי 050-296-{digits:4}",
  "شماره من 0912 860 {digits:4}",
  "مجھے 0301 236{digits:4} پر کال کریں",
  "मुझे 081245 2{digits:4} पर कॉल करें",
  "আমার নম্বর 01711-{digits:6}",
  "என் எண் 081227 6{digits:4}",
  "เบอร์ของฉันคือ 081 207 {digits:4}",
  "số của tôi là 0912{digits:6}",
  "Tawagan mo ako sa 0905 076 {digits:4}",
  "Nipigie kwa 0712 {digits:6}",
  "დამირეკე 55555{digits:4}",
  "mowbajl: 9696 {digits:4}",
  "fy rhif yw 07400 {digits:6}",
  "миний дугаар 8817 {digits:4}",
  "My number has changed, it's now 415 867 {digits:4}",
  "Meine Nummer hat sich geändert: 030 2348{digits:4}",
  "Mon numéro a changé : 06 53 9{digits:1} 88 75",
  "Mi número ha cambiado: 612 34{digits:1} 758",
  "Meu número mudou, agora é 912 34{digits:1} 758",
  "Il mio numero è cambiato: 347 20{digits:1} 8759",
  "Мой номер изменился: 8 916 24{digits:1} 38 75",
  "Mój numer się zmienił: 612 34{digits:1} 758",
  "Numaram değişti: 0532 24{digits:1} 38 75",
])("whoever says whose number it is means a telephone's: %s", async (text) => {
  await phoneNumber.load?.();
  expect(confidenceOf(text)).toBeGreaterThanOrEqual(sure);
});

test.each([
  "My order number is 4158675309 and it has not arrived",
  "my booking number: 2024561111",
  "our number of users is 2016646220",
  "Join the call: 845 1234 5678",
  "Call starts at 10:30, call on 22 11 2026 at 10",
  "ring 612 345 678 times, reached 2 500 000 people",
  "moje číslo objednávky je 601123456, sipariş numaram 05321234567, takip numarası 0532 123 45 67",
  "a rendelésszámom 06201234567, мій номер замовлення 0671234567",
  "số người 2 500 000, gọi 2 500 000 đồng, звонки: 2 345 678",
  "Soita kello 10.30-11.30, ring den 24 12 2026, Appel d'offres 2026-0412-17",
  "CEP 01310-100, phone 10.20.30.40, 私の注文番号は09012345678です",
])("a number of something else is not sure: %s", async (text) => {
  await phoneNumber.load?.();
  const matches = await phoneNumber.detect(windowOf(text));
  expect([...matches].filter(({ confidence = 1 }) => confidence >= sure)).toEqual([]);
});

// kernel/other-digits.ts leaves them out, whatever is said beside them.
test("a date with less than a number behind it is no number, nor is an IPv4 address", async () => {
  await phoneNumber.load?.();
  const two = fc.integer({ min: 0, max: 99 }).map((one) => String(one).padStart(2, "0"));
  const date = fc
    .tuple(fc.constantFrom("19", "20"), two, fc.constantFrom("-", ".", "/"), fc.nat(19), fc.nat(39))
    .map(([century, year, mark, month, day]) =>
      [century + year, ...[month, day].map((one) => String(one).padStart(2, "0"))].join(mark),
    );
  const behind = fc.stringMatching(/^(?:[ ()./-]{0,3}\d){0,6}$/);
  const address = fc
    .array(fc.nat(255), { minLength: 4, maxLength: 4 })
    .filter((parts) => parts[0] === 10 || parts.some((one) => String(one).length !== 2))
    .map((parts) => parts.join("."));
  const digits = fc.oneof(
    fc.tuple(date, behind).map((parts) => parts.join("")),
    address,
  );
  const word = fc.constantFrom(
    "tel. ",
    "phone: ",
    "call ",
    "tel:",
    "Ruf mich an: ",
    "0",
    "+1 555 ; ",
    "x",
    "-",
    "/",
    ". ",
  );
  fc.assert(
    fc.property(
      word,
      digits,
      fc.constantFrom("", " call", ":8080", "-1", ")", " 0171", "T10"),
      (before, text, after) => {
        const matches = phoneNumber.detect(windowOf(`${before}${text}${after}`));
        if (matches instanceof Promise) throw new Error("the library was not loaded");
        const own = { start: before.length, end: before.length + text.length };
        // What begins in front, or goes on behind, is another stretch of digits.
        if (/\d$/.test(before) || /^[\s.:/)-]{0,5}\d/.test(after)) return;
        expect([...matches].filter(({ range }) => range.start < own.end && range.end > own.start)).toEqual([]);
      },
    ),
    { numRuns: 3000 },
  );
});
