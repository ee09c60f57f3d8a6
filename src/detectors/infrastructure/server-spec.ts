import { overlap, type Range, rangeOf } from "../../model/range.ts";
import type { Window } from "../../model/window.ts";
import type { Detector } from "../detector.ts";
import { utf8Literals } from "../person/context.ts";
import { isOperation, sentenceAround } from "./operation.ts";

export const serverSpec: Detector = {
  id: "infrastructure/server-spec",
  summary: "Machine and its equipment",
  remedy: "Leave out what the machine is and has: `a small server`.",
  disclosure: { topic: "system", weight: 1, map: "machine" },
  messagesOnly: true,
  trigger: [
    {
      literals: [
        "mac mini",
        "mac studio",
        "mac pro",
        "raspberry pi",
        "intel nuc",
        "poweredge",
        "proliant",
        "thinkcentre",
        "optiplex",
        "epyc",
        "xeon",
        "ryzen",
        "threadripper",
        "rtx ",
        "gb ram",
        "gb of ram",
        "gb memory",
        "gb of memory",
        "gb ddr",
        "vcpu",
        "cores",
        "tb ssd",
        "tb nvme",
        "gb ssd",
        "gb nvme",
        "tb hdd",
        ".micro",
        ".small",
        ".medium",
        ".large",
        "xlarge",
        ".metal",
        "h100",
        "a100",
        "gb m1",
        "gb m2",
        "gb m3",
        "gb m4",
        "kerne",
        "gb arbeitsspeicher",
        "gb de ram",
        "go de ram",
        "gb di ram",
        "cleos",
        "coeurs",
        "kernen",
        "rdzeni",
        "jader",
        "ydint",
        "nuclee",
        "gb each",
        "gb ecc",
        "gt ram",
        "gt muisti",
        "gb geheugen",
        "gb minne",
        "gb memorie",
        "gb de memorie",
        "gb pam",
        "gb bellek",
        "dell r",
        "dl360",
        "dl380",
        "dl325",
        "dl20 ",
        "ml350",
        "fortigate",
        "synology d",
        "synology r",
        "qnap t",
        "dream machine",
        "edgerouter",
        "edgeswitch",
        "lenovo sr",
        "fujitsu rx",
        "fujitsu primergy",
        "supermicro",
        "cores, ",
        "maggal",
        " ram ",
      ],
      anyCase: true,
    },
    {
      literals: utf8Literals(
        "内存",
        "記憶體",
        "メモリ",
        "메모리",
        "코어",
        "ذاكرة",
        "kärnor",
        "πυρήν",
        "ядер",
        "ядра",
        "núcle",
        "μνήμη",
      ),
    },
    { literals: utf8Literals("ГБ памяти", "Гб памяти", "ГБ ОЗУ", "Гб ОЗУ", "ГБ опер", "Гб опер", "ГБ RAM", "Гб RAM") },
    { literals: ["cx", "cpx", "cax", "ax"], anyCase: true, behind: { run: "number", least: 2 } },
  ],
  reach: { before: 256, after: 224 },

  *detect(window) {
    // An amount such as `8 core` has no literal, and must not be found because something else nearby has opened the window.
    for (const range of equipment(window).filter((one) => window.sightings.some((literal) => overlap(one, literal))))
      if (servers.test(window.text.slice(range.start, range.end)) || isOperation(sentenceAround(window.text, range)))
        yield { range };
  },

  examples: [
    "I run on a «Mac Mini M2 16 GB»",
    "the server has «8 vCPU, 32 GB RAM and 2 TB NVMe»",
    "our database sits on «r6g.2xlarge», the rest on a «Hetzner CX42»",
    "läuft hier auf einem «Raspberry Pi 5 mit 8 GB RAM»",
    "the box is a «Dell PowerEdge R740», one is a «t3.medium», one a «CX32», and far behind it stands a «Hetzner AX41»",
    "nuestro servidor tiene «32 GB de RAM y 8 núcleos», notre serveur a «16 Go de RAM et 4 coeurs»",
    "Я работаю на сервере с «64 ГБ памяти», сервер — «Mac mini M2», サーバーは«Mac mini M2», 服务器是 «Mac mini M2,16GB内存», sunucu «32 GB RAM»'li",
    "в телефоне 8 ГБ памяти, игра просит 16 ГБ ОЗУ",
    "我运行在服务器上,«16 GB 内存», palvelimessa on «32 Gt RAM-muistia ja 8 ydintä», náš server má «32 GB RAM a 8 jader»",
    "vår server har «32 GB RAM och 8 kärnor», ο server έχει «32 GB RAM και 8 πυρήνες», أعمل على خادم ب«ذاكرة 16 جيجابايت»",
    "3 nodes («Dell R740, 256 GB each»), a «FortiGate 60F», one is a «Synology DS920+», our server: «8 cores, 32 GB»",
    "Tôi chạy trên máy chủ với «RAM 16 GB», the ram 4 of 5 in my phone",
    "el juego pide 16 GB de RAM, el 4 to de mayo, 3 go home",
    "Requires 16 GB RAM and 4 cores.",
    "our server is a «CX32» in Falkenstein, its disk has 12 core sectors",
    "the apple's cores, a large one, size.large, p.small, flags: cx16 sse4_1",
  ],
};

