import { expect, test } from "vitest";
import { mark } from "../../../test/mark.ts";
import { birthDate } from "./birth-date.ts";

test.each([
  "Jana wurde am «4. Mai 1987» in Kiel geboren",
  "Nací el «4 de mayo de 1987», Rita nasceu em «04/05/1987», nata a Torino il «4 maggio 1987»",
  "Sanne is op «04-05-1987» geboren",
  "Ola urodziła się «4 maja 1987», Narodil jsem se «4. 5. 1987», Narodil som sa «4. mája 1987»",
  "«1987. május 4»-én születtem, Született: «1987.05.04»",
  "născută la «04.05.1987», Роден съм на «4 май 1987», Rođena je «04.05.1987»",
  "датум рођења: «04.05.1987», Rojen sem «4. maja 1987», датум на раѓање: «04.05.1987»",
  "i lindur më «4 maj 1987», Γεννήθηκα στις «4 Μαΐου 1987», ημερομηνία γέννησης: «04/05/1987»",
  "«4 Mayıs 1987» doğumluyum, «04.05.1987» tarihinde doğdum",
  "«04.05.1987» года рождения, «4 травня 1987» р.н., Я нарадзіўся «04.05.1987»",
  "Synnyin «4.5.1987», Olen sündinud «04.05.1987», Gimiau «1987-05-04»",
  "我«1987年5月4日»出生, «1987년 5월 4일»생, «1987년 5월 4일»에 태어났어요",
  "ولدت في «04/05/1987», تاريخ الميلاد: «4 مايو 1987»",
  "נולדתי ב-«04/05/1987»",
  "متولد «1366/02/14»",
  "میں «04/05/1987» کو پیدا ہوا",
  "मेरा जन्म «4 मई 1987» को हुआ, जन्म तिथि: «04/05/1987»",
  "আমার জন্ম «৪ মে ১৯৮৭»",
  "நான் «04/05/1987» அன்று பிறந்தேன், నేను «04/05/1987» న పుట్టాను",
  "ಹುಟ್ಟಿದ ದಿನಾಂಕ: «04/05/1987», ജനനത്തീയതി: «04/05/1987», જન્મ તારીખ: «04/05/1987»",
  "ฉันเกิดวันที่ «4 พฤษภาคม 2530», ngày sinh: «4 tháng 5 năm 1987»",
  "lahir di Bandung, «04-05-1987», Ipinanganak ako noong «Mayo 4, 1987», Nilizaliwa tarehe «04/05/1987»",
  "დავიბადე «04.05.1987», ծնվել եմ «04.05.1987», «04.05.1987» tarixində anadan olmuşam",
  "туған күні: «04.05.1987», Vaig néixer el «04/05/1987», jaiotze-data: «1987/05/04»",
  "Rugadh mé ar «04/05/1987», Ces i fy ngeni ar «04/05/1987», Gebuertsdatum: «04.05.1987»",
  "«4 May 1987» is her date of birth",
  "NATO summit on 09.07.2024, Народное голосование 01.07.2020, Narodna banka, 12.05.2003",
  "szülői értekezlet 2024.05.04, La nata caduca el 04/05/2025, Рождество 07.01.2025",
  "Einstein was born on 14 March 1879, Gandhi in 1869, geboren am 28.08.1749",
  "Le projet est né le 4 mai 2015",
  "Das Projekt wurde am 04.05.2019 geboren",
  "reborn on 10.05.2021, a stubborn bug since 2021-05-10, died on 4 May 1987",
])("a whole date beside a word for birth is found: %s", async (text) => {
  expect(await mark(birthDate, text.replaceAll(/[«»]/g, ""))).toBe(text);
});

test("a birthday of these days is one that is celebrated, and is not sure", async () => {
  const year = new Date().getUTCFullYear();
  expect(await sureness(`birthday party on 12.04.${year} at 18:00`)).toEqual([0.5]);
  expect(await sureness(`誕生日会は${year}年5月4日から`)).toEqual([0.5]);
  expect(await sureness("birthday: 12.04.1987")).toEqual([0.9]);
  expect(await sureness(`our daughter was born on 12.01.${year}`)).toEqual([0.9]);
  expect(await sureness(`the next one is born on 12.01.${year + 1}`)).toEqual([]);
});

const emptyWindow = {
  text: "",
  bytes: Buffer.alloc(0),
  start: 0,
  goesOn: false,
  surface: "text",
  sightings: [],
  matchAll: (): never[] => [],
};

async function sureness(text: string): Promise<(number | undefined)[]> {
  const bytes = Buffer.from(text);
  const window = { ...emptyWindow, bytes, text: bytes.toString("latin1") };
  return Array.from(await birthDate.detect(window), ({ confidence }) => confidence);
}