// cx16 is what a processor can do, and no server.
const model = String.raw`mac (?:mini|studio|pro)(?:[ ,(]{1,2}(?:apple )?m[1-5](?: (?:pro|max|ultra))?)?|raspberry pi(?: \d\w?)?|intel nuc(?: ?\d{1,2}\w{0,8})?|(?:dell )?(?:poweredge|optiplex) \w{2,8}|(?:hpe? )?proliant \w{2,8}|thinkcentre \w{2,8}|(?:amd )?(?:epyc|ryzen|threadripper)(?: \d)?(?: \d{3,5}\w{0,3})?|(?:intel )?xeon(?: \w{1,8}-\d{3,5}\w{0,3})?|(?:nvidia )?rtx ?\d{4}(?: ?ti)?|(?:nvidia )?[ah]100|[tmcrxpgi]\d[a-z]{0,3}\.(?:nano|micro|small|medium|large|\d{0,2}xlarge|metal)|(?:hetzner )?(?:cx(?!16)|cpx|cax|ccx)\d{2}|(?:hetzner )?ax\d{2,3}(?:-\w{2,4})?|dell r\d{3,4}\w{0,2}|(?:hpe? )?(?:dl(?:20|3[268][05])|ml350)(?: ?gen ?\d{1,2})?|fortigate[ -]\d{2,4}[a-z]{1,2}|synology [dr]s\d{3,4}\w{0,3}\+?|qnap ts-\w{3,8}|(?:unifi )?dream machine(?: (?:se|pro(?: max)?))?|edge(?:router|switch)(?: \w{1,4}){0,2}|lenovo sr\d{3}|fujitsu (?:primergy )?rx\d{3,4}|supermicro(?: \w{3,16}-\w{2,10})?`;
const memory = utf8Literals(
  ..."оперативной памяти|оперативної пам'яті|памяти|пам'яті|памʼяті|ОЗУ|RAM|内存|內存|記憶體|メモリ|메모리|μνήμη|ذاكرة".split(
    "|",
  ),
).join("|");
const gigabytes = utf8Literals("ГБ", "Гб", "جيجابايت", "غيغابايت", "جيجا", "جيغا").join("|");
const cores = utf8Literals("núcleos", "kärnor", "πυρήνες", "πυρήνων", "ядер", "ядра", "코어", "核").join("|");
const amount = [
  // The word stands in front of the amount.
  String.raw`(?:${memory})[ :]{1,2}\d{1,4} ?(?:[gt](?:b|ib)|${gigabytes})`,
  String.raw`\d{1,4} ?[gt](?:b|ib|o|t)(?: of| d[ei]| cu)?(?: ?(?:ram(?:-\w{1,8})?\b|memory|ddr\d|ssd|nvme|hdd|storage|disk|arbeitsspeicher|unified memory|muisti\w{0,2}|geheugen|minne|memorie|bellek|ecc|each\b|${memory}))?`,
  String.raw`\d{1,4} ?(?:${gigabytes})(?: (?:${memory}))?`,
  String.raw`\d{1,3}(?:x|[ -])?\s?(?:v?cpus?|v?cores?|kernen?|nucleos|coeurs|rdzeni|jader|ydint\xc3\xa4|nuclee|maggal|threads|${cores})`,
].join("|");
/** What says of an amount that it is a machine's. */
const part = new RegExp(
  String.raw`ram|memory|ddr|ssd|nvme|hdd|cpu|cores?|kerne|cleos|coeurs|rdzeni|speicher|muisti|geheugen|minne|memorie|bellek|ecc|each|jader|ydint|nuclee|maggal|${memory}|${cores}`,
  "i",
);
const pieces = [model, amount].map((piece) => new RegExp(String.raw`(?<![\w.-])(?:${piece})(?![\w-])`, "gi"));

const joint =
  /^(?!\),)(?:[ ,;()+/-]|\xd8\x8c|\xe3\x80\x81){0,3}(?:(?:with|and|plus|mit|und|avec|et|con|y|och|og|ja|a|cu|i|\xce\xba\xce\xb1\xce\xb9|\xc8\x99i) )?(?:an? )?$/i;

/** Models that nobody has on his desk. */
const servers =
  /poweredge|proliant|dell r\d|dl\d|ml350|fortigate|synology [dr]s|qnap|dream machine|edgerouter|edgeswitch|lenovo sr|fujitsu|supermicro|epyc|xeon|\d[a-z]{0,3}\.(?:nano|micro|small|medium|large|\d{0,2}xlarge|metal)|\b(?:cx(?!16)|cpx|cax|ccx)\d{2}|\bax\d{2,3}/i;

/** What is said of one machine is one fact: pieces that stand close together are joined. Amounts alone need a word of what they are of. */
function equipment(window: Window): Range[] {
  const found: (Range & { readonly tells: boolean })[] = [];
  const [models = [], amounts = []] = pieces.map((piece) => [...window.matchAll(piece)]);
  const known = new Set(models);
  for (const match of [...models, ...amounts].toSorted((a, b) => a.index - b.index)) {
    const { start, end } = rangeOf(match);
    const tells = known.has(match) || part.test(match[0]);
    const last = found.at(-1);
    if (last !== undefined && joint.test(window.text.slice(last.end, Math.min(start, last.end + 16))))
      found[found.length - 1] = { start: last.start, end: Math.max(last.end, end), tells: last.tells || tells };
    else found.push({ start, end, tells });
  }
  return found.filter(({ tells }) => tells);
}
